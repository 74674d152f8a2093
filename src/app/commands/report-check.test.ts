import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReport } from '../../annual-report/a-report.ts'
import { render } from '../../annual-report/render/render.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-check-'))
  const last = { ...aReport({ 'applications.carriedOut[0]': 5 }), year: 2022 }
  await writeFile(join(folder, 'b-2022.html'), await render(last, 'html'))
  await writeFile(join(folder, 'a-2023.html'), await render({ ...aReport(), year: 2023 }, 'html'))
})
afterAll(() => rm(folder, { recursive: true }))

function gongkai(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const cli = join(import.meta.dirname, '../cli.ts')
  return new Promise(resolve => {
    execFile(process.execPath, [cli, ...args], (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })
}

test('a folder is checked, and the years of one agency against each other, in whatever order they stand', async () => {
  const { code, out } = await gongkai('report', 'check', folder, '--json')
  const entries = JSON.parse(out) as { year: number; findings: { rule: string }[] }[]
  expect(entries.map(({ year }) => year)).toEqual([2023, 2022])
  expect(entries[0]?.findings.map(({ rule }) => rule)).toContain('years.carried')
  expect(code).toBe(1)
})

test('a file that cannot be read is named, the others are checked, and the code is 2', async () => {
  await writeFile(join(folder, 'c.docx'), 'no archive')
  const { code, out, error } = await gongkai('report', 'check', folder)
  expect([code, out.includes('共检查 2 份报告'), error.includes('c.docx')]).toEqual([2, true, true])
})

test.each([
  [['report', 'check'], '没有可检查的文件'],
  [['report', 'check', 'nowhere.html'], '没有这个文件'],
  [['report', 'check', '--wrong'], '参数不正确'],
  [['report', 'count', '--agency', 'x'], '--year'],
  [['clock'], '请给出一个文件'],
])('%j is refused with what to do, and code 2', async (args, words) => {
  const { code, error } = await gongkai(...args)
  expect([code, error]).toEqual([2, expect.stringContaining(words)])
})
