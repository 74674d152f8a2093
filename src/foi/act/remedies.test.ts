import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { addDays, type Day, dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import { spanOf } from '../figures/rows.ts'
import { eventsOf, rebuildStandings, recordOf } from '../store/history.ts'
import { rebuildRemedies } from '../store/remedies.ts'
import { aLodging } from './a-lodging.ts'
import type { FoiDone } from './act.ts'
import { answer, check, consent, draft } from './answering.ts'
import { cellRemedies, cellsOfRequest, countedYear } from './figures/count.ts'
import { note, notifyFee, receivePayment } from './handling.ts'
import { lodge } from './lodge.ts'
import { decideRemedy, lodgeRemedy, noteRemedy, openRound } from './remedies.ts'
import type { Sending } from './sending.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await addAgency(
    work,
    { code: 'trial', name: '云川市试验局', shortName: '试验局', kind: 'department', parent: null },
    theSystem,
  )
})
afterAll(() => work.close())

const sending: Sending = {
  secrets: passingSecrets(),
  remedies: { reconsideration: '云川市人民政府', court: '云川市人民法院', internetAddress: '' },
}
const actor = (id: string, role: Role): Actor => ({
  id,
  name: `演${id}`,
  grants: [{ role, agency: 'trial' }],
})
const officer = actor('公开', 'officer')

async function accepted(done: Promise<FoiDone>) {
  const answered = await done
  if ('kind' in answered) throw new Error(answered.kind === 'refusal' ? answered.message : answered.kind)
  return answered
}

async function asked(on: Day): Promise<string> {
  const receipt = await lodge(work, aLodging(), { by: officer, today: on, ...sending })
  if (isRefusal(receipt)) throw new Error(receipt.message)
  return receipt.id
}

async function answered(received: Day, on: Day, outcome: Outcome): Promise<string> {
  const id = await asked(received)
  const doing = (by: Actor) => ({ id, by, today: on, ...sending })
  await accepted(draft(work, doing(officer), { outcome, reasoning: '属于讨论记录。' }))
  await accepted(check(work, doing(actor('审核', 'coordinator'))))
  await accepted(consent(work, doing(actor('分管', 'head'))))
  await accepted(answer(work, doing(officer)))
  return id
}

const withheld = { kind: 'withheld', ground: 'deliberative' } as const
const city = { route: 'reconsideration', body: '云川市人民政府', reference: '云政复〔2025〕1号' } as const
const on = dayOf

test('a refusal is reconsidered and corrected, and the order opens a round that is not counted again', async () => {
  const id = await answered(on('2025-03-03'), on('2025-03-20'), withheld)
  const doing = (today: Day) => ({ id, by: officer, today, ...sending })
  const lodged = await accepted(lodgeRemedy(work, doing(on('2025-04-01')), { ...city, on: on('2025-03-31') }))
  const remedy = lodged.remedies[0]?.remedy ?? ''
  await accepted(noteRemedy(work, doing(on('2025-04-08')), { remedy, text: '已受理' }))
  const decided = { remedy, result: 'corrected', words: '责令 20 日内重新答复', answerAgain: true } as const
  expect(
    await decideRemedy(work, doing(on('2025-05-20')), { ...decided, on: on('2025-03-01') }),
  ).toMatchObject({ kind: 'refusal' })
  await accepted(decideRemedy(work, doing(on('2025-05-20')), { ...decided, on: on('2025-05-19') }))
  expect(
    await decideRemedy(work, doing(on('2025-05-20')), { ...decided, on: on('2025-05-19') }),
  ).toMatchObject({ kind: 'refusal' })
  const round = await openRound(work, doing(on('2025-05-23')), { orderCameOn: on('2025-05-22') })
  if (round.kind !== 'round') throw new Error(JSON.stringify(round))
  const again = await recordOf(work, round.receipt.id)
  expect(again?.request.roundOf).toBe(id)
  expect(again?.standing).toMatchObject({ state: 'received', receivedOn: '2025-05-22' })
  expect(await openRound(work, doing(on('2025-05-23')), { orderCameOn: on('2025-05-22') })).toMatchObject({
    kind: 'refusal',
  })
  const span = spanOf('trial', 2025)
  const { requests, remedies } = await countedYear(work, span)
  expect(requests.filter(({ row }) => row === 'received')).toMatchObject([{ count: 1 }])
  expect(remedies).toEqual([{ route: 'reconsideration', column: 'corrected', count: 1 }])
  const cell = { route: 'reconsideration', column: 'corrected', page: 1, size: 10 }
  expect(await cellRemedies(work, span, cell)).toMatchObject([{ id, remedy }])
  expect(await cellsOfRequest(work, id, on('2026-01-05'))).toMatchObject({
    years: [{ year: 2025, entered: 'received', left: 'withheld.deliberative' }],
  })
  expect(await cellsOfRequest(work, round.receipt.id, on('2026-01-05'))).toMatchObject({ years: [] })
})

test('a remedy that is pending at the end of a year is counted again in the next, by its result there', async () => {
  const id = await answered(on('2023-10-09'), on('2023-10-20'), withheld)
  const doing = { id, by: officer, today: on('2024-03-01') }
  const court = { route: 'litigationDirect', body: '云川市人民法院', reference: '(2023)演01行初1号' } as const
  const lodged = await accepted(lodgeRemedy(work, doing, { ...court, on: on('2023-12-04') }))
  const remedy = lodged.remedies[0]?.remedy ?? ''
  const ended = {
    remedy,
    result: 'upheld',
    words: '驳回诉讼请求',
    answerAgain: false,
    on: on('2024-02-29'),
  } as const
  await accepted(decideRemedy(work, doing, ended))
  const counted = async (year: number) => (await countedYear(work, spanOf('trial', year))).remedies
  expect(await counted(2023)).toEqual([{ route: 'litigationDirect', column: 'pending', count: 1 }])
  expect(await counted(2024)).toEqual([{ route: 'litigationDirect', column: 'upheld', count: 1 }])
  expect((await countedYear(work, spanOf('trial', 2024, on('2024-02-28')))).remedies).toMatchObject([
    { column: 'pending' },
  ])
})

test('silence can be contested only when the period is over, and since 2024 by reconsideration first', async () => {
  const id = await asked(on('2024-03-04'))
  const by = { id, by: officer, today: on('2024-06-28') }
  const early = await lodgeRemedy(work, by, { ...city, on: on('2024-04-01') })
  expect(early).toMatchObject({ kind: 'refusal', message: expect.stringContaining('2024年4月1日') })
  const court = {
    route: 'litigationDirect',
    body: '云川市人民法院',
    reference: '1',
    on: on('2024-04-20'),
  } as const
  expect(await lodgeRemedy(work, by, court)).toMatchObject({ kind: 'refusal', law: '行政复议法 Art 23' })
  const heard = await accepted(lodgeRemedy(work, by, { ...court, reason: '法院已裁定受理' }))
  expect(heard.remedies).toHaveLength(1)
  expect((await eventsOf(work, id)).at(-1)).toMatchObject({ kind: 'remedyNoted', text: '法院已裁定受理' })
})

test('litigation after reconsideration needs a reconsideration, and a late remedy is registered all the same', async () => {
  const id = await answered(on('2025-01-06'), on('2025-01-10'), withheld)
  const by = { id, by: officer, today: on('2025-12-01') }
  const court = {
    route: 'litigationAfterReconsideration',
    body: '法院',
    reference: '2',
    on: on('2025-11-20'),
  } as const
  expect(await lodgeRemedy(work, by, court)).toMatchObject({ kind: 'refusal', law: '行政诉讼法 Art 45' })
  const late = await accepted(lodgeRemedy(work, by, { ...city, on: on('2025-11-03') }))
  expect(late.remedies).toHaveLength(1)
  expect(await lodgeRemedy(work, by, court)).toMatchObject({ kind: 'refusal' })
  await accepted(lodgeRemedy(work, by, { ...court, reason: '法院已立案' }))
})

test('an intruder, a blank body and a second registration are refused', async () => {
  const id = await answered(on('2025-02-05'), on('2025-02-10'), withheld)
  const today = on('2025-03-03')
  const stranger = { ...officer, grants: [{ role: 'officer', agency: 'other' } as const] }
  const lodging = { ...city, reference: '9', on: on('2025-03-01') }
  expect(await lodgeRemedy(work, { id, by: stranger, today }, lodging)).toMatchObject({ kind: 'refusal' })
  const doing = { id, by: officer, today }
  expect(await lodgeRemedy(work, doing, { ...lodging, body: ' ' })).toMatchObject({ kind: 'refusal' })
  expect(await lodgeRemedy(work, doing, { ...lodging, on: addDays(today, 1) })).toMatchObject({
    kind: 'refusal',
  })
  await accepted(lodgeRemedy(work, doing, lodging))
  expect(await lodgeRemedy(work, doing, lodging)).toMatchObject({ kind: 'refusal' })
})

test('a fee counts in the year in which it is paid', async () => {
  const id = await asked(on('2022-12-05'))
  await accepted(
    notifyFee(work, { id, by: officer, today: on('2022-12-20'), ...sending }, { basis: 'pages', count: 45 }),
  )
  await accepted(receivePayment(work, { id, by: officer, today: on('2023-01-05') }, on('2023-01-04')))
  expect((await countedYear(work, spanOf('trial', 2022))).feesYuan).toBe(0)
  expect((await countedYear(work, spanOf('trial', 2023))).feesYuan).toBe(150)
  await accepted(note(work, { id, by: officer, today: on('2023-01-05') }, '已开票'))
})

test('what is written down later is a restatement: the year as it was known is found again', async () => {
  const before = new Date().toISOString()
  const known = await countedYear(work, { ...spanOf('trial', 2021), knownAt: before })
  const id = await answered(on('2021-11-01'), on('2021-11-08'), { kind: 'granted' })
  expect(await countedYear(work, { ...spanOf('trial', 2021), knownAt: before })).toEqual(known)
  expect(known.requests).toEqual([])
  const now = await countedYear(work, spanOf('trial', 2021))
  expect(now.requests).toHaveLength(2)
  const later = { ...spanOf('trial', 2021), knownAt: new Date().toISOString() }
  expect(await countedYear(work, later)).toEqual(now)
  expect((await recordOf(work, id))?.standing.outcome).toEqual({ kind: 'granted' })
})

test('what is derived is made anew from the history, and is the same', async () => {
  const kept = async () => ({
    standings: await work.db.selectFrom('foi_standings').selectAll().orderBy('request').execute(),
    remedies: await work.db
      .selectFrom('foi_remedies')
      .selectAll()
      .orderBy('request')
      .orderBy('remedy')
      .execute(),
  })
  const before = await kept()
  expect(before.standings.some(each => each.answered_workdays === 5)).toBe(true)
  await work.db.updateTable('foi_standings').set({ answered_workdays: 99, state: 'arrived' }).execute()
  expect(await rebuildRemedies(work)).toBe(before.remedies.length)
  expect(await rebuildStandings(work)).toBe(before.standings.length)
  expect(await kept()).toEqual(before)
})
