import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../office/roles.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { rebuildDemandStandings } from '../store/history.ts'
import { minuteOf, momentOf } from '../working-time.ts'
import {
  at,
  doing,
  given,
  notReached,
  openHotline,
  refused,
  registered,
  secrets,
  start,
  toRoads,
  who,
} from './a-hotline.ts'
import { type DemandDone, workingTime } from './act.ts'
import { answer, arbitrate, dispatch, refuseReturn, returnDemand, sign } from './dispatching.ts'
import * as handling from './handling.ts'
import { merge, unmerge } from './merging.ts'
import { type Registering, registerDemand } from './registering.ts'
import * as together from './together.ts'
import { demandView, openCaller } from './views/demand.ts'
import { demandQueue } from './views/queue.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

test('a demand goes to its unit and comes back closed, each step by whoever may take it', async () => {
  const { id, number } = await registered(work)
  expect(number).toMatch(/^20260116-\d{5}$/)
  const unit = who('handlingUnit', 'roads')
  expect(await dispatch(work, doing(id, who('hotlineAgent')), toRoads)).toMatchObject(refused(/由派单员办理/))
  expect(await dispatch(work, doing(id, who('dispatcher')), { unit: 'none', basis: '' })).toMatchObject(
    refused(/没有这个承办单位/),
  )
  expect(await dispatch(work, doing(id, who('dispatcher')), toRoads)).toMatchObject({ state: 'dispatched' })
  expect(await sign(work, doing(id, who('handlingUnit', 'water')))).toMatchObject(refused(/由承办单位办理/))
  expect(
    await handling.feedBack(work, doing(id, unit), { words: '已修', resolution: 'resolved' }),
  ).toMatchObject(refused(/待签收，不能反馈/))
  expect(await sign(work, doing(id, unit))).toMatchObject({ state: 'handling' })
  const later = at('2026-01-19 15:00')
  const said = { words: '已更换灯泡。', resolution: 'resolved' } as const
  expect(await handling.feedBack(work, doing(id, unit, later), { ...said, words: ' ' })).toMatchObject(
    refused(/请写明办理的情况/),
  )
  const personal = { ...said, words: '已与13812345678核实。', checked: ['13812345678'] }
  expect(await handling.feedBack(work, doing(id, unit, later), { ...personal, checked: [] })).toMatchObject(
    refused(/“13812345678”是手机号码.*已核对/),
  )
  expect(await handling.feedBack(work, doing(id, unit, later), personal)).toMatchObject({ state: 'fedBack' })
  const told = { handling: 'satisfied', result: 'dissatisfied', words: '又灭了' } as const
  const caller = who('callbackAgent')
  expect(await handling.callBack(work, doing(id, caller, later), told)).toMatchObject({ satisfied: false })
  for (const role of ['callbackAgent', 'dispatcher'] as const)
    expect(await handling.close(work, doing(id, who(role), later))).toMatchObject(
      refused(/来电人不满意，不能直接办结：请“重办”；.*“解释后办结”/),
    )
  expect(await handling.reopen(work, doing(id, caller, later), '又灭了')).toMatchObject({
    ...{ state: 'dispatched', reopenings: 1, satisfied: null },
  })
  await sign(work, doing(id, unit, later))
  await handling.feedBack(work, doing(id, unit, later), said)
  expect(await handling.close(work, doing(id, caller, later))).toMatchObject(refused(/请先回访/))
  await handling.callBack(work, doing(id, caller, later), notReached)
  expect(await handling.explain(work, doing(id, caller, later), '无人接听')).toMatchObject(
    refused(/没有表示不满意/),
  )
  expect(await handling.close(work, doing(id, caller, later))).toMatchObject({
    state: 'closed',
    closedAt: later,
  })
  const view = await demandView(work, id, { reader: unit, moment: later, secrets })
  expect(view?.events.filter(({ kind }) => kind === 'fedBack')[0]).toMatchObject({ checked: ['手机号码'] })
  expect(view?.events.map(({ kind }) => kind)).toEqual([
    ...[
      'registered',
      'dispatched',
      'signed',
      'fedBack',
      'calledBack',
      'reopened',
      'signed',
      'fedBack',
      'calledBack',
      'closed',
    ],
  ])
})

test.each([
  ['callbackAgent', '已说明更换计划和时间', { state: 'closed', satisfied: false, closedAt: start }],
  ['supervisor', '已说明更换计划和时间', { state: 'closed' }],
  ['callbackAgent', ' ', refused(/写明向来电人解释的情况/)],
  ['dispatcher', '已说明', refused(/“解释后办结”由回访员或督办员办理/)],
] as const)(
  'over a dissatisfied caller it is closed by the %s after explaining “%s”',
  async (role, words, done) => {
    const { id } = await registered(work)
    const unit = who('handlingUnit', 'roads')
    await dispatch(work, doing(id, who('dispatcher')), toRoads)
    await sign(work, doing(id, unit))
    await handling.feedBack(work, doing(id, unit), { words: '已列入计划。', resolution: 'explained' })
    const caller = who('callbackAgent')
    expect(await handling.explain(work, doing(id, caller), '已说明')).toMatchObject(refused(/要求：待办结/))
    const told = { handling: 'satisfied', result: 'veryDissatisfied', words: '太慢' } as const
    await handling.callBack(work, doing(id, caller), told)
    expect(await handling.explain(work, doing(id, who(role)), words)).toMatchObject(done)
    const view = await demandView(work, id, { reader: unit, moment: start, secrets })
    const last = 'kind' in done ? 'calledBack' : 'closed'
    expect(view?.events.at(-1)).toMatchObject({ kind: last, ...(last === 'closed' && { explained: words }) })
  },
)

test('the second return goes to the supervisor, whose decision binds', async () => {
  const { id } = await registered(work)
  const [dispatcher, supervisor] = [who('dispatcher'), who('supervisor')]
  const [water, roads] = [who('handlingUnit', 'water'), who('handlingUnit', 'roads')]
  const why = { reason: '不属于我单位职责', responsible: '水务局' }
  await dispatch(work, doing(id, dispatcher), toRoads)
  expect(await returnDemand(work, doing(id, roads), { ...why, reason: '' })).toMatchObject(
    refused(/写明理由/),
  )
  expect(await returnDemand(work, doing(id, roads), why)).toMatchObject({ state: 'returned', returns: 1 })
  expect(await refuseReturn(work, doing(id, dispatcher), '路灯由你单位负责')).toMatchObject({
    state: 'dispatched',
  })
  expect(await returnDemand(work, doing(id, roads), why)).toMatchObject({ state: 'disputed', returns: 2 })
  expect(await dispatch(work, doing(id, dispatcher), toRoads)).toMatchObject(refused(/待裁定/))
  const decision = { unit: 'water', reason: '管网由水务局负责' }
  expect(await arbitrate(work, doing(id, supervisor), decision)).toMatchObject({ unit: 'water', bound: true })
  expect(await returnDemand(work, doing(id, water), why)).toMatchObject(refused(/已经裁定/))
})

test('an extension is asked before the limit, by the unit, and granted by the hotline', async () => {
  const { id } = await registered(work, { type: 'help' })
  const unit = who('handlingUnit', 'roads')
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  await sign(work, doing(id, unit))
  const ask = (moment: string, workdays = 5) =>
    handling.askExtension(work, doing(id, unit, moment), { workdays, reason: '需要采购灯杆' })
  expect(await ask(at('2026-01-22 09:00'))).toMatchObject(refused(/期限已过/))
  expect(await ask(at('2026-01-20 09:00'), 31)).toMatchObject(refused(/1 至 30/))
  expect(await ask(at('2026-01-20 09:00'))).toMatchObject({ extensionAsked: 5 })
  await handling.extend(work, doing(id, who('supervisor'), at('2026-01-20 10:00')), '同意')
  const view = await demandView(work, id, { reader: unit, moment: at('2026-01-20 10:00'), secrets })
  expect(view?.clock).toMatchObject({ dueAt: at('2026-01-28 17:30'), late: false, allowance: 8 * 450 })
})

test('what one unit asked for is not granted to the next', async () => {
  const { id } = await registered(work)
  const [dispatcher, roads, water] = [
    who('dispatcher'),
    who('handlingUnit', 'roads'),
    who('handlingUnit', 'water'),
  ]
  await dispatch(work, doing(id, dispatcher), toRoads)
  await sign(work, doing(id, roads))
  const asking = { workdays: 5, reason: '需要采购灯杆' }
  await handling.askExtension(work, doing(id, roads), asking)
  await returnDemand(work, doing(id, roads), { reason: '不属于我单位职责', responsible: '水务局' })
  await dispatch(work, doing(id, dispatcher), { unit: 'water', basis: '' })
  await sign(work, doing(id, water))
  expect(await handling.extend(work, doing(id, dispatcher), '同意')).toMatchObject(refused(/没有申请延期/))
  expect(await handling.askExtension(work, doing(id, water), { ...asking, workdays: 3 })).toMatchObject({
    extensionAsked: 3,
  })
})

test('a wish for confidence covers the ticket; whoever opens the caller says why, and it is recorded', async () => {
  const { id } = await registered(work, { confidential: true })
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  const unit = who('handlingUnit', 'roads')
  const view = await demandView(work, id, { reader: unit, moment: start, secrets })
  expect(view).toMatchObject({ caller: null, mayOpenCaller: false })
  expect(await openCaller(work, { id, reader: unit, moment: start, secrets }, '联系来电人')).toMatchObject(
    refused(/要求保密/),
  )
  expect(
    await openCaller(work, { id, reader: who('hotlineAgent'), moment: start, secrets }, '核'),
  ).toMatchObject(refused(/理由/))
  expect(
    await openCaller(work, { id, reader: who('hotlineAgent'), moment: start, secrets }, '回电核实'),
  ).toEqual(given.caller)
  const trail = await work.db
    .selectFrom('audit')
    .select('act')
    .where('subject', '=', id)
    .orderBy('id')
    .execute()
  expect(trail.map(({ act }) => act)).toEqual(['hotline.register', 'hotline.dispatch', 'hotline.caller'])
  const kept = await work.db.selectFrom('hotline_callers').selectAll().where('demand', '=', id).execute()
  expect(JSON.stringify(kept)).not.toContain('13800000000')
})

test('the same form sent twice is one demand; what is missing or too long is said', async () => {
  const once = 'a form that was sent twice'
  const [first, second] = [await registered(work, { once }), await registered(work, { once })]
  const atOnce = await Promise.all(
    [1, 2, 3].map(() => registered(work, { once: 'sent three times at once' })),
  )
  expect(new Set(atOnce.map(({ id }) => id)).size).toBe(1)
  expect(second).toEqual({ id: first.id, number: first.number, trackingCode: '' })
  const by = { by: who('hotlineAgent'), moment: start, secrets }
  const register = (change: Partial<Registering>) => registerDemand(work, { ...given, ...change }, by)
  expect(await register({ subject: ' ' })).toMatchObject(refused(/标题/))
  expect(await register({ body: '长'.repeat(5001) })).toMatchObject(refused(/内容不能超过 5000 字/))
  const stranger = { ...by, by: who('hotlineAgent', 'water') }
  expect(await registerDemand(work, given, stranger)).toMatchObject(refused(/话务员/))
})

test('a unit sees its own demands in its queue, the hotline all, others none', async () => {
  const asked = { sort: 'due', page: 1, size: 200, state: 'open' } as const
  const { id } = await registered(work)
  await dispatch(work, doing(id, who('dispatcher')), { unit: 'water', basis: '' })
  const queue = async (reader: Actor) => (await demandQueue(work, asked, { reader, moment: start })).lines
  const ofWater = await queue(who('handlingUnit', 'water'))
  expect(ofWater.map(line => line.id)).toContain(id)
  expect(new Set(ofWater.map(({ unit }) => unit))).toEqual(new Set(['water']))
  expect((await queue(who('dispatcher'))).some(line => line.id === id)).toBe(true)
  expect((await queue(who('handlingUnit', 'roads'))).some(line => line.id === id)).toBe(false)
  expect(
    await demandView(work, id, { reader: who('officer', 'roads'), moment: start, secrets }),
  ).toBeUndefined()
})

test('demands of one moment stand by their numbers, in every order', async () => {
  const moment = at('2026-01-16 11:11')
  const by = { by: who('hotlineAgent'), moment, secrets }
  const numbers: string[] = []
  for (let n = 0; n < 6; n++) {
    const receipt = await registerDemand(work, given, by)
    if (isRefusal(receipt)) throw new Error(receipt.message)
    await dispatch(work, doing(receipt.id, who('dispatcher'), moment), toRoads)
    numbers.push(receipt.number)
  }
  for (const sort of ['filed', 'due', '-filed', '-due'] as const) {
    const asked = { sort, page: 1, size: 200 } as const
    const { lines } = await demandQueue(work, asked, { reader: who('dispatcher'), moment })
    const found = lines.filter(line => line.filedAt === moment).map(({ number }) => number)
    expect([sort, found]).toEqual([sort, sort.startsWith('-') ? numbers.toReversed() : numbers])
  }
})

/** The demand that others follow. */
let lead = { id: '', number: '' }

/** Every act, by somebody who may take it, with what it needs. */
const acts: Readonly<Record<string, (id: string, moment: string, unit: string) => Promise<DemandDone>>> = {
  answer: (id, moment) => answer(work, doing(id, who('hotlineAgent'), moment), '已告知'),
  dispatch: (id, moment, unit) => dispatch(work, doing(id, who('dispatcher'), moment), { unit, basis: '' }),
  sign: (id, moment, unit) => sign(work, doing(id, who('handlingUnit', unit), moment)),
  return: (id, moment, unit) =>
    returnDemand(work, doing(id, who('handlingUnit', unit), moment), { reason: '不属职责', responsible: '' }),
  refuseReturn: (id, moment) => refuseReturn(work, doing(id, who('dispatcher'), moment), '属于职责'),
  arbitrate: (id, moment, unit) =>
    arbitrate(work, doing(id, who('supervisor'), moment), { unit, reason: '裁定' }),
  suspend: (id, moment) => handling.suspend(work, doing(id, who('supervisor'), moment), '等待第三方'),
  resume: (id, moment) => handling.resume(work, doing(id, who('supervisor'), moment), ''),
  feedBack: (id, moment, unit) =>
    handling.feedBack(work, doing(id, who('handlingUnit', unit), moment), {
      words: '已办',
      resolution: 'resolved',
    }),
  close: (id, moment) => handling.close(work, doing(id, who('callbackAgent'), moment)),
  explain: (id, moment) => handling.explain(work, doing(id, who('callbackAgent'), moment), '已说明'),
  reopen: (id, moment) => handling.reopen(work, doing(id, who('callbackAgent'), moment), '未解决'),
  urge: (id, moment) => handling.urge(work, doing(id, who('supervisor'), moment), '请抓紧', 'supervise'),
  callBack: (id, moment) => handling.callBack(work, doing(id, who('callbackAgent'), moment), notReached),
  coHandle: (id, moment, unit) =>
    together.coHandle(work, doing(id, who('dispatcher'), moment), { units: [unit], words: '' }),
  givePart: (id, moment, unit) =>
    together.givePart(work, doing(id, who('handlingUnit', unit), moment), '已查'),
  changeLimit: (id, moment) =>
    together.changeLimit(work, doing(id, who('supervisor'), moment), { workdays: 7, reason: '复杂' }),
  merge: (id, moment) =>
    merge(work, doing(id, who('dispatcher'), moment), { into: lead.number, reason: '同一事项' }),
  unmerge: (id, moment) => unmerge(work, doing(id, who('dispatcher'), moment), '不同事项'),
  withdraw: (id, moment) => handling.withdrawDemand(work, doing(id, who('hotlineAgent'), moment), '已解决'),
  leadAnswered: (_, moment) => answer(work, doing(lead.id, who('hotlineAgent'), moment), '已告知'),
  leadFedBack: async (_, moment) => {
    await dispatch(work, doing(lead.id, who('dispatcher'), moment), toRoads)
    const unit = doing(lead.id, who('handlingUnit', 'roads'), moment)
    await sign(work, unit)
    return await handling.feedBack(work, unit, { words: '已办', resolution: 'resolved' })
  },
}

test('after any acts every open demand is somebody’s, and the kept standing is what its history says', async () => {
  const act = record({
    act: constantFrom(...Object.keys(acts)),
    unit: constantFrom('water', 'roads'),
    wait: integer({ min: 0, max: 600 }),
  })
  const kept = () => work.db.selectFrom('hotline_standings').selectAll().orderBy('demand').execute()
  await assert(
    asyncProperty(array(act, { minLength: 4, maxLength: 14 }), async steps => {
      lead = await registered(work)
      const { id } = await registered(work)
      let minute = minuteOf(start)
      for (const { act: name, unit, wait } of steps) {
        minute += wait
        await acts[name]?.(id, momentOf(minute), unit)
      }
      const row = await work.db
        .selectFrom('hotline_standings')
        .selectAll()
        .where('demand', '=', id)
        .executeTakeFirstOrThrow()
      const somebodys = ['registered', 'returned', 'disputed', 'fedBack', 'calledBack', 'merged'].includes(
        row.state,
      )
      expect(row.state === 'merged').toBe(row.follows !== null)
      expect(row.closed_at !== null || somebodys || row.unit !== null).toBe(true)
      expect(row.closed_at !== null).toBe(['closed', 'answered', 'withdrawn'].includes(row.state))
    }),
    { numRuns: 25 },
  )
  const before = await kept()
  await work.db.deleteFrom('hotline_standings').execute()
  expect(await rebuildDemandStandings(work, await workingTime(work))).toBe(before.length)
  expect(await kept()).toEqual(before)
})
