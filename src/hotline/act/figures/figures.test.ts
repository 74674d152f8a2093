import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { addPerson } from '../../../office/people.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { demandTypes } from '../../demand.ts'
import { satisfactions } from '../../events.ts'
import { isOnBranch } from '../../figures/branch.ts'
import { type FiguresView, figuresOf } from '../../figures/count.ts'
import { added, type Counts } from '../../figures/counters.ts'
import { countsAt, factsOf } from '../../figures/fact.ts'
import { type FigureGroup, groupKey } from '../../figures/grouping.ts'
import { usualVersion } from '../../figures/version.ts'
import { historiesOf } from '../../store/figures/histories.ts'
import { gatherSums } from '../../store/figures/sums.ts'
import { minuteOf, momentOf } from '../../working-time.ts'
import { workingTime } from '../act.ts'
import { decideCategory } from '../categories/deciding.ts'
import { answer, arbitrate, dispatch, refuseReturn, returnDemand, sign } from '../dispatching.ts'
import * as handling from '../handling.ts'
import { merge, unmerge } from '../merging.ts'
import { registerDemand } from '../registering.ts'
import { demandsBehind, everyDemandBehind } from './behind.ts'
import { countFigures } from './counting.ts'
import { rebuildFigures } from './rebuilding.ts'
import { savedReports, saveReport, subscribeReport } from './saved.ts'
import { makeSubscribed, openIssue } from './subscribed.ts'
import { setFigureVersion } from './versions.ts'
import { wallboard } from './wallboard.ts'

const secrets = passingSecrets()
/** The hotline of the run: each has one of its own, so that it counts its own demands alone. */
let hotline = ''
/** The number of its first demand, which others follow. */
let lead = ''
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  for (const code of ['water', 'roads']) await agency(code)
})
afterAll(() => work.close())

async function agency(code: string): Promise<void> {
  const named = { name: `演示${code}`, shortName: code, kind: 'department' } as const
  await addAgency(work, { code, ...named, parent: null }, theSystem)
}

const who = (role: Role, agency = hotline): Actor => ({
  ...{ id: `${role} ${agency}`, name: '演示' },
  grants: [{ role, agency }],
})
const steps = [
  ...(['register', 'register', 'answer', 'toRoads', 'toWater', 'sign', 'return', 'refuse'] as const),
  ...(['arbitrate', 'ask', 'extend', 'suspend', 'resume', 'feedBack', 'feedBack', 'callBack'] as const),
  ...(['close', 'explain', 'reopen', 'urge', 'withdraw', 'rest', 'decide', 'merge', 'merge'] as const),
  'unmerge',
] as const
const acts = array(
  record({
    ...{ step: constantFrom(...steps), which: integer({ min: 0, max: 5 }) },
    ...{ minutes: integer({ min: 1, max: 5000 }), level: constantFrom(...satisfactions, null) },
  }),
  { minLength: 20, maxLength: 45 },
)
type Act = Parameters<Parameters<typeof acts.map>[0]>[0][number]
const start = minuteOf('2026-01-05T02:00:00Z')
const scopeNow = () => ({
  agencies: [hotline],
  people: true,
  from: dayOf('2026-01-01'),
  until: dayOf('2026-12-31'),
})

async function taken({ step, level }: Act, id: string, moment: string): Promise<void> {
  const at = (role: Role, agency?: string) => ({ id, by: who(role, agency), moment })
  const units = (['roads', 'water'] as const).map(unit => at('handlingUnit', unit))
  const byUnit = async (act: (doing: (typeof units)[number]) => Promise<unknown>) => {
    for (const doing of units) await act(doing)
  }
  const why = '演示的理由'
  const way: Record<Exclude<Act['step'], 'register' | 'rest'>, () => Promise<unknown>> = {
    answer: () => answer(work, at('hotlineAgent'), '可在窗口办理。'),
    toRoads: () => dispatch(work, at('dispatcher'), { unit: 'roads', basis: '' }),
    toWater: () => dispatch(work, at('dispatcher'), { unit: 'water', basis: '' }),
    sign: () => byUnit(doing => sign(work, doing)),
    return: () => byUnit(doing => returnDemand(work, doing, { reason: why, responsible: '' })),
    refuse: () => refuseReturn(work, at('dispatcher'), why),
    arbitrate: () => arbitrate(work, at('supervisor'), { unit: 'water', reason: why }),
    ask: () => byUnit(doing => handling.askExtension(work, doing, { workdays: 3, reason: why })),
    extend: () => handling.extend(work, at('dispatcher'), why),
    suspend: () => handling.suspend(work, at('supervisor'), why),
    resume: () => handling.resume(work, at('supervisor'), why),
    feedBack: () => byUnit(doing => handling.feedBack(work, doing, { words: why, resolution: 'partly' })),
    callBack: () =>
      handling.callBack(work, at('callbackAgent'), { handling: level, result: level, words: '' }),
    close: () => handling.close(work, at('callbackAgent')),
    explain: () => handling.explain(work, at('callbackAgent'), '已说明'),
    reopen: () => handling.reopen(work, at('supervisor'), why),
    urge: () => handling.urge(work, at('supervisor'), why),
    decide: () =>
      decideCategory(
        work,
        { ...at('hotlineAgent'), at: moment },
        level === null ? '卫生计生' : categories[0],
      ),
    merge: () => merge(work, at('dispatcher'), { into: lead, reason: why }),
    unmerge: () => unmerge(work, at('dispatcher'), why),
    withdraw: () => handling.withdrawDemand(work, at('hotlineAgent'), why),
  }
  if (step !== 'register' && step !== 'rest') await way[step]()
}

const categories = ['城乡建设/安全生产/安全隐患'] as const

/** Where the demands of a run are, one of them confidential; what the figures make of it. */
const places = [
  ...([
    '青禾县白石镇演示路 8 号',
    '青禾县演示路 1 号',
    '鹿鸣镇演示小区 2 幢',
    '',
    '演示路',
    '云川市青禾县',
  ] as const),
]

async function register({ which }: Act, moment: string): Promise<string> {
  const type = demandTypes[which] ?? 'help'
  const told = { subject: '演示路路灯不亮', body: '演示路路灯三天不亮。', place: places[which] ?? '' }
  const receipt = await registerDemand(
    work,
    {
      ...{ agency: hotline, type, channel: which % 2 === 0 ? 'phone' : 'web', urgency: 'ordinary' },
      ...{ ...told, confidential: which === 2, caller: { name: '演来电', phone: `000-${which % 3}` } },
    },
    { by: who('hotlineAgent'), moment, secrets },
  )
  if ('kind' in receipt) throw new Error(receipt.message)
  if (lead === '') lead = receipt.number
  return receipt.id
}

/** Every history read again, without a fact that is kept. */
async function factsAnew(ids: readonly string[], moment: string) {
  const time = await workingTime(work)
  return (await historiesOf(work, ids, moment)).flatMap(({ demand, events }) => factsOf(demand, events, time))
}

/** Counted by hand, without a sum. */
async function recounted(ids: readonly string[], moment: string) {
  const facts = await factsAnew(ids, moment)
  const counts = facts.reduce<Counts>((sum, fact) => added(sum, countsAt(fact, moment)), {})
  return figuresOf([{ version: { ...usualVersion, from: dayOf('2000-01-01') }, counts }], 0)
}

/** By place and category as it is counted by hand, and what the lines say, each with as many demands as it opens to. */
async function placesRecounted(ids: readonly string[], moment: string): Promise<void> {
  const facts = await factsAnew(ids, moment)
  const chosen = [
    {},
    { area: '青禾县' },
    { area: '青禾县/' },
    { area: '' },
    { place: '演示路' },
    { category: '城乡建设' },
  ]
  for (const only of chosen) {
    const by = ['area', 'place', 'category'] as const
    const view = await countFigures(work, { ...scopeNow(), ...only, by }, moment)
    const sums = new Map<string, number>()
    for (const fact of facts) {
      if (only.area !== undefined && !isOnBranch(fact.area, only.area)) continue
      if (only.place !== undefined && fact.spot !== only.place) continue
      if (only.category !== undefined && !isOnBranch(fact.category, only.category)) continue
      const key = by.map(group => groupKey(group, fact, only)).join()
      sums.set(key, (sums.get(key) ?? 0) + (fact.counts.total ?? 0))
    }
    const told = view.lines.map(({ keys, figures }) => [keys.join(), figures.total.numerator] as const)
    expect(new Map(told)).toEqual(sums)
    for (const { keys, figures } of only === chosen[0] ? view.lines : []) {
      const [area, place, category] = keys
      const asked = { ...scopeNow(), area, place, category, figure: 'total', part: 'numerator' } as const
      const at = { reader: who('supervisor'), moment }
      const { total } = await demandsBehind(work, { ...asked, size: 1, page: 1 }, at)
      expect([keys, total]).toEqual([keys, figures.total.numerator])
    }
  }
}

const toldOf = ({ whole, lines }: FiguresView) => ({ whole, lines })

test('after any acts the kept sums equal a recount, an earlier moment is told as it was told then, and nothing dispatched is lost', async () => {
  let run = 0
  const hold = async (given: Act[]) => {
    hotline = `hotline-${run++}`
    lead = ''
    await agency(hotline)
    const scope = scopeNow()
    let minute = start
    const ids: string[] = []
    const then: { moment: string; told: object }[] = []
    for (const act of given) {
      minute += act.minutes
      const moment = momentOf(minute)
      const id = ids[act.which % Math.max(1, ids.length)]
      if (act.step === 'register' || id === undefined) ids.push(await register(act, moment))
      else await taken(act, id, moment)
      if (act.step !== 'rest') continue
      const view = await countFigures(work, { ...scope, by: ['unit', 'area', 'month'] }, moment)
      then.push({ moment, told: toldOf(view) })
      await gatherSums(work)
    }
    const moment = momentOf(minute)
    const view = await countFigures(work, { ...scope, by: ['unit', 'type', 'week'] }, moment)
    const { callers, ...figures } = view.whole
    const { callers: _, ...recount } = await recounted(ids, moment)
    expect(figures).toEqual(recount)
    expect(callers.numerator).toBe(Math.min(callers.numerator, ids.length))
    await placesRecounted(ids, moment)
    const { dispatched, open, closed, returnedNow, converted } = view.whole
    const placed = [open, closed, returnedNow, converted].map(({ numerator }) => numerator)
    expect(placed.reduce((a, b) => a + b)).toBe(dispatched.numerator)
    for (const { moment: earlier, told } of then) {
      const again = await countFigures(
        work,
        { ...scope, by: ['unit', 'area', 'month'], asOf: earlier },
        momentOf(minute + 1),
      )
      expect(toldOf(again)).toEqual(told)
    }
    await rebuildFigures(work)
    await placesRecounted(ids, moment)
    expect(toldOf(await countFigures(work, { ...scope, by: ['unit', 'type', 'week'] }, moment))).toEqual(
      toldOf(view),
    )
  }
  await assert(asyncProperty(acts, hold), { numRuns: 15 })
}, 60_000)

test('a number opens to its demands, as they are counted now and as they were counted', async () => {
  hotline = 'opened'
  await agency(hotline)
  const scope = scopeNow()
  const [first, second] = [momentOf(start), momentOf(start + 30)]
  const plain = { which: 0, minutes: 1, level: null } as const
  const one = await register({ ...plain, step: 'register' }, first)
  const two = await register({ ...plain, step: 'register', which: 1 }, first)
  await taken({ ...plain, step: 'toRoads' }, one, first)
  await taken({ ...plain, step: 'sign' }, one, first)
  await taken({ ...plain, step: 'feedBack' }, one, first)
  await taken({ ...plain, step: 'callBack', level: 'satisfied' }, one, second)
  await taken({ ...plain, step: 'close' }, one, second)
  await taken({ ...plain, step: 'toWater' }, two, second)
  const page = { size: 10, page: 1 } as const
  const behind = async (
    figure: 'closingRate' | 'dispatched',
    part: 'numerator' | 'denominator',
    asOf = second,
  ) => {
    const asked = { ...scope, ...page, figure, part, asOf }
    const { lines, total } = await demandsBehind(work, asked, {
      reader: who('supervisor'),
      moment: momentOf(start + 60),
    })
    expect(total).toBe(lines.length)
    return lines.map(({ id }) => id).toSorted()
  }
  expect(await behind('closingRate', 'numerator')).toEqual([one])
  expect(await behind('closingRate', 'denominator')).toEqual([one, two].toSorted())
  expect(await behind('closingRate', 'numerator', first)).toEqual([])
  expect(await behind('dispatched', 'numerator', first)).toEqual([one])
  const given: string[] = []
  const by = who('supervisor')
  const asked = { ...scope, figure: 'total', part: 'numerator' } as const
  const pages = await everyDemandBehind(work, asked, { by, moment: second })
  if ('kind' in pages) throw new Error(pages.message)
  for await (const lines of pages) given.push(...lines.map(({ id }) => id))
  expect(given.toSorted()).toEqual([one, two].toSorted())
  const board = await wallboard(work, [hotline], { today: dayOf('2026-01-05'), moment: second })
  expect(board.figuresToday.total.numerator).toBe(2)
  expect(board.queues).toEqual([{ state: 'dispatched', count: 1, late: 0 }])
})

test('a category that somebody decided goes with the demand to its next unit, and the level below a chosen one is told', async () => {
  hotline = 'categories'
  await agency(hotline)
  const plain = { which: 0, minutes: 1, level: 'satisfied' } as const
  const [first, second] = [momentOf(start), momentOf(start + 30)]
  const one = await register({ ...plain, step: 'register' }, first)
  await register({ ...plain, step: 'register', which: 2 }, first)
  await taken({ ...plain, step: 'toRoads' }, one, first)
  await taken({ ...plain, step: 'decide' }, one, first)
  await taken({ ...plain, step: 'return' }, one, second)
  await taken({ ...plain, step: 'toWater' }, one, second)
  const linesBy = async (by: readonly FigureGroup[], only = {}) => {
    const { lines } = await countFigures(work, { ...scopeNow(), ...only, by }, second)
    return lines.map(({ keys, figures: { total, dispatches } }) => [
      ...[keys.join(), total.numerator, dispatches.numerator],
    ])
  }
  expect(await linesBy(['category'])).toEqual([
    ['城乡建设', 1, 2],
    ['', 1, 0],
  ])
  expect(await linesBy(['category'], { category: '城乡建设' })).toEqual([
    ['城乡建设/安全生产/安全隐患', 1, 2],
  ])
  expect(await linesBy(['area', 'unit'], { area: '青禾县' })).toEqual([
    ['青禾县/白石镇,roads', 0, 1],
    ['青禾县/白石镇,water', 1, 1],
  ])
  expect(await linesBy(['area', 'place'])).toEqual([
    ['青禾县,演示路', 1, 2],
    ['鹿鸣镇,', 1, 0],
  ])
})

test('of more places than a page holds, those with the most demands are told, and how many are not', async () => {
  hotline = 'places'
  await agency(hotline)
  const id = await register({ step: 'register', which: 0, minutes: 1, level: null }, momentOf(start))
  await sql`insert into hotline_facts (demand, unit, agency, type, channel, day, filed_at, changed_at, area, spot, total)
    select demand, 'unit ' || n, agency, type, channel, day, filed_at, changed_at, '', 'place ' || n,
      case when n = 1004 then 2 else 1 end
    from hotline_facts, generate_series(1, 1004) n where demand = ${id}::uuid`.execute(work.db)
  const { lines, more, whole } = await countFigures(work, { ...scopeNow(), by: ['place'] }, momentOf(start))
  expect([lines.length, more, whole.total.numerator]).toEqual([1000, 5, 1006])
  expect(lines[0]?.keys).toEqual(['place 1004'])
})

test('how figures are counted changes from a day to come on, and never for what was counted', async () => {
  const by = who('administrator')
  const version = { ...usualVersion, from: dayOf('2026-01-20'), instant: 60, basis: '省热线办通知' } as const
  const set = (change: object, today = '2026-01-06') =>
    setFigureVersion(work, { ...version, ...change }, { by, today: dayOf(today), at: momentOf(start) })
  expect(await set({}, '2026-01-20')).toMatchObject({ message: expect.stringContaining('明天') })
  expect(await set({ basis: ' ' })).toMatchObject({ message: expect.stringContaining('依据') })
  expect(await set({ satisfied: [] })).toMatchObject({ message: expect.stringContaining('满意') })
  expect(await set({})).toBeUndefined()
  expect(await set({})).toMatchObject({ message: expect.stringContaining('已有') })
  hotline = 'versions'
  await agency(hotline)
  for (const day of [0, 20]) {
    const filed = start + day * 24 * 60
    const id = await register({ step: 'register', which: 0, minutes: 1, level: null }, momentOf(filed))
    await taken({ step: 'toRoads', which: 0, minutes: 1, level: null }, id, momentOf(filed + 40))
  }
  const { whole, versions } = await countFigures(
    work,
    { ...scopeNow(), by: [] },
    momentOf(start + 60 * 24 * 60),
  )
  expect(versions.map(({ from }) => from)).toEqual(['2026-01-01', '2026-01-20'])
  expect(whole.instantRate).toEqual({ numerator: 1, denominator: 2 })
})

test('a subscribed report is made once for each span that is over, of what its owner may see, and waits until it is opened', async () => {
  hotline = 'subscribed'
  await agency(hotline)
  for (const day of [0, 1, 8])
    await register({ step: 'register', which: 1, minutes: 1, level: null }, momentOf(start + day * 24 * 60))
  const grants = [{ role: 'supervisor', agency: hotline }] as const
  const root: Actor = { id: 'root', name: '演示', grants: [{ role: 'administrator', agency: hotline }] }
  const given = { signIn: 'subscriber', name: '演订阅', grants }
  const owner = await addPerson(work, given, root, dayOf('2026-01-05'))
  if ('kind' in owner) throw new Error(owner.message)
  const query = 'by=day,area&from=2020-01-01&until=2020-02-01&figures=total'
  const moment = momentOf(start + 10 * 24 * 60)
  await saveReport(work, { name: '演示周报', query }, { by: owner, at: moment })
  const [kept] = await savedReports(work, owner)
  const id = kept?.id ?? ''
  const make = (on: string) => makeSubscribed(work, 'week', { today: dayOf(on), moment })
  expect(await make('2026-01-13')).toBe(0)
  expect(await subscribeReport(work, { id, every: 'week' }, root)).toMatchObject({ kind: 'refusal' })
  expect(await subscribeReport(work, { id, every: 'week' }, owner)).toBeUndefined()
  expect([await make('2026-01-13'), await make('2026-01-14'), await make('2026-01-19')]).toEqual([1, 0, 1])
  const issues = async () => (await savedReports(work, owner))[0]?.issues
  const [later, first] = [
    { from: '2026-01-12', until: '2026-01-18', isOpened: false },
    { from: '2026-01-05', until: '2026-01-11', isOpened: false },
  ]
  expect(await issues()).toEqual([later, first])
  const asked = { id, until: dayOf('2026-01-11'), at: moment }
  expect(await openIssue(work, { ...asked, person: 'root' })).toBeUndefined()
  const told = await openIssue(work, { ...asked, person: owner.id })
  expect(told?.sheet.split('\r\n')).toEqual([
    ...[
      '\uFEFF日,县区、乡镇,诉求总量（件）',
      '2026年1月5日,青禾县,1',
      '2026年1月6日,青禾县,1',
      '全部,,2',
      '',
    ],
  ])
  expect(await issues()).toEqual([later, { ...first, isOpened: true }])
  await work.db.updateTable('people').set({ disabled: true }).where('id', '=', owner.id).execute()
  expect(await make('2026-01-26')).toBe(0)
})
