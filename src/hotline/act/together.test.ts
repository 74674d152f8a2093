import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, changeAgency, theSystem } from '../../office/agencies.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { countsAt } from '../figures/fact.ts'
import { factsKept } from '../store/figures/facts.ts'
import {
  at,
  doing,
  notReached,
  openHotline,
  refused,
  registered,
  secrets,
  start,
  toRoads,
  who,
} from './a-hotline.ts'
import { theCaller } from './caller/filing.ts'
import { answer, dispatch, returnDemand, sign } from './dispatching.ts'
import * as handling from './handling.ts'
import { merge, unmerge } from './merging.ts'
import { hotlineSettings, settleHours, settleLimits } from './settling.ts'
import * as together from './together.ts'
import { demandView } from './views/demand.ts'
import { demandsHeldBy } from './views/held.ts'
import { demandQueue, instructionRegister } from './views/queue.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

test('units beside the one that leads give their parts before it feeds back', async () => {
  const { id } = await registered(work)
  const [dispatcher, water, roads] = [
    who('dispatcher'),
    who('handlingUnit', 'water'),
    who('handlingUnit', 'roads'),
  ]
  await dispatch(work, doing(id, dispatcher), toRoads)
  await sign(work, doing(id, roads))
  const beside = (units: readonly string[]) =>
    together.coHandle(work, doing(id, dispatcher), { units, words: '核实管网' })
  expect(await beside(['roads'])).toMatchObject(refused(/主办单位不能/))
  expect(await beside(['none'])).toMatchObject(refused(/没有这个承办单位/))
  expect(await demandView(work, id, { reader: water, moment: start, secrets })).toBeUndefined()
  expect(await beside(['water'])).toMatchObject({ coHandlers: [{ unit: 'water', part: null }] })
  expect(await demandView(work, id, { reader: water, moment: start, secrets })).toBeDefined()
  const asked = { sort: 'due', page: 1, size: 200, state: 'open' } as const
  const beside1 = await demandQueue(work, { ...asked, beside: true }, { reader: water, moment: start })
  expect(beside1.lines.map(line => line.id)).toEqual([id])
  const told = { words: '已修', resolution: 'resolved' } as const
  expect(await handling.feedBack(work, doing(id, roads), told)).toMatchObject(refused(/会办单位尚未/))
  expect(await together.givePart(work, doing(id, roads), '已查')).toMatchObject(refused(/会办单位办理/))
  await together.givePart(work, doing(id, water), '管网正常')
  expect(await handling.feedBack(work, doing(id, roads), told)).toMatchObject({ state: 'fedBack' })
})

test('a demand that follows another is fed back with it, and each caller is called back', async () => {
  const [lead, second, third] = [await registered(work), await registered(work), await registered(work)]
  const dispatcher = who('dispatcher')
  const into = { into: lead.number, reason: '同一路灯' }
  expect(await merge(work, doing(second.id, who('hotlineAgent')), into)).toMatchObject(
    refused(/派单员或督办员/),
  )
  expect(await merge(work, doing(lead.id, dispatcher), into)).toMatchObject(refused(/不能并入自己/))
  expect(await merge(work, doing(second.id, dispatcher), { ...into, into: '0' })).toMatchObject(
    refused(/没有这个编号/),
  )
  expect(await merge(work, doing(second.id, dispatcher), into)).toMatchObject({ state: 'merged' })
  expect(await merge(work, doing(third.id, dispatcher), { ...into, into: second.number })).toMatchObject(
    refused(/本身已并入/),
  )
  expect(await merge(work, doing(lead.id, dispatcher), { ...into, into: third.number })).toMatchObject(
    refused(/1 件诉求并入这件/),
  )
  await merge(work, doing(third.id, dispatcher), into)
  expect(await unmerge(work, doing(third.id, dispatcher), '地点不同')).toMatchObject({
    ...{ state: 'registered', follows: null },
  })
  const roads = who('handlingUnit', 'roads')
  await dispatch(work, doing(lead.id, dispatcher), toRoads)
  await sign(work, doing(lead.id, roads))
  // Who is pressed over a demand that follows is the unit that has the other; of a caller's words it hears nothing.
  const caller = { ...doing(second.id, theCaller), asCaller: true }
  await handling.urge(work, caller, '我是演某，快办')
  await handling.urge(work, doing(second.id, who('supervisor')), '请抓紧', 'supervise')
  expect(
    (await demandView(work, lead.id, { reader: roads, moment: start, secrets }))?.events.slice(-2),
  ).toMatchObject([
    { kind: 'urged', words: `并入的诉求${second.number}：来电人催办。`, by: 'system', level: 'urge' },
    { kind: 'urged', words: `并入的诉求${second.number}：请抓紧`, level: 'supervise' },
  ])
  const personal = { words: '已告知13812345678', resolution: 'resolved', checked: ['13812345678'] } as const
  expect(await handling.feedBack(work, doing(lead.id, roads), personal)).toMatchObject(
    refused(/有 1 件诉求并入这件/),
  )
  await handling.feedBack(work, doing(lead.id, roads), { words: '已修', resolution: 'resolved' })
  const view = async (id: string) =>
    (await demandView(work, id, { reader: dispatcher, moment: start, secrets }))?.standing
  expect(await view(second.id)).toMatchObject({ state: 'fedBack', toBeCalledBack: true, follows: null })
  expect(await view(third.id)).toMatchObject({ state: 'registered' })
})

test('who withdraws the demand that others follow leaves them as they were', async () => {
  const [lead, second] = [await registered(work), await registered(work)]
  await dispatch(work, doing(second.id, who('dispatcher')), toRoads)
  await merge(work, doing(second.id, who('dispatcher')), { into: lead.number, reason: '同一路灯' })
  await handling.withdrawDemand(work, doing(lead.id, who('hotlineAgent')), '已解决')
  const view = await demandView(work, second.id, { reader: who('dispatcher'), moment: start, secrets })
  expect(view?.standing).toMatchObject({ state: 'dispatched', unit: 'roads', follows: null })
  expect(view?.clock).toMatchObject({ state: 'running' })
})

test('a demand that was fed back with another before any unit had it waits for its unit when it is reopened', async () => {
  const [lead, follower] = [await registered(work), await registered(work)]
  const [dispatcher, roads] = [who('dispatcher'), who('handlingUnit', 'roads')]
  await merge(work, doing(follower.id, dispatcher), { into: lead.number, reason: '同一路灯' })
  await dispatch(work, doing(lead.id, dispatcher), toRoads)
  await sign(work, doing(lead.id, roads))
  await handling.feedBack(work, doing(lead.id, roads), { words: '已修', resolution: 'resolved' })
  const later = at('2026-01-19 10:00')
  const reopened = await handling.reopen(work, doing(follower.id, who('supervisor'), later), '仍不亮')
  expect(reopened).toMatchObject({ state: 'registered', unit: null, reopenings: 1 })
  const clock = async (moment: string) =>
    (await demandView(work, follower.id, { reader: dispatcher, moment, secrets }))?.clock
  expect(await clock(later)).toMatchObject({ state: 'notStarted', dueAt: null })
  const tomorrow = at('2026-01-20 10:00')
  expect(await dispatch(work, doing(follower.id, dispatcher, tomorrow), toRoads)).toMatchObject({
    ...{ state: 'dispatched', unit: 'roads' },
  })
  expect(await clock(tomorrow)).toMatchObject({ state: 'running', allowance: 13 * 450 })
})

test('a dispatched demand that is answered with another has used no more of its limit and is never overdue', async () => {
  const [lead, follower] = [await registered(work), await registered(work, { type: 'help' })]
  const dispatcher = who('dispatcher')
  await dispatch(work, doing(follower.id, dispatcher), toRoads)
  await merge(work, doing(follower.id, dispatcher), { into: lead.number, reason: '同一路灯' })
  await answer(work, doing(lead.id, who('hotlineAgent'), at('2026-01-19 10:00')), '今日已修复。')
  const moment = at('2026-02-13 10:00')
  const view = await demandView(work, follower.id, { reader: dispatcher, moment, secrets })
  expect(view?.standing).toMatchObject({ state: 'answered', closedAt: at('2026-01-19 10:00') })
  expect(view?.clock).toMatchObject({ state: 'stopped', counted: 90, late: false, dueAt: null })
  const [fact] = await factsKept(work, [follower.id])
  expect(fact && countsAt(fact, moment)).toMatchObject({ dispatched: 1, closed: 1 })
  expect(fact && countsAt(fact, moment)).not.toHaveProperty('overdue')
})

test('an instruction of a leader waits for its answer; a changed limit keeps what was used', async () => {
  const { id } = await registered(work)
  const [supervisor, roads] = [who('supervisor'), who('handlingUnit', 'roads')]
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  await sign(work, doing(id, roads))
  const written = { leader: '演市长', words: '请速办', dueOn: dayOf('2026-01-20') }
  expect(await together.answerInstruction(work, doing(id, roads), '已办')).toMatchObject(
    refused(/没有等待反馈/),
  )
  expect(await together.instruct(work, doing(id, supervisor), written)).toMatchObject({
    instructions: [{ number: 4, dueOn: '2026-01-20', answered: false }],
  })
  const register = async (state: 'waiting' | 'answered', agency = 'roads') =>
    (await instructionRegister(work, { state, page: 1, size: 20 }, who('handlingUnit', agency))).lines
  expect(await register('waiting')).toMatchObject([{ demand: id, leader: '演市长', dueOn: '2026-01-20' }])
  expect(await register('waiting', 'water')).toEqual([])
  expect(await together.answerInstruction(work, doing(id, roads), '已办')).toMatchObject({
    instructions: [{ answered: true }],
  })
  expect(await register('waiting')).toEqual([])
  expect(await register('answered')).toMatchObject([{ answer: '已办', unitName: '城管局' }])
  const five = { workdays: 5, reason: '领导批示' }
  await together.changeLimit(work, doing(id, supervisor, at('2026-01-20 10:00')), five)
  const view = await demandView(work, id, { reader: roads, moment: at('2026-01-20 10:00'), secrets })
  expect(view?.clock).toMatchObject({ allowance: 5 * 450, counted: 450 + 90, dueAt: at('2026-01-23 17:30') })
  const pressed = await handling.urge(work, doing(id, supervisor), '请抓紧', 'supervise')
  expect(pressed).toMatchObject({ urgeLevel: 'supervise' })
  expect(await handling.urge(work, doing(id, supervisor), '请抓紧', 'escalate')).toMatchObject(
    refused(/分管领导/),
  )
})

test('limits and hours that a city settles hold from then on; what was counted stays', async () => {
  const admin = who('administrator')
  const { id } = await registered(work)
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  const settings = await hotlineSettings(work)
  await settleLimits(work, { ...settings, limits: { ...settings.limits, complaint: 5 } }, admin)
  const later = await registered(work)
  await dispatch(work, doing(later.id, who('dispatcher')), toRoads)
  const [today, monday] = [dayOf('2026-01-16'), dayOf('2026-01-19')]
  const hours = [{ from: 9 * 60, to: 15 * 60 }]
  const settle = (from = monday, spans = hours) => settleHours(work, { from, hours: spans, today }, admin)
  expect(await settle(today)).toMatchObject(refused(/从明天或者以后/))
  expect(await settle(monday, [...hours, ...hours])).toMatchObject(refused(/不重叠/))
  expect(await settle(monday, [{ from: 540, to: 550 }])).toMatchObject(refused(/至少 60 分钟/))
  expect(await settle()).toBeUndefined()
  const clock = async (demand: string, moment: string) =>
    (await demandView(work, demand, { reader: who('dispatcher'), moment, secrets }))?.clock
  // Five and thirteen days of 450 minutes, of which a day has 360 now.
  expect(await clock(later.id, at('2026-01-19 15:00'))).toMatchObject({ allowance: 5 * 450, counted: 360 })
  expect(await clock(id, at('2026-01-19 12:00'))).toMatchObject({ allowance: 13 * 450, counted: 180 })
})

test('a unit with open demands is not dissolved: the refusal says how many and where they go', async () => {
  for (const code of ['city', 'heating'] as const) {
    const parent = code === 'city' ? null : 'city'
    const agency = { code, name: `云川市${code}`, shortName: code, kind: 'department', parent } as const
    await addAgency(work, agency, theSystem)
  }
  const dissolve = (standing: boolean) =>
    changeAgency(work, 'heating', { standing }, { by: theSystem, held: [demandsHeldBy] })
  const [dispatcher, caller, unit] = [who('dispatcher'), who('callbackAgent'), who('handlingUnit', 'heating')]
  const closed = await registered(work)
  await dispatch(work, doing(closed.id, dispatcher), { unit: 'heating', basis: '' })
  await sign(work, doing(closed.id, unit))
  await handling.feedBack(work, doing(closed.id, unit), { words: '已修', resolution: 'resolved' })
  expect(await dissolve(false)).toMatchObject(refused(/承办 1 件/))
  await handling.callBack(work, doing(closed.id, caller), notReached)
  await handling.close(work, doing(closed.id, caller))
  const [lead, beside] = [await registered(work), await registered(work)]
  await dispatch(work, doing(lead.id, dispatcher), { unit: 'heating', basis: '' })
  await dispatch(work, doing(beside.id, dispatcher), toRoads)
  await together.coHandle(work, doing(beside.id, dispatcher), { units: ['heating'], words: '' })
  expect(await dissolve(false)).toMatchObject(
    refused(/承办 1 件，请办结，或者退单后由热线改派.*会办 1 件.*承办单位选“heating”/),
  )
  const reason = { reason: '职能划转', responsible: '城管局' }
  await returnDemand(work, doing(lead.id, unit), reason)
  expect(await dissolve(false)).toMatchObject(refused(/承办 1 件/))
  await dispatch(work, doing(lead.id, dispatcher), toRoads)
  await together.givePart(work, doing(beside.id, unit), '已查')
  expect(await dissolve(false)).toMatchObject({ standing: false })
  expect(await handling.reopen(work, doing(closed.id, caller), '又不热')).toMatchObject(
    refused(/云川市heating已经撤销/),
  )
  expect(await dissolve(true)).toMatchObject({ standing: true })
})

test('a dispatch and the dissolution of its unit in the same moment: the later one finds what the earlier did', async () => {
  const agency = {
    code: 'gas',
    name: '云川市燃气办',
    shortName: 'gas',
    kind: 'department',
    parent: 'city',
  } as const
  await addAgency(work, agency, theSystem)
  const [first, second] = [await registered(work), await registered(work)]
  const send = (on: Work, id: string) =>
    dispatch(on, doing(id, who('dispatcher')), { unit: 'gas', basis: '' })
  const dissolve = (on: Work) =>
    changeAgency(on, 'gas', { standing: false }, { by: theSystem, held: [demandsHeldBy] })
  /** The other begins while the one is done and not committed; it must wait, since what it finds is not settled yet. */
  const meanwhile = async (one: (inner: Work) => Promise<unknown>, other: () => Promise<unknown>) => {
    let settled = false
    const waiting = await work.transaction(async inner => {
      await one(inner)
      const begun = other().finally(() => {
        settled = true
      })
      await setTimeout(150)
      expect(settled).toBe(false)
      return { begun }
    })
    return await waiting.begun
  }
  expect(
    await meanwhile(
      inner => send(inner, first.id),
      () => dissolve(work),
    ),
  ).toMatchObject(refused(/承办 1 件/))
  await returnDemand(work, doing(first.id, who('handlingUnit', 'gas')), { reason: '甲', responsible: '' })
  await dispatch(work, doing(first.id, who('dispatcher')), toRoads)
  expect(
    await meanwhile(
      inner => dissolve(inner),
      () => send(work, second.id),
    ),
  ).toMatchObject(refused(/云川市燃气办已经撤销/))
})
