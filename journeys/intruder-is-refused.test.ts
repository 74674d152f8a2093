import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { saveDraft, startReport } from '../src/annual-report/act/act.ts'
import { siteOn } from '../src/app/routes.ts'
import { demoSignIns } from '../src/demo/staff.ts'
import { aLodging } from '../src/foi/act/a-lodging.ts'
import { lodge } from '../src/foi/act/lodge.ts'
import { passingSecrets } from '../src/platform/secret.ts'
import { dayOf } from '../src/statute/day.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor } from './browser.ts'
import { openedCity } from './opened.ts'
import { signIn } from './staff.ts'

const housing = 'yunchuan-housing'
const secret = '内部草稿，不可外传'
const { browser, site } = await openedCity()
beforeAll(async () => {
  await keepSecret()
}, 120_000)

/** The other agency has a draft of 2026 and a request that nobody else may see. */
async function keepSecret() {
  const by = { id: 'its officer', name: '某', grants: [{ role: 'officer' as const, agency: housing }] }
  const doing = { agency: housing, year: 2026, by, today: dayOf('2026-06-01') }
  const started = await startReport(site.work, doing, 'blank')
  if ('kind' in started) throw new Error(started.kind)
  const lodging = aLodging({ agency: housing, description: secret })
  await lodge(site.work, lodging, { by, today: doing.today, secrets: passingSecrets() })
  const narrative = { overview: secret, problems: secret, otherMatters: secret }
  await saveDraft(site.work, doing, { ...started.draft, narrative })
}

/** What is open to everybody, or is the visitor's own; every other route is refused. A new route is refused or stands here. */
const open = new Set([
  ...['GET /session/doors', 'GET /session/oidc', 'GET /session/oidc/callback'],
  ...['GET /session', 'POST /session', 'DELETE /session', 'GET /sessions', 'POST /password'],
  ...['GET ', 'GET /agencies', 'GET /roles', 'GET /calendars', 'GET /calendars/:year', 'GET /openapi.json'],
  ...['GET /reports', 'GET /reports/:agency/:year', 'GET /reports/:agency/:year/file/:format'],
  ...['GET /today', 'POST /check'],
  ...[
    'GET /requests',
    'GET /requests/choices',
    'GET /requests/today',
    'GET /requests/warnings',
    'GET /requests/statistics',
  ],
  'GET /record-corrections',
  ...['GET /words', 'GET /words/findings', 'POST /words/try'],
  ...['GET /missed-searches', 'GET /demands', 'GET /hotline/instructions', 'GET /hotline/settings'],
  'GET /hotline/callback-rules',
  'GET /demands.csv',
  ...['GET /hotline/calls', 'GET /hotline/watch', 'GET /hotline/area', 'POST /hotline/exports'],
  ...['GET /hotline/topics', 'GET /hotline/categories', 'GET /hotline/repeats'],
  ...['GET /hotline/duties', 'GET /hotline/duty-proposals', 'GET /hotline/templates'],
  'GET /hotline/topics',
  ...['GET /hotline/figures', 'GET /hotline/figures/demands', 'GET /hotline/figures/demands.csv'],
  'GET /hotline/figures/versions',
  'GET /projects',
  'GET /hotline/published',
  ...['GET /hotline/entries', 'GET /hotline/entry-proposals'],
  ...['GET /hotline/alarms', 'GET /hotline/alarms/mine', 'GET /hotline/danger', 'GET /hotline/duty'],
  ...['GET /hotline/figures/versions', 'GET /hotline/wallboard', 'GET /hotline/saved-reports'],
  ...['POST /hotline/saved-reports', 'DELETE /hotline/saved-reports/:id'],
  ...['POST /hotline/saved-reports/:id/subscription', 'GET /hotline/saved-reports/:id/issues/:until'],
  ...['GET /projects', 'GET /hotline/bulletins'],
  ...['GET /faults', 'GET /usefulness', 'GET /interpretations/owed'],
  ...['GET /items', 'GET /items/choices', 'GET /items/today', 'GET /items/withheld'],
  ...['GET /timeliness', 'GET /timeliness/sums', 'GET /duties'],
  ...['GET /channels', 'GET /series', 'GET /self-check', 'GET /results/:form'],
])

const duty = {
  title: '甲',
  scope: { kind: 'all' },
  form: 'guide',
  rhythm: { kind: 'standing' },
  law: 'Art 12',
}
const dutyToSet = { ...duty, since: '2026-01-01' }
const column = { name: '甲', forms: ['news'], strict: true, limitDays: 14, department: '甲' }
const record = { channel: 'newspaper', medium: '甲', title: '甲', plannedOn: '2026-01-05', heldOn: null }
/** The same for what is owed, the self-check and the other channels. */
const bodiesOfDuties: Readonly<Record<string, unknown>> = {
  ...{ 'POST /duties': dutyToSet, 'PUT /duties/:id': dutyToSet, 'POST /duties/:id/stop': { ended: true } },
  'POST /duties/:id/occasions': { agency: housing, on: '2025-01-06', words: '甲' },
  ...{ 'POST /self-check/columns': column, 'PUT /self-check/columns/:id': column },
  'POST /channels': { ...record, agency: housing },
  'PUT /channels/:id': { ...record, version: 1 },
  'POST /series': { agency: housing, channel: 'newspaper', name: '甲' },
}

/** What an intruder would send: right in form, so that it is refused for who sends it. */
async function bodyOf(route: string): Promise<unknown> {
  const { draft } = await site.work.db
    .selectFrom('report_standings')
    .select('draft')
    .where('agency', '=', 'yunchuan-market')
    .where('year', '=', 2024)
    .executeTakeFirstOrThrow()
  const person = { signIn: 'mine', name: '甲', grants: [{ role: 'administrator', agency: 'yunchuan' }] }
  const agency = { code: 'mine', name: '甲', shortName: '甲', kind: 'department', parent: 'yunchuan' }
  const bodies: Readonly<Record<string, unknown>> = {
    'POST /reports': { agency: housing, year: 2026, from: 'blank' },
    'POST /requests': aLodging({ agency: housing }),
    'POST /requests/hand-over': {
      ...{ agency: housing, from: 'somebody', to: { id: 'me', name: '我' }, reason: '接管' },
    },
    'PUT /reports/:agency/:year/draft': { report: draft },
    'POST /roll-up/:agency/:year/remind': { agencies: [housing] },
    'POST /demands': { agency: housing, type: 'help', subject: '甲', body: '甲' },
    'POST /hotline/samples': { agency: housing, from: '2026-01-01', to: '2026-01-02', size: 1 },
    'POST /hotline/samples/:id/answers/:place': { passed: true },
    'POST /hotline/exports': { what: '甲', rows: 1 },
    'POST /hotline/clients': { agency: housing, name: '甲', kind: 'system' },
    'PUT /hotline/categories': { lines: '甲' },
    'PUT /demands/:id/category': { category: '甲' },
    'POST /hotline/categories/training': { agency: housing },
    'POST /hotline/topics/runs': { agency: housing, from: '2026-01-01', until: '2026-01-02' },
    'POST /hotline/topics/:id/corrections': { kind: 'rename', title: '甲' },
    'POST /demands/suggestions': { ids: ['2f3dd554-dc14-449c-8190-3ba589e45612'] },
    'POST /demands/suggestion': { hotline: housing, type: 'help', subject: '甲', body: '甲' },
    'POST /hotline/duties': { hotline: housing, matter: '甲', unit: housing, from: '2026-01-01' },
    'POST /hotline/duties/pasted': { hotline: housing, text: '甲' },
    'POST /hotline/templates': { unit: housing, name: '甲', words: '甲' },
    'POST /hotline/templates/:id/change': { version: 1, name: '甲', words: '甲' },
    'POST /hotline/duties/:id/change': { until: '2026-01-01' },
    'POST /hotline/duty-proposals/decisions': {
      decisions: [{ demands: [{ demand: '00000000-0000-4000-8000-000000000000', number: 1 }], reason: '甲' }],
    },
    'POST /hotline/calls/simulated': { agency: housing, number: '000-1' },
    'POST /hotline/bulletins': { hotline: housing, kind: 'month', on: '2025-12-01' },
    'POST /projects': {
      ...{ agency: housing, title: '甲', reason: '甲', lead: housing, limit: '2027-01-01' },
      scope: { words: ['甲'] },
    },
    'POST /hotline/entries/:id/acts': { step: 'submit', version: 1 },
    'PUT /hotline/message-gateway': { days: 7 },
    'PUT /hotline/callback-rules': { waitDays: 3 },
    'POST /hotline/entry-proposals/:id': { reason: '甲' },
    'POST /hotline/entries': {
      ...{ agency: housing, once: '甲' },
      content: { question: '甲', answer: '甲', validFrom: '2026-01-01', reviewOn: '2026-12-31' },
    },
    'POST /items': { agency: housing, form: 'document' },
    'POST /people': person,
    'POST /missed-searches/handled': { words: '没有这个词', done: '已公开' },
    'POST /faults/:id/answer': { valid: true, answer: '已处理' },
    'POST /agencies': agency,
    'POST /calendars': { text: '关于2027年部分节假日安排的通知' },
    'POST /calendars/preview': { text: '关于2027年部分节假日安排的通知' },
  }
  return bodies[route] ?? bodiesOfDuties[route] ?? { note: '试试看' }
}

/** Asks from within the page, as a script of the intruder would, with the intruder's cookie. */
function ask(page: Page, method: string, path: string, body: unknown) {
  return page.evaluate(
    async ({ method, path, body, housing }) => {
      const form = new FormData()
      form.set('agency', housing)
      form.set('year', '2026')
      form.set('file', new File(['{}'], 'report.json'))
      const upload = path.endsWith('/import')
      const sent = upload
        ? { body: form }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      const answer = await fetch(path, { method, ...(method === 'GET' ? {} : sent) })
      return { status: answer.status, kind: answer.headers.get('content-type'), text: await answer.text() }
    },
    { method, path, body, housing },
  )
}

async function routesToTry() {
  const officer = await site.work.db
    .selectFrom('people')
    .select('id')
    .where('sign_in', '=', 'officer')
    .executeTakeFirstOrThrow()
  const values: Readonly<Record<string, string>> = {
    ...{ agency: housing, code: housing, year: '2026', id: officer.id, format: 'html', step: 'submit' },
  }
  const all = siteOn(site.work).routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1'),
  )
  const routes = new Set(all.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`))
  return [...routes].map(route => {
    const [method = '', pattern = ''] = route.split(' ')
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'unknown')
    return { route, method, path: `/api/v1${path}` }
  })
}

async function whatIsKept() {
  const tables = [
    'report_events',
    'report_editions',
    'report_reminders',
    'people',
    'grants',
    'agencies',
    'foi_events',
    'foi_letters',
    'disclosure_events',
    'disclosure_drafts',
  ] as const
  const rows = await Promise.all(tables.map(table => site.work.db.selectFrom(table).selectAll().execute()))
  return JSON.stringify(rows)
}

test('an intruder of another agency is refused by every route, and nothing moves', {
  timeout: 90_000,
}, async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  await signIn(page, site.address, 'other-officer')
  const before = await whatIsKept()
  const letIn: string[] = []
  const tried = await routesToTry()
  for (const { route, method, path } of tried) {
    if (open.has(route) && method !== 'GET') continue
    if (route.startsWith('GET /session/oidc')) continue
    const answer = await ask(page, method, path, await bodyOf(route))
    expect(answer.text, route).not.toContain(secret)
    if (open.has(route)) continue
    const refused = [401, 403, 404, 422].includes(answer.status)
    if (!refused || !answer.kind?.includes('application/problem+json'))
      letIn.push(`${route} ${answer.status}`)
  }
  expect(letIn).toEqual([])
  expect(tried.filter(({ route }) => !open.has(route)).length).toBeGreaterThan(20)
  expect([...open].filter(route => !tried.some(each => each.route === route))).toEqual([])
  for (const step of ['explain', 'return', 'check', 'approve', 'publish', 'correct']) {
    const path = `/api/v1/reports/${housing}/2026/steps/${step}`
    expect([step, (await ask(page, 'POST', path, { note: '试试看' })).status]).toEqual([step, 403])
  }
  expect(await whatIsKept()).toBe(before)
  await context.close()
})

/** Each address of the desk with somebody else's agency in it; `refused` says that the page itself must refuse. */
const addresses = {
  today: [deskPaths.today(), 'open'],
  signIn: [deskPaths.signIn(), 'open'],
  reports: [deskPaths.reports({ agency: housing, state: 'draft' }), 'open'],
  report: [deskPaths.report(housing, 2026), 'refused'],
  importRegister: [deskPaths.importRegister(), 'open'],
  itemRows: [deskPaths.itemRows('none'), 'open'],
  rehearsal: [deskPaths.rehearsal(housing, 2026), 'refused'],
  rollUp: [deskPaths.rollUp('yunchuan', 2024), 'refused'],
  requests: [deskPaths.requests({ agency: housing, state: 'open' }), 'open'],
  statistics: [deskPaths.statistics(), 'open'],
  newRequest: [deskPaths.newRequest(), 'open'],
  request: [deskPaths.request('00000000-0000-4000-8000-000000000000'), 'refused'],
  demands: [deskPaths.demands({ state: 'open' }), 'open'],
  instructions: [deskPaths.instructions(), 'open'],
  figures: [deskPaths.figures({ by: 'unit' }), 'open'],
  figureDemands: [deskPaths.figureDemands({ figure: 'total' }), 'open'],
  wallboard: [deskPaths.wallboard(), 'open'],
  entries: [deskPaths.entries(), 'open'],
  newEntry: [deskPaths.newEntry(), 'refused'],
  entry: [deskPaths.entry('00000000-0000-4000-8000-000000000000'), 'refused'],
  safety: [deskPaths.safety(), 'open'],
  hotlineDuties: [deskPaths.hotlineDuties(), 'open'],
  publishedAnswers: [deskPaths.publishedAnswers(), 'open'],
  hotlineSettings: [deskPaths.hotlineSettings(), 'open'],
  callbackMessages: [deskPaths.callbackMessages(), 'refused'],
  repeats: [deskPaths.repeats(), 'open'],
  looks: [deskPaths.looks(), 'refused'],
  samples: [deskPaths.samples(), 'refused'],
  sample: [deskPaths.sample('00000000-0000-4000-8000-000000000000'), 'refused'],
  sampledAnswer: [deskPaths.sampledAnswer('00000000-0000-4000-8000-000000000000', 1), 'refused'],
  looksOne: [deskPaths.looksOne(), 'refused'],
  categories: [deskPaths.categories(), 'open'],
  topics: [deskPaths.topics(), 'open'],
  matter: [deskPaths.matter('00000000-0000-4000-8000-000000000000'), 'refused'],
  answerTemplates: [deskPaths.answerTemplates(), 'open'],
  newDemand: [deskPaths.newDemand(), 'refused'],
  demand: [deskPaths.demand('00000000-0000-4000-8000-000000000000'), 'refused'],
  visits: [deskPaths.visits(), 'open'],
  visit: [deskPaths.visit('00000000-0000-4000-8000-000000000000'), 'refused'],
  calls: [deskPaths.calls(), 'open'],
  importTickets: [deskPaths.importTickets(), 'refused'],
  hotlineDoors: [deskPaths.hotlineDoors(), 'refused'],
  bulletins: [deskPaths.bulletins(), 'open'],
  bulletin: [deskPaths.bulletin('00000000-0000-4000-8000-000000000000'), 'refused'],
  bulletinSettings: [deskPaths.bulletinSettings(), 'refused'],
  projects: [deskPaths.projects({ state: 'open' }), 'open'],
  newProject: [deskPaths.newProject(), 'refused'],
  project: [deskPaths.project('00000000-0000-4000-8000-000000000000'), 'refused'],
  projectDemands: [deskPaths.projectDemands('00000000-0000-4000-8000-000000000000'), 'refused'],
  recordCorrections: [deskPaths.recordCorrections(), 'open'],
  watchedWords: [deskPaths.watchedWords(), 'open'],
  giving: [
    deskPaths.giving('00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000000'),
    'refused',
  ],
  duties: [deskPaths.duties({ agency: housing }), 'open'],
  owed: [deskPaths.owed({ agency: housing }), 'open'],
  selfCheck: [deskPaths.selfCheck(), 'open'],
  channels: [deskPaths.channels({ agency: housing }), 'open'],
  items: [deskPaths.items({ agency: housing }), 'open'],
  item: [deskPaths.item('yunchuan-housing-2026-9999'), 'refused'],
  importItems: [deskPaths.importItems('00000000-0000-4000-8000-000000000000'), 'refused'],
  withheldItems: [deskPaths.withheldItems(), 'open'],
  agencies: [deskPaths.agencies(), 'open'],
  people: [deskPaths.people(), 'refused'],
  calendars: [deskPaths.calendars(), 'open'],
  trail: [deskPaths.trail(), 'refused'],
  consultation: [deskPaths.consultation('yunchuan-housing-2026-0001'), 'refused'],
  interpretations: [deskPaths.interpretations(), 'open'],
  faults: [deskPaths.faults(), 'open'],
  subscriptions: [deskPaths.subscriptions(), 'refused'],
  missedSearches: [deskPaths.missedSearches(), 'open'],
  settings: [deskPaths.settings(), 'refused'],
  account: [deskPaths.account(), 'open'],
} as const satisfies Record<keyof typeof deskPaths, readonly [string, 'open' | 'refused']>

/** Waits for the words that refuse. @throws with the page's name where it says no such words */
async function refusalOn(page: Page, name: string): Promise<void> {
  const words = page.getByText(/无权|看不到|没有这个角色|由.*办理/).first()
  await words.waitFor({ timeout: 10_000 }).catch((cause: unknown) => {
    throw new Error(`the page ${name} does not refuse`, { cause })
  })
}

test('every address of the desk refuses an intruder helpfully, and shows nothing', {
  timeout: 120_000,
}, async () => {
  const context = await visitor(browser, 390)
  const page = await context.newPage()
  await signIn(page, site.address, 'other-officer')
  for (const [name, [path, expected]] of Object.entries(addresses)) {
    await page.goto(site.address + path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    if (expected === 'refused') await refusalOn(page, name)
    expect(await page.content(), name).not.toContain(secret)
    expect([name, await accessibilityProblems(page)]).toEqual([name, []])
  }
  await page.goto(site.address + deskPaths.reports({ agency: housing, state: 'draft' }))
  await page.getByText('没有符合筛选条件的年度报告。').waitFor()
  await context.close()
})

test('who is not signed in is led to the sign-in page from every address, and back afterwards', {
  timeout: 90_000,
}, async () => {
  const context = await visitor(browser, 390)
  const page = await context.newPage()
  const shells = new Set<string>()
  for (const [, [path]] of Object.entries(addresses)) {
    const shell = await (await fetch(site.address + path)).text()
    shells.add(shell.replaceAll(/nonce="[^"]*"/g, ''))
  }
  // One shell answers every address, so a few show what it does.
  expect(shells.size).toBe(1)
  for (const [name, [path]] of Object.entries(addresses).filter((_, at) => at % 8 === 0)) {
    await page.goto(site.address + path)
    await page.getByRole('heading', { name: '登录工作台' }).waitFor()
    expect([name, await page.content()]).toEqual([name, expect.not.stringContaining(secret)])
  }
  await page.goto(site.address + deskPaths.calendars())
  const account = demoSignIns.find(each => each.signIn === 'other-officer')
  await page.getByLabel('登录名').fill('other-officer')
  await page.getByLabel('密码', { exact: true }).fill(account?.password ?? '')
  await page.getByRole('button', { name: /^登\s?录$/ }).click()
  await page.waitForURL(site.address + deskPaths.calendars())
  await context.close()
})
