import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import type { Actor } from '../../../office/roles.ts'
import { problemOfError } from '../../../platform/http/guards.ts'
import { problemResponse } from '../../../platform/http/problem.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { aContent, aDraft, putOnShelf, theOffice } from '../../act/an-item.ts'
import { publicResultsApi } from './public.ts'
import { rowsApi } from './routes.ts'

let work: TestDb
let id: string
const api = new OpenAPIHono<AppEnv>()
const [agency, today] = ['bureau', '2026-03-16']
const { clerk } = theOffice(agency)
const outsider: Actor = { id: 'out', name: '演外局', grants: [{ role: 'officer', agency: 'elsewhere' }] }
const auditor: Actor = { id: 'aud', name: '演审计', grants: [{ role: 'auditor', agency: 'elsewhere' }] }
const staff = { clerk, outsider, auditor, nobody: undefined }

beforeAll(async () => {
  process.env.GONGKAI_TODAY = today
  work = await testDb()
  for (const code of [agency, 'elsewhere']) {
    const bureau = { code, name: `${code}局`, shortName: '局', kind: 'department', parent: null } as const
    await addAgency(work, bureau, theSystem)
  }
  api.use(async (context, next) => {
    const who = Object.entries(staff).find(([name]) => name === context.req.header('who'))?.[1]
    context.set('work', work)
    context.set('session', null)
    context.set('person', who === undefined ? null : { ...who, signIn: who.id, disabled: false })
    await next()
  })
  api.route('/', rowsApi())
  api.route('/', publicResultsApi())
  api.onError((error, context) => problemResponse(problemOfError(error, context)))
  const content = aContent({ form: 'penaltyResults', documentNumber: null, title: '处罚决定公开' })
  id = await aDraft(work, { agency, today, content })
})
afterAll(() => work.close())

async function ask(who: keyof typeof staff, path: string, body?: string) {
  const answer = await api.request(`http://localhost${path}`, {
    ...{
      method: body === undefined ? 'GET' : 'POST',
      headers: { who, 'content-type': 'application/x-ndjson' },
    },
    ...(body === undefined ? {} : { body }),
  })
  const said: unknown = await answer.json()
  return { status: answer.status, said }
}

const sent = ['张三', '云川市演示建材有限公司', '李四'].map((party, at) => ({
  ...{ reference: `云试罚〔2026〕${at + 1}号`, party, matter: '占道经营', decidedOn: '2026-01-05' },
  ...(at === 2 ? { shown: false, unshownReason: '涉及未成年人' } : { amountYuan: 200 }),
}))
const told = (lines: readonly object[]) => lines.map(line => JSON.stringify(line)).join('\n')

test('an office loads by its own system: tried, told what is wrong, kept whole or not at all', async () => {
  const rows = `/items/${id}/rows`
  for (const [who, status] of [
    ['outsider', 422],
    ['auditor', 403],
    ['nobody', 401],
  ] as const)
    for (const path of [rows, `${rows}/check`])
      expect([who, path, (await ask(who, path, told(sent))).status]).toEqual([who, path, status])
  const wrong = told([...sent, { ...sent[0], decidedOn: '2026-13-05' }])
  expect(await ask('clerk', `${rows}/check`, wrong)).toMatchObject({
    ...{ status: 200, said: { count: 3, faultCount: 1, faults: [{ row: 4, label: '决定日期' }] } },
  })
  expect((await ask('clerk', rows, wrong)).status).toBe(422)
  expect((await ask('clerk', rows)).status).toBe(404)
  expect((await ask('clerk', `${rows}?mapping=%7B`, told(sent))).status).toBe(400)
  expect(await ask('clerk', rows, told(sent))).toMatchObject({ status: 201, said: { rows: 3 } })
  const kept = await ask('clerk', `${rows}?size=1`)
  expect(kept).toMatchObject({ status: 200, said: { count: 3, shownCount: 2, lines: [{ party: '张*' }] } })
  expect((await ask('outsider', rows)).status).toBe(404)
})

test('everybody reads what is public, searched, narrowed and page by page; nobody what is not shown', async () => {
  const results = '/results/penaltyResults'
  expect(await ask('nobody', results)).toMatchObject({ status: 200, said: { total: 0, lines: [] } })
  await putOnShelf(work, { id, agency, today })
  const all = await ask('nobody', results)
  expect(all).toMatchObject({ status: 200, said: { total: 2, more: false } })
  expect(JSON.stringify(all)).not.toMatch(/张三|李四|未成年|shown/)
  expect(
    await ask('nobody', `${results}?q=${encodeURIComponent('建材')}&year=2026&agency=${agency}`),
  ).toMatchObject({
    said: {
      total: 1,
      lines: [{ reference: '云试罚〔2026〕2号', agencyName: 'bureau局', item: id, amountYuan: '200.00' }],
    },
  })
  expect(await ask('nobody', `${results}?size=1&page=2&sort=decidedOn`)).toMatchObject({
    said: { lines: [{}] },
  })
  expect((await ask('nobody', `${results}?year=2020`)).said).toMatchObject({ total: 0 })
  for (const [path, status] of [
    ['/results/news', 404],
    [`${results}?batch=1`, 400],
    [`${results}?size=1000`, 400],
  ] as const)
    expect([path, (await ask('nobody', path)).status]).toEqual([path, status])
})
