import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../office/roles.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import {
  at,
  doing,
  given,
  openHotline,
  refused,
  registered,
  secrets,
  start,
  toRoads,
  who,
} from '../a-hotline.ts'
import { dispatch, sign } from '../dispatching.ts'
import { noteDemand } from '../handling.ts'
import { liveHelp } from '../live/helping.ts'
import { openCaller } from '../views/demand.ts'
import { dealWithLooks, lookNoticesFor, lookRecord, looksSeen, settleWatch, watchSettings } from './record.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const day = { from: dayOf('2026-01-16'), to: dayOf('2026-01-16') }
const page = { page: 1, size: 50 }
const supervisor = who('supervisor')
const browser: Actor = { ...who('hotlineAgent'), id: 'browser', name: '演翻看' }
const look = (id: string, reader: Actor, moment = start) =>
  openCaller(work, { id, reader, moment, secrets }, '回电核实')
const lineOf = async (person: string) =>
  (await lookRecord(work, { ...day, ...page }, supervisor)).lines.find(line => line.person === person)

test('what binds somebody to a demand is no browsing: he registered it, handles it, was to call, or acted soon after', async () => {
  const { id } = await registered(work)
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  const unit = who('handlingUnit', 'roads')
  await sign(work, doing(id, unit))
  const other: Actor = { ...who('hotlineAgent'), id: 'second' }
  expect(isRefusal(await look(id, other))).toBe(false)
  expect(await lineOf(other.id)).toMatchObject({ looks: 1, causeless: 1 })
  await noteDemand(work, doing(id, other, at('2026-01-16 11:00')), '来电人再次来电，已转告')
  expect(await lineOf(other.id)).toMatchObject({ looks: 1, causeless: 0 })
  await look(id, who('hotlineAgent'))
  await look(id, { ...unit, id: 'colleague' })
  expect(await lineOf('hotlineAgent hotline')).toMatchObject({ looks: 1, causeless: 0 })
  expect(await lineOf('colleague')).toMatchObject({ looks: 1, causeless: 0 })
  const { lines } = await looksSeen(work, { ...day, ...page }, supervisor)
  expect(lines.map(({ bond, actedAfter }) => [bond, actedAfter]).toReversed()).toEqual([
    [null, true],
    ['handled', false],
    ['unit', false],
  ])
})

test('an agent who browses callers without cause is reported to the supervisor, who says what he did about it', async () => {
  const settings = await watchSettings(work)
  await settleWatch(work, { ...settings, causelessPerDay: 3, looksPerHour: 4 }, who('administrator'))
  const demands = []
  for (const confidential of [true, false, false]) demands.push(await registered(work, { confidential }))
  for (const [place, { id }] of demands.entries()) {
    expect(await lookNoticesFor(work, supervisor, true)).toEqual([])
    await look(id, browser, at(`2026-01-16 1${place}:3${place}`))
  }
  expect(await lineOf(browser.id)).toMatchObject({
    ...{ personName: '演翻看', looks: 3, causeless: 3, confidential: 1, confidentialCauseless: 1 },
    ...{ causelessOnDay: 3, inHour: 1, unusual: ['causeless'] },
  })
  const [notice] = await lookNoticesFor(work, supervisor, true)
  expect(notice).toMatchObject({ person: browser.id, rule: 'causeless', counted: 3, bound: 3 })
  const behind = await looksSeen(
    work,
    { ...day, ...page, person: browser.id, causeless: true, confidential: true },
    supervisor,
  )
  expect(behind).toMatchObject({ total: 1, lines: [{ demand: demands[0]?.id, reason: '回电核实' }] })

  const deal = (by: Actor, words = '已谈话，责令书面说明') =>
    dealWithLooks(work, { id: notice?.id ?? '', words }, { by, moment: start })
  expect(await deal(who('hotlineAgent'))).toMatchObject(refused(/没有这条提醒/))
  expect(await deal({ ...supervisor, id: browser.id })).toMatchObject(refused(/由其他督办员/))
  expect(await deal(supervisor, '知')).toMatchObject(refused(/核实的情况/))
  expect(await deal(supervisor)).toEqual({})
  expect(await deal(supervisor)).toMatchObject(refused(/已经处理过/))
  expect(await lookNoticesFor(work, supervisor, true)).toEqual([])
  expect(await lookNoticesFor(work, supervisor, false)).toMatchObject([{ words: '已谈话，责令书面说明' }])

  const last = demands[0]?.id ?? ''
  for (const minute of [40, 41, 42]) await look(last, browser, at(`2026-01-16 12:${minute}`))
  expect(await lookNoticesFor(work, supervisor, true)).toMatchObject([{ rule: 'hour', counted: 4 }])
  expect(await lineOf(browser.id)).toMatchObject({ inHour: 4, unusual: ['causeless', 'hour'] })
})

test('numbers that were looked up and led to nothing are counted, once a day, and told from the bound on', async () => {
  const settings = await watchSettings(work)
  await settleWatch(work, { ...settings, numbersPerDay: 2 }, who('administrator'))
  const agent: Actor = { ...who('hotlineAgent'), id: 'typing', name: '演输入' }
  for (const phone of ['000-1110001', '000-1110002', '000-1110003'])
    await registered(work, { caller: { name: '演', phone } })
  const help = (phone: string) => {
    const typing = { ...given, subject: '', body: '', place: '', phone }
    return liveHelp(work, typing, { reader: agent, moment: start, today: day.from, secrets })
  }
  await help('000-1110001')
  await help('0001110001')
  expect(await lineOf(agent.id)).toMatchObject({ looks: 0, numbers: 1, idleNumbers: 1, unusual: [] })
  await help('000-1110002')
  expect(await lookNoticesFor(work, supervisor, true)).toEqual(
    expect.arrayContaining([expect.objectContaining({ person: agent.id, rule: 'numbers', counted: 2 })]),
  )
  const { id } = await registered(work, { caller: { name: '演', phone: '000-1110002' } })
  await noteDemand(work, doing(id, agent), '来电补充')
  expect(await lineOf(agent.id)).toMatchObject({ numbers: 2, idleNumbers: 1, idleOnDay: 1 })
})

test.each([
  ['the supervisor of another hotline', who('supervisor', 'water')],
  ['an agent', who('hotlineAgent')],
  ['an auditor of another agency', who('auditor', 'roads')],
])('%s reads nothing of the record', async (_, reader) => {
  expect(await lookRecord(work, { ...day, ...page }, reader)).toEqual({ lines: [], total: 0 })
  expect(await looksSeen(work, { ...day, ...page }, reader)).toEqual({ lines: [], total: 0 })
  expect(await lookNoticesFor(work, reader, false)).toEqual([])
})

test('the auditor of the hotline reads it, narrowed to a name and to what is unusual', async () => {
  const asked = { ...day, ...page, q: '翻看', unusual: true }
  const { lines, total } = await lookRecord(work, asked, who('auditor'))
  expect([total, lines.map(({ personName }) => personName)]).toEqual([1, ['演翻看']])
})
