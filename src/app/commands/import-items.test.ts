import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { aPage, aZip } from '../../disclosure/act/importing/a-site.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { run } from '../cli.ts'

let work: TestDb
let folder = ''
beforeAll(async () => {
  work = await testDb()
  const trial = { code: 'trial', name: '云川市试验局', shortName: '试验局', kind: 'department' } as const
  await addAgency(work, { ...trial, parent: null }, theSystem)
  folder = await mkdtemp(join(tmpdir(), 'gongkai-import-'))
  vi.stubEnv('DATABASE_URL', work.url)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
  await work.close()
})

async function gongkai(...args: readonly string[]) {
  const [out, error]: [string[], string[]] = [[], []]
  const into = (texts: string[]) => (text: unknown) => texts.push(String(text)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(into(out))
  vi.spyOn(console, 'log').mockImplementation(into(out))
  vi.spyOn(process.stderr, 'write').mockImplementation(into(error))
  vi.spyOn(console, 'error').mockImplementation(into(error))
  const code = await run(['import', 'items', ...args, '--data', folder])
  vi.restoreAllMocks()
  return { code, out: out.join(''), error: error.join('') }
}

test('a site is tried without keeping anything, then kept; what hinders is told page by page, and the code says so', async () => {
  const site = join(folder, 'site')
  await mkdir(join(site, 'art'), { recursive: true })
  await writeFile(join(site, 'art/1.html'), aPage({ index: 'C-1' }))
  const dry = await gongkai(site, '--agency', 'trial', '--dry-run', '--json')
  expect(dry.code).toBe(0)
  expect(JSON.parse(dry.out)).toMatchObject({ dryRun: true, pages: 1, items: 1, faults: [], source: 'site' })
  const kept = () => work.db.selectFrom('disclosure_imports').select('old').execute()
  expect(await kept()).toEqual([])

  await writeFile(join(site, 'art/2.html'), aPage({ published: '某日' }))
  const real = await gongkai(site, '--agency', 'trial')
  expect(real.code).toBe(1)
  expect(real.out).toContain('已迁入 1 件')
  expect(real.error).toContain('错误 art/2.html：日期读不出')
  expect(await kept()).toEqual([{ old: '/art/1.html' }])
  const again = await gongkai(site, '--agency', 'trial', '--json')
  expect(JSON.parse(again.out)).toMatchObject({ items: 0, already: 1, faults: [{ severity: 'error' }] })
})

test('what cannot be done ends with 2 and says why', async () => {
  const zip = join(folder, 'a.zip')
  await writeFile(zip, aZip({ 'a.html': aPage() }))
  await writeFile(join(folder, 'm.json'), '{"fields":{"title":[{"from":"select","name":"a>b"}]}}')
  await writeFile(join(folder, 'n.json'), '{"agencies":{"试验处":"nobody"}}')
  const empty = join(folder, 'empty.zip')
  await writeFile(empty, aZip({ 'a.png': 'x' }))
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /请给出一个压缩包/],
    [[zip], /请用 --agency/],
    [[join(folder, 'none'), '--agency', 'trial'], /没有.*这个文件或者文件夹/],
    [[join(folder, 'm.json'), '--agency', 'trial'], /不是 ZIP/],
    [[zip, '--agency', 'nobody'], /没有代码为“nobody”的机构/],
    [[zip, '--agency', 'trial', '--mapping', join(folder, 'm.json')], /选择器只能用标签/],
    [[zip, '--agency', 'trial', '--mapping', zip], /不是有效的 JSON/],
    [[zip, '--agency', 'trial', '--mapping', join(folder, 'n.json')], /没有“试验处”对应的“nobody”/],
    [[empty, '--agency', 'trial', '--dry-run'], /里面没有要读的网页/],
    [[zip, '--what'], /没有 --what 这个选项。/],
    [[zip, '--agency'], /选项 --agency 的写法不对/],
  ]
  for (const [args, words] of cases) {
    const { code, out, error } = await gongkai(...args)
    expect([args, code, out]).toEqual([args, 2, ''])
    expect(error).toMatch(words)
  }
  vi.stubEnv('DATABASE_URL', '')
  expect(await gongkai(zip, '--agency', 'trial')).toMatchObject({
    ...{ code: 2, error: expect.stringContaining('里没有平台的数据') },
  })
  expect(await readdir(folder)).not.toContain('postgres')
  vi.stubEnv('DATABASE_URL', work.url)
})
