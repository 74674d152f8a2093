import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { inSeconds } from '../../../platform/clock.ts'
import { problemOfError } from '../../../platform/http/guards.ts'
import { problemResponse } from '../../../platform/http/problem.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { aPage, aZip } from '../../act/importing/a-site.ts'
import { carryStaleOn } from '../../act/importing/carrying.ts'
import type { SiteFaultsPage, SiteRunsView, SiteRunView } from '../../importing/view.ts'
import { siteRunsApi } from './routes.ts'

let work: TestDb
const api = new OpenAPIHono<AppEnv>()
const today = dayOf('2026-03-16')
const at = (id: string, role: Role, agency: string): Actor => ({ id, name: id, grants: [{ role, agency }] })
const staff = {
  ...{ coordinator: at('甲', 'coordinator', 'bureau'), administrator: at('乙', 'administrator', 'city') },
  ...{ officer: at('丙', 'officer', 'bureau'), stranger: at('丁', 'coordinator', 'elsewhere') },
}
type Who = keyof typeof staff

beforeAll(async () => {
  work = await testDb()
  const add = (code: string, name: string, parent: string | null) =>
    addAgency(work, { code, name, shortName: code, kind: 'department', parent }, theSystem)
  await add('city', '云川市', null)
  await add('bureau', '云川市试验局', 'city')
  await add('elsewhere', '云川市另一局', 'city')
  api.use(async (context, next) => {
    const who = Object.entries(staff).find(([name]) => name === context.req.header('who'))?.[1]
    context.set('work', work)
    context.set('person', who === undefined ? null : { ...who, signIn: who.id, disabled: false })
    await next()
  })
  api.route('/', siteRunsApi())
  api.onError((error, context) => problemResponse(problemOfError(error, context)))
})
afterAll(() => work.close())

async function ask<T>(who: Who, method: string, path: string, body?: object | Uint8Array<ArrayBuffer>) {
  const sent = body instanceof Uint8Array ? body : JSON.stringify(body)
  const answer = await api.request(`http://localhost${path}`, {
    method,
    headers: { who, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: sent }),
  })
  const text = await answer.text()
  const said: T = text.startsWith('{') ? JSON.parse(text) : text
  return { status: answer.status, said, text }
}

const upload = (who: Who, files: Parameters<typeof aZip>[0], agency = 'bureau') =>
  ask<{ id: string; detail: string }>(
    who,
    'POST',
    `/site-runs?${new URLSearchParams({ agency, source: '老站', name: 'site.zip' })}`,
    Uint8Array.from(aZip(files)),
  )

async function ended(id: string): Promise<SiteRunView> {
  for (let tries = 0; tries < 200; tries++) {
    const { said } = await ask<SiteRunView>('coordinator', 'GET', `/site-runs/${id}`)
    if (said.state !== 'trying' && said.state !== 'keeping') return said
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('the run does not end')
}
const kept = () => work.db.selectFrom('disclosure_imports').select('old').orderBy('old').execute()

test('an archive is tried, read in another way, kept; the way is there for the next one, and the archive is gone', async () => {
  const files = {
    'a.html': aPage({ title: '甲', agency: '老单位' }),
    'b.html': aPage({ title: '乙', column: '某栏' }),
    'c.html': aPage({ title: '丙', published: '某日' }),
  }
  const begun = await upload('coordinator', files)
  expect(begun.status).toBe(201)
  const { id } = begun.said
  const tried = await ended(id)
  expect(tried).toMatchObject({ state: 'tried', counts: { pages: 3, items: 1, faulty: 2 }, faultCount: 3 })
  expect([tried.unknownAgencies, tried.unknownColumns]).toEqual([['老单位'], ['某栏']])
  expect(tried.samples.map(({ title }) => title)).toEqual(['乙'])
  expect(await kept()).toEqual([])

  const mapping = { agencies: { 老单位: 'bureau' }, columns: { 某栏: { form: 'plan' } } }
  const anew = await ask('coordinator', 'PUT', `/site-runs/${id}/mapping`, { mapping, name: '老站的读法' })
  expect(anew.status).toBe(200)
  expect(await ended(id)).toMatchObject({
    state: 'tried',
    counts: { items: 2, faulty: 1 },
    unknownColumns: [],
  })
  const faults = await ask<SiteFaultsPage>('coordinator', 'GET', `/site-runs/${id}/faults?kind=badDate`)
  expect(faults.said).toMatchObject({
    total: 1,
    faults: [{ path: 'c.html', label: '公开日期', value: '某日' }],
  })
  const sheet = await ask<string>('coordinator', 'GET', `/site-runs/${id}/faults/sheet/csv`)
  expect(sheet.text).toContain('c.html,不能迁入,日期读不出,公开日期,某日,')

  expect((await ask('coordinator', 'POST', `/site-runs/${id}/start`)).status).toBe(200)
  expect(await ended(id)).toMatchObject({ state: 'kept', counts: { items: 2, faulty: 1 } })
  expect(await kept()).toEqual([{ old: '/a.html' }, { old: '/b.html' }])
  const page = await ask<SiteRunsView>('coordinator', 'GET', '/site-runs')
  expect(page.said).toMatchObject({
    agencies: [{ code: 'bureau' }],
    mappings: [{ name: '老站的读法', mapping }],
  })
  const again = await ask<{ detail: string }>('coordinator', 'POST', `/site-runs/${id}/start`)
  expect([again.status, again.said.detail]).toEqual([422, expect.stringMatching(/压缩包已不再保存/)])
})

test('a run whose process ended is gone on with, and keeps each page once', async () => {
  const { said } = await upload('administrator', { 'd.html': aPage({ title: '丁' }), 'a.html': aPage() })
  await ended(said.id)
  const broken = { state: 'keeping', worker: crypto.randomUUID(), moved_at: inSeconds(-3600) }
  await work.db.updateTable('disclosure_site_runs').set(broken).where('id', '=', said.id).execute()
  const waits = await ask<{ detail: string }>('coordinator', 'POST', `/site-runs/${said.id}/start`)
  expect([waits.status, waits.said.detail]).toEqual([422, '正在迁入，请等它结束。'])
  await carryStaleOn(work, today)
  expect(await ended(said.id)).toMatchObject({ state: 'kept', counts: { items: 1, already: 1 } })
  expect(await kept()).toHaveLength(3)
})

test('others are refused, and so is what cannot be read, each with a sentence', async () => {
  const files = { 'e.html': aPage() }
  const refused = await Promise.all([
    upload('officer', files),
    upload('stranger', files),
    upload('coordinator', files, 'city'),
  ])
  expect(refused.map(({ status }) => status)).toEqual([403, 422, 422])
  for (const { said } of refused) expect(said.detail).toMatch(/由(?:本机关的)?局办公室或者?系统管理员办理/)
  const { said } = await upload('coordinator', files)
  await ended(said.id)
  for (const path of [
    `/site-runs/${said.id}`,
    `/site-runs/${said.id}/faults`,
    `/site-runs/${said.id}/faults/sheet/csv`,
  ])
    expect((await ask('stranger', 'GET', path)).status).toBe(404)
  expect((await ask('stranger', 'POST', `/site-runs/${said.id}/start`)).status).toBe(404)
  const bad = await upload('coordinator', { '../e.html': 'x' })
  expect([bad.status, bad.said.detail]).toEqual([422, expect.stringMatching(/指向文件夹之外/)])
  const wrong = { mapping: { fields: { title: [{ from: 'select', name: 'a > b' }] } } }
  const mapped = await ask<{ detail: string }>('coordinator', 'PUT', `/site-runs/${said.id}/mapping`, wrong)
  expect([mapped.status, mapped.said.detail]).toEqual([400, expect.stringMatching(/选择器只能用标签/)])
})
