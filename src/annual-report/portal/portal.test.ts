import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disclosurePortal } from '../../disclosure/portal/routes.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { AppEnv } from '../../office/env.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { aReport } from '../a-report.ts'
import { type Doing, saveDraft, startReport, takeStep } from '../act/act.ts'
import type { AnnualReport } from '../form.ts'
import { annualReportPortal } from './routes.ts'
import { reportsFound } from './search/found.ts'

let work: TestDb
let portal: Hono<AppEnv>
const today = dayOf('2024-01-20')
const by = (role: Role): Actor => ({ id: role, name: '云川某', grants: [{ role, agency: 'trial' }] })
const doing = (role: Role): Doing => ({ agency: 'trial', year: 2023, by: by(role), today })

async function publish(report: AnnualReport) {
  await saveDraft(work, doing('officer'), report)
  await takeStep(work, doing('officer'), 'submit')
  await takeStep(work, doing('coordinator'), 'check')
  await takeStep(work, doing('head'), 'approve')
  await takeStep(work, doing('officer'), 'publish')
}

const withWords = (overview: string, cells: Parameters<typeof aReport>[0] = {}) => {
  const report = aReport(cells)
  return { ...report, narrative: { ...report.narrative, overview } }
}

beforeAll(async () => {
  work = await testDb()
  const trial = {
    code: 'trial',
    name: '云川市试验局',
    shortName: '试验局',
    kind: 'department',
    parent: null,
  } as const
  await addAgency(work, trial, theSystem)
  await startReport(work, doing('officer'), 'blank')
  await publish(withWords('公开了路灯不亮的维修情况100%_好。\n其余照旧。'))
  portal = new Hono<AppEnv>()
  portal.use(async (context, next) => {
    context.set('work', work)
    await next()
  })
  portal.route('/', annualReportPortal())
  portal.route('/', disclosurePortal([{ name: 'reports', label: '年度报告', find: reportsFound }]))
})
afterAll(() => work.close())

const ask = (path: string, headers: Record<string, string> = {}) =>
  portal.request(`http://site.test${path}`, { headers })
const textOf = async (path: string) => (await ask(path)).text()

test('words are found whole or in part, one character too', async () => {
  for (const word of ['路灯', '灯不亮', '灯', '100%_好', '试验局 2023']) {
    expect(await textOf(`/search?q=${encodeURIComponent(word)}`), word).toContain('找到 1 条')
  }
  for (const word of ['路亮', "';--", '2022', '路灯 海洋']) {
    expect(await textOf(`/search?q=${encodeURIComponent(word)}`), word).not.toContain('找到 1 条')
  }
  expect(await textOf(`/search?q=${encodeURIComponent('路灯 海洋')}`)).toContain('路灯</a>”（1 条）')
})

test('a page is answered from memory until something is done, and then anew', async () => {
  const path = '/annual-reports/trial/2023'
  const first = await ask(path)
  const tag = first.headers.get('etag') ?? ''
  expect(first.headers.get('set-cookie')).toBeNull()
  expect((await ask(path, { 'if-none-match': tag })).status).toBe(304)
  await takeStep(work, doing('officer'), 'correct', '漏报一件许可')
  await publish(withWords('公开了路灯不亮的维修情况。\n其余照旧。', { 'proactive.licensing': 5 }))
  await expect.poll(async () => (await ask(path, { 'if-none-match': tag })).status).toBe(200)
  expect(await textOf(path)).toContain('更正原因：漏报一件许可')
})

test('what a correction changed can be read, cell by cell and sentence by sentence', async () => {
  const page = await textOf('/annual-reports/trial/2023/difference?from=1&to=2')
  expect(page).toContain('改动的单元格，共 1 处')
  expect(page).toContain('<del>【删】公开了路灯不亮的维修情况100%_好。')
  expect(page).toContain('<ins>【增】公开了路灯不亮的维修情况。')
  expect((await ask('/annual-reports/trial/2023/difference?from=1&to=9')).status).toBe(404)
})

test('a file of an edition is made once and never changes; a draft is nobody else’s business', async () => {
  const licensing: unknown[] = []
  for (const edition of [1, 2]) {
    const file = await ask(`/annual-reports/trial/2023/editions/${edition}/file.json`)
    expect(file.headers.get('cache-control')).toContain('immutable')
    licensing.push((await file.json()).proactive.licensing)
  }
  expect(licensing).toEqual([0, 5])
  for (const path of [
    '/annual-reports/trial/2024',
    '/annual-reports/trial/2023/file.exe',
    '/annual-reports/%27/2023',
  ]) {
    expect([path, (await ask(path)).status]).toEqual([path, 404])
  }
})

test('every page carries the metadata of government sites, and stays below 60 KB', async () => {
  for (const path of ['/', '/annual-reports', '/annual-reports/trial/2023', '/check', '/search?q=x']) {
    const page = await textOf(path)
    for (const name of [
      'SiteName',
      'SiteDomain',
      'SiteIDCode',
      'Author',
      'Keywords',
      'Description',
      'Image',
      'Url',
    ])
      expect(page, `${path} ${name}`).toContain(`<meta name="${name}"`)
    expect(Buffer.byteLength(page)).toBeLessThan(61_440)
    expect(page).toContain('<link rel="canonical" href="http://site.test/')
  }
  for (const name of ['ArticleTitle', 'PubDate', 'ContentSource', 'ColumnName'])
    expect(await textOf('/annual-reports/trial/2023')).toContain(`<meta name="${name}"`)
  expect(await textOf('/feed.xml')).toContain('<entry><title>云川市试验局2023年')
  expect(await textOf('/sitemap-reports.xml')).toContain('http://site.test/annual-reports/trial/2023')
})

test('a name that holds markup is shown as words', async () => {
  expect(await textOf(`/search?q=${encodeURIComponent('<script>alert(1)</script>')}`)).not.toContain(
    '<script>alert',
  )
})
