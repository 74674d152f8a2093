import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zeroReport } from '../../annual-report/blank.ts'
import { withCell } from '../../annual-report/cells.ts'
import { extractCsv } from '../../annual-report/render/extract-file.ts'
import { render } from '../../annual-report/render/render.ts'

let folder = ''
const file = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-verify-'))
  const line = {
    id: 'a1',
    applicantKind: 'business',
    entered: 'received',
    left: 'granted',
    workdays: null,
  } as const
  await writeFile(file('extract.csv'), extractCsv({ agency: '云川市试验局', year: 2025, lines: [line] }))
  const report = ['received', 'granted', 'resultTotal'].reduce(
    (filled, row) => withCell(withCell(filled, `applications.${row}[1]`, 1), `applications.${row}[6]`, 1),
    zeroReport('云川市试验局', 2025),
  )
  await writeFile(file('right.html'), await render(report, 'html'))
  await writeFile(file('wrong.json'), JSON.stringify(withCell(report, 'applications.granted[1]', 2)))
})
afterAll(() => rm(folder, { recursive: true }))

function verified(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  const cli = join(import.meta.dirname, '../cli.ts')
  return new Promise(resolve => {
    execFile(process.execPath, [cli, 'report', 'verify', ...args], (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })
}

test('a report that its extract adds up to is said to agree, and ends with 0', async () => {
  const { code, out } = await verified(file('extract.csv'), file('right.html'))
  expect([code, out]).toEqual([0, expect.stringContaining('都与摘录一致')])
})

test('a changed figure is found with both numbers, and ends with 1', async () => {
  const { code, out } = await verified(file('extract.csv'), file('wrong.json'), '--json')
  const { findings } = JSON.parse(out) as { findings: unknown[] }
  expect(findings).toMatchObject([{ where: ['applications.granted[1]'], expected: 1, actual: 2 }])
  expect(code).toBe(1)
})

test('what is no extract cannot be verified, and ends with 2', async () => {
  const { code, error } = await verified(file('right.html'), file('right.html'))
  expect([code, error]).toEqual([2, expect.stringContaining('不是核验摘录')])
  expect((await verified(file('extract.csv'))).code).toBe(2)
})
