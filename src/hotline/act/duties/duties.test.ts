import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { at, doing, hotline, openHotline, refused, registered, start, toRoads, who } from '../a-hotline.ts'
import { arbitrate, dispatch, returnDemand, sign } from '../dispatching.ts'
import { feedBack } from '../handling.ts'
import { demandSeen } from '../views/demand.ts'
import { importDuties } from './importing.ts'
import { askToLearn, doWaitingTraining, learnWhereDemandsGo, unitLearning } from './learning.ts'
import { addToDuties, changeDuty, dutyList } from './listing.ts'
import { decideProposals, proposalsSeen } from './proposals.ts'
import { suggestFor, suggestUnit } from './suggesting.ts'

const on = dayOf('2026-01-16')
const [dispatcher, supervisor] = [who('dispatcher'), who('supervisor')]
const list = { hotline, by: dispatcher }
const lamps = {
  matter: '路灯、灯不亮',
  place: '',
  unit: 'roads',
  basis: '三定规定',
  from: dayOf('2025-01-01'),
}
const asked = { hotline, type: 'complaint', urgency: 'ordinary', body: '请处理。', place: '' } as const
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const suggested = async (id: string) => {
  const record = await demandSeen(work, id, dispatcher)
  if (record === undefined) throw new Error('no demand')
  const [found] = await suggestFor(work, [record], on)
  return found
}

test('the list is changed by its dispatchers only, and a change leaves what was', async () => {
  expect(await addToDuties(work, { hotline, by: who('hotlineAgent') }, lamps)).toEqual(
    refused(/派单员或者督办员/),
  )
  expect(await addToDuties(work, list, { ...lamps, unit: 'nobody' })).toEqual(refused(/没有这个承办单位/))
  const id = await addToDuties(work, list, lamps)
  if (typeof id !== 'string') throw new Error(id.message)
  const change = { until: dayOf('2026-03-01'), told: { ...lamps, unit: 'water' } }
  expect(await changeDuty(work, { id, by: who('supervisor', 'water') }, change)).toEqual(refused(/督办员/))
  expect(await changeDuty(work, { id, by: dispatcher }, { until: dayOf('2024-12-31') })).toEqual(
    refused(/不能早于/),
  )
  await changeDuty(work, { id, by: dispatcher }, change)
  expect(await changeDuty(work, { id, by: dispatcher }, change)).toEqual(refused(/已经停止适用/))
  const told = (day: string) => suggestUnit(work, { ...asked, subject: '路灯坏了' }, dayOf(day))
  expect(await told('2026-02-28')).toMatchObject({ unit: 'roads', limit: '13 个工作日', source: 'duties' })
  expect(await told('2026-03-01')).toMatchObject({ unit: 'water', unitName: '云川市水务局' })
  const sql = work.db.updateTable('hotline_duties').set({ unit: 'roads' })
  await expect(sql.execute()).rejects.toThrow(/never rewritten/)
  expect(
    (await dutyList(work, { reader: who('handlingUnit', 'roads'), today: on })).map(({ unit }) => unit),
  ).toEqual(['roads'])
  expect(await dutyList(work, { reader: dispatcher, today: on })).toHaveLength(2)
})

test('a pasted table with a wrong row changes nothing and says which row', async () => {
  const rows = ['事项\t地点\t承办单位\t依据\t开始适用', '井盖\t\t云川市城管局\t\t2026-01-01']
  const wrong = await importDuties(work, list, [...rows, '水管\t\t无此单位\t\t元旦'].join('\n'))
  expect(wrong).toMatchObject({
    rows: 0,
    faults: [{ row: 3, words: '没有“无此单位”这个承办单位；“元旦”不是有效日期，例如 2026-01-01' }],
  })
  expect(await dutyList(work, { reader: dispatcher, today: on })).toHaveLength(2)
  expect(await importDuties(work, list, rows.join('\n'))).toEqual({ rows: 1, faults: [] })
  expect(await suggestUnit(work, { ...asked, subject: '井盖丢失' }, on)).toMatchObject({ unit: 'roads' })
})

test('a return is not suggested again and proposes a change; an arbitration is remembered for its like', async () => {
  const fountain = { subject: '望月小区喷泉漏电', body: '望月小区喷泉漏电，很危险。', place: '望月小区' }
  const { id } = await registered(work, fountain)
  const unit = who('handlingUnit', 'roads')
  for (const hour of ['10:10', '10:30']) {
    await dispatch(work, doing(id, dispatcher, at(`2026-01-16 ${hour}`)), toRoads)
    await returnDemand(work, doing(id, unit, at(`2026-01-16 ${hour}`)), {
      reason: '不归我局',
      responsible: '水务局',
    })
  }
  const seen = (by = dispatcher) => proposalsSeen(work, by, on)
  const [proposal] = await seen()
  expect(await seen()).toHaveLength(1)
  expect(proposal).toMatchObject({ duty: null, unit: null, matter: '望月小区喷泉漏电' })
  expect(proposal?.demands).toMatchObject(
    Array(2).fill({ demand: id, kind: 'returned', responsible: '水务局' }),
  )
  expect(await seen(unit)).toEqual([])
  const [later, earlier] = proposal?.demands ?? []
  if (later === undefined || earlier === undefined) throw new Error('no proposal')
  const decide = (by: typeof unit, ...decisions: Parameters<typeof decideProposals>[2]) =>
    decideProposals(work, { by, at: start }, decisions)
  expect(await decide(unit, { demands: [later], reason: '甲' })).toEqual(refused(/督办员/))
  const fountains = { ...lamps, matter: '喷泉', unit: 'roads' }
  const gone = { ...later, number: 99 }
  expect(await decide(dispatcher, { demands: [later, gone], told: fountains })).toEqual(refused(/已经处理/))
  expect(await dutyList(work, { reader: dispatcher, today: on }, { q: '喷泉' })).toEqual([])
  expect(await decide(dispatcher, { demands: [later], told: fountains })).toBeUndefined()
  expect(await decide(dispatcher, { demands: [later], reason: '甲' })).toEqual(refused(/已经处理/))
  const [line] = await dutyList(work, { reader: dispatcher, today: on }, { q: '喷泉' })
  expect(await seen()).toMatchObject([
    { duty: line?.id, listed: 'roads', demands: [{ number: earlier.number }] },
  ])
  expect((await suggested(id))?.unit).not.toBe('roads')
  const done = await arbitrate(work, doing(id, supervisor, at('2026-01-16 11:00')), {
    unit: 'water',
    reason: '漏电的是水泵',
  })
  expect(done).toMatchObject({ unit: 'water' })
  const decidedNow = await proposalsSeen(work, dispatcher, on)
  const [group] = decidedNow.filter(each => each.unit === 'water')
  expect(group).toMatchObject({ listed: 'roads', demands: [{ kind: 'arbitrated' }] })
  const told = { ...fountains, unit: 'water', from: dayOf('2026-01-17') }
  const demands = group?.demands ?? []
  expect(await decide(supervisor, { demands, told, replaces: group?.duty ?? undefined })).toBeUndefined()
  const lines = await dutyList(work, { reader: dispatcher, today: on }, { q: '喷泉' })
  expect(lines.map(each => [each.unit, each.from, each.until])).toEqual([
    ['roads', '2025-01-01', '2026-01-17'],
    ['water', '2026-01-17', null],
  ])
  const like = { ...asked, subject: '望月小区水池漏电', body: '水池漏电，危险。', place: '望月小区' }
  expect(await suggestUnit(work, like, on)).toMatchObject({ unit: 'water', source: 'arbitration' })
  const { subject, body, place } = like
  const near = await registered(work, { subject, body, place })
  const far = await registered(work, { subject: '咨询', body: '咨询', place: '' })
  const records = await Promise.all([far, near].map(each => demandSeen(work, each.id, dispatcher)))
  const together = await suggestFor(
    work,
    records.flatMap(each => each ?? []),
    on,
  )
  expect(together.map(each => each.unit)).toEqual([null, 'water'])
})

test('nights teach where demands went in the end; before enough came nothing is suggested', async () => {
  expect(await learnWhereDemandsGo(work, start)).toBe(0)
  const said = { roads: '路面坑洼不平整', water: '自来水浑浊有味' } as const
  for (let at = 0; at < 60; at++) {
    const unit = at % 2 === 0 ? 'roads' : 'water'
    const caller = { name: '演来电', phone: `000-${2000 + at}` }
    // One after the other, so that the newest fifth holds both.
    const moment = new Date(Date.parse(start) + at * 60_000).toISOString()
    const words = { subject: said[unit], body: `${said[unit]}，请处理。`, place: '', caller }
    const { id } = await registered(work, words, moment)
    const by = who('handlingUnit', unit)
    await dispatch(work, doing(id, dispatcher, moment), { unit, basis: '' })
    await sign(work, doing(id, by, moment))
    await feedBack(work, doing(id, by, moment), { words: '已修复并告知来电人。', resolution: 'resolved' })
  }
  const mud = { ...asked, subject: '自来水浑浊', body: '自来水浑浊，请处理。' }
  expect(await suggestUnit(work, mud, on)).toMatchObject({ unit: null, source: null })
  expect(await learnWhereDemandsGo(work, start)).toBe(60)
  const found = await suggestUnit(work, mud, on)
  expect(found).toMatchObject({
    unit: 'water',
    source: 'past',
    reason: expect.stringMatching(/以往相近的 (\d+) 件中，\1 件由该单位承办/),
  })
})

test('a return and the unit that then takes it teach at once; a training begins when somebody asks for it', async () => {
  const mud = { ...asked, subject: '自来水浑浊有味道', body: '自来水浑浊有味，请派人。' }
  const said = () => suggestUnit(work, mud, on)
  expect(await said()).toMatchObject({ unit: 'water', source: 'past' })
  const { id } = await registered(work, {
    subject: '自来水浑浊有味道',
    body: '自来水浑浊有味，请处理。',
    place: '',
  })
  await dispatch(work, doing(id, dispatcher, at('2026-01-16 14:00')), { unit: 'water', basis: '' })
  const back = doing(id, who('handlingUnit', 'water'), at('2026-01-16 14:10'))
  await returnDemand(work, back, { reason: '属二次供水，不归我局', responsible: '' })
  expect((await said()).unit).not.toBe('water')
  await dispatch(work, doing(id, dispatcher, at('2026-01-16 14:20')), toRoads)
  expect((await said()).unit).not.toBe('water')
  await sign(work, doing(id, who('handlingUnit', 'roads'), at('2026-01-16 14:30')))
  expect(await said()).toMatchObject({
    unit: 'roads',
    source: 'redispatch',
    reason: expect.stringMatching(/退单后改派/),
  })
  expect(await unitLearning(work, hotline, dispatcher)).toMatchObject({
    ...{ learned: { demands: 60 }, corrections: 2, training: null, mayTrain: true },
  })
  expect(await askToLearn(work, hotline, { by: who('hotlineAgent'), at: start })).toEqual(
    refused(/派单员或者督办员/),
  )
  const by = { by: supervisor, at: at('2026-01-16 15:00') }
  expect(await askToLearn(work, hotline, by)).toBe('asked')
  expect(await askToLearn(work, hotline, by)).toEqual(refused(/已经排队/))
  expect(await doWaitingTraining(work, by.at)).toBe(true)
  expect(await doWaitingTraining(work, by.at)).toBe(false)
  const { learned, training } = await unitLearning(work, hotline, dispatcher)
  expect(learned?.at).toBe(by.at)
  expect(training).toMatchObject({ demands: 60, doneAt: by.at, why: '' })
  // Nobody fed back on it yet, so the training did not learn it: what came back still speaks.
  expect(await said()).toMatchObject({ unit: 'roads' })
})
