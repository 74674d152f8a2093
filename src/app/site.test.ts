import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSignIns } from '../demo/staff.ts'
import { tellDemo } from '../demo/tell.ts'
import { aContent, aPublished } from '../disclosure/act/an-item.ts'
import { redirectOldAddresses } from '../disclosure/act/shelf/redirecting.ts'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { siteOn } from './routes.ts'

let work: TestDb
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  work = await testDb()
  await work.transaction(tellDemo)
  site = siteOn(work)
}, 60_000)
afterAll(() => work.close())

async function ask(
  path: string,
  options: { cookie?: string; json?: unknown; method?: string; origin?: string } = {},
) {
  const headers = new Headers({ host: 'localhost', origin: options.origin ?? 'http://localhost' })
  if (options.cookie) headers.set('cookie', options.cookie)
  if (options.json !== undefined) headers.set('content-type', 'application/json')
  const body = options.json === undefined ? null : JSON.stringify(options.json)
  const method = options.method ?? (body === null ? 'GET' : 'POST')
  return site.request(`http://localhost${path}`, { method, headers, body })
}

async function signedInAs(name: string): Promise<string> {
  const password = demoSignIns.find(({ signIn }) => signIn === name)?.password
  const answer = await ask('/api/v1/session', { json: { name, password } })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const housing = '/api/v1/reports/yunchuan-housing/2025'

test('an office makes, checks, approves, publishes and corrects a report over HTTP', async () => {
  const [officer, coordinator, head] = await Promise.all(['officer', 'coordinator', 'head'].map(signedInAs))
  const started = await ask('/api/v1/reports', {
    cookie: officer ?? '',
    json: { agency: 'yunchuan-housing', year: 2025, from: 'previous' },
  })
  const draft = (await started.json()) as { report: object; version: number }
  const saved = await ask(`${housing}/draft`, { cookie: officer ?? '', method: 'PUT', json: draft })
  expect(saved.status).toBe(200)
  expect((await ask(`${housing}/draft`, { cookie: officer ?? '', method: 'PUT', json: draft })).status).toBe(
    409,
  )
  expect((await ask(housing)).status).toBe(404)
  for (const [step, cookie] of [
    ['submit', officer],
    ['check', coordinator],
    ['approve', head],
    ['publish', officer],
  ] as const) {
    const answer = await ask(`${housing}/steps/${step}`, { cookie: cookie ?? '', json: {} })
    expect([step, answer.status]).toEqual([step, 200])
  }
  expect((await ask(housing)).status).toBe(200)
  const silent = await ask(`${housing}/steps/correct`, { cookie: officer ?? '', json: {} })
  expect(await silent.json()).toMatchObject({ status: 422, law: 'Art 50' })
  expect(
    (await ask(`${housing}/steps/correct`, { cookie: officer ?? '', json: { note: '漏填一格' } })).status,
  ).toBe(200)
})

test('a draft is previewed by those who may see it, and says on its first page that it is one', async () => {
  const cookie = await signedInAs('coordinator')
  const page = await ask(`${housing}/draft/file/html`, { cookie })
  expect([page.status, (await page.text()).includes('草稿')]).toEqual([200, true])
  for (const format of ['docx', 'pdf', 'xlsx', 'md', 'json']) {
    expect([format, (await ask(`${housing}/draft/file/${format}`, { cookie })).status]).toEqual([format, 200])
  }
})

test('a file of another agency and year is imported with a warning that names both', async () => {
  const cookie = await signedInAs('city-officer')
  const form = new FormData()
  const other = await (await ask('/api/v1/reports/yunchuan-education/2023')).text()
  form.set('file', new File([other], 'report.json'))
  form.set('agency', 'yunchuan')
  form.set('year', '2027')
  const headers = { cookie, origin: 'http://localhost', host: 'localhost' }
  const answer = await site.request('http://localhost/api/v1/reports/import', {
    method: 'POST',
    headers,
    body: form,
  })
  const { importFindings } = (await answer.json()) as { importFindings: { message: string }[] }
  expect(importFindings.map(({ message }) => message).join()).toMatch(
    /“云川市教育局”.*“云川市人民政府”.*2023 年.*2027 年/,
  )
})

test('an intruder of another agency, and the public, are refused everywhere', async () => {
  const intruder = await signedInAs('other-officer')
  const doors: readonly [string, string, unknown?][] = [
    ['GET', `${housing}/draft`],
    ['GET', `${housing}/draft/file/pdf`],
    ['GET', `${housing}/draft/file/json`],
    [
      'PUT',
      `${housing}/draft`,
      { report: await (await ask('/api/v1/reports/yunchuan-housing/2024')).json() },
    ],
    ...['submit', 'return', 'check', 'approve', 'publish', 'correct', 'explain'].map(
      (step): [string, string, unknown] => ['POST', `${housing}/steps/${step}`, { note: '试试' }],
    ),
    ['POST', '/api/v1/reports', { agency: 'yunchuan-housing', year: 2026, from: 'blank' }],
    ['GET', '/api/v1/people'],
    [
      'POST',
      '/api/v1/people',
      { signIn: 'mine', name: '甲', grants: [{ role: 'administrator', agency: 'yunchuan' }] },
    ],
    [
      'POST',
      '/api/v1/agencies',
      { code: 'mine', name: '甲', shortName: '甲', kind: 'department', parent: 'yunchuan' },
    ],
    ['PATCH', '/api/v1/agencies/yunchuan-housing', { standing: false }],
    ['POST', '/api/v1/calendars', { text: '{}' }],
    ['GET', '/api/v1/audit'],
    ['POST', '/api/v1/audit/verify', {}],
    ['GET', '/api/v1/settings'],
    ['PUT', '/api/v1/settings/site', { name: '甲' }],
    ['GET', '/api/v1/roll-up/yunchuan/2024'],
    ['POST', '/api/v1/roll-up/yunchuan/2024/remind', { agencies: ['yunchuan-housing'] }],
  ]
  for (const cookie of [intruder, '']) {
    for (const [method, path, json] of doors) {
      const answer = await ask(path, { cookie, method, ...(json === undefined ? {} : { json }) })
      expect([method, path, [401, 403, 404, 422].includes(answer.status)]).toEqual([method, path, true])
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
  }
})

test('the roll-up finds the agency that differs', async () => {
  const answer = await ask('/api/v1/roll-up/yunchuan/2024', { cookie: await signedInAs('supervising') })
  expect(await answer.json()).toMatchObject({
    findings: [{ rule: 'roll-up', where: ['proactive.penalties'] }],
  })
})

test('wrong passwords get the same words as wrong names, and then a growing wait', async () => {
  const words = new Set<string>()
  for (const name of ['auditor', 'auditor', 'auditor', 'auditor', 'nobody-at-all']) {
    words.add(
      ((await (await ask('/api/v1/session', { json: { name, password: 'x' } })).json()) as { detail: string })
        .detail,
    )
  }
  expect([...words]).toEqual(['登录名或密码不正确。'])
  const waiting = await ask('/api/v1/session', { json: { name: 'auditor', password: 'x' } })
  expect(((await waiting.json()) as { detail: string }).detail).toMatch(/请在 \d+ 秒后再试/)
})

test('a form of another site is refused, and pages carry no inline script', async () => {
  const foreign = await ask('/api/v1/session', {
    json: { name: 'x', password: 'y' },
    origin: 'https://elsewhere.example',
  })
  const form = await site.request('http://localhost/check', {
    method: 'POST',
    headers: {
      origin: 'https://elsewhere.example',
      'content-type': 'application/x-www-form-urlencoded',
      host: 'localhost',
    },
    body: 'text=x',
  })
  expect(form.status).toBe(403)
  expect([401, 403]).toContain(foreign.status)
  const page = await ask('/')
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(await page.text()).not.toContain('<script')
})

test('a notice that is loaded counts at once', async () => {
  const admin = await signedInAs('admin')
  const text =
    '国务院办公厅关于2027年部分节假日安排的通知\n国办发明电〔2026〕9号\n一、元旦：1月1日至3日放假，共3天。1月9日（星期六）上班。'
  expect((await ask('/api/v1/calendars/2027')).status).toBe(404)
  const preview = (await (
    await ask('/api/v1/calendars/preview', { cookie: admin, json: { text } })
  ).json()) as { changes: unknown[] }
  expect(preview.changes).toHaveLength(4)
  expect((await ask('/api/v1/calendars', { cookie: admin, json: { text } })).status).toBe(201)
  expect((await ask('/api/v1/calendars/2027')).status).toBe(200)
})

test('an address of the site before this one leads to where its item stands now', async () => {
  const content = aContent({ documentNumber: null })
  const item = await aPublished(work, { agency: 'yunchuan', today: '2026-03-10', content })
  await redirectOldAddresses(work, [{ oldPath: 'http://old.example/art/2024/1/a.html?id=1', item }])
  const moved = await ask('/art/2024/1/a.html?id=1')
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/disclosure/items/${item}`])
  expect((await ask('/art/2024/1/a.html?id=2')).status).toBe(404)
  const front = await (await ask('/')).text()
  expect(front).toContain(`/disclosure/items/${item}`)
})

test('probes, metrics and the interface answer', async () => {
  for (const path of [
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/v1/openapi.json',
    '/api/v1/agencies',
    '/api/v1/calendars/2026',
  ]) {
    expect([path, (await ask(path)).status]).toEqual([path, 200])
  }
})
