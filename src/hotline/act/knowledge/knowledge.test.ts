import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { given, hotline, openHotline, refused, registered, secrets, start, who } from '../a-hotline.ts'
import { liveHelp } from '../live/helping.ts'
import { registerAnswered } from './answering.ts'
import { draftEntry, entriesFor, entryView, takeEntryStep } from './entries.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const content = {
  ...{ unit: null, question: '灯泡补贴怎么领', variants: ['换灯泡给钱吗'], answer: '带凭证到社区领取。' },
  ...{ validFrom: '2026-01-01', validUntil: '2026-06-30', reviewOn: '2026-03-01', public: false, items: [] },
}
const [agent, supervisor] = [who('hotlineAgent'), who('supervisor')]
const on = dayOf('2026-01-16')
const find = (text: string, day = on) => entriesFor(work, { agency: hotline, text, on: day })

test('an entry holds once somebody else approved it, is found as people ask, and answers a call at once', async () => {
  const told = { agency: hotline, once: 'a', content }
  const by = { by: agent, moment: start }
  const drafted = await draftEntry(work, told, by)
  if ('kind' in drafted) throw new Error(drafted.message)
  const { id } = drafted
  expect(await draftEntry(work, told, by)).toEqual({ id })
  expect(await draftEntry(work, told, { ...by, by: who('officer') })).toMatchObject(refused(/起草/))
  await takeEntryStep(work, { id, step: 'submit', version: 1 }, {}, { by: supervisor, moment: start })
  expect(await find('灯泡补贴')).toEqual([])
  const approving = { id, step: 'approve', version: 2 } as const
  expect(await takeEntryStep(work, approving, {}, { by: supervisor, moment: start })).toMatchObject(
    refused(/另一人审核/),
  )
  expect(await takeEntryStep(work, approving, {}, { by: who('dispatcher'), moment: start })).toMatchObject({
    state: 'inForce',
  })
  expect(await find('我家换灯泡给钱吗')).toMatchObject([{ id, answer: content.answer }])
  expect(await find('灯泡补贴', dayOf('2026-07-01'))).toEqual([])

  const registering = {
    ...given,
    subject: '灯泡补贴',
    place: '',
    body: '咨询补贴。',
    once: 'b',
    answer: { words: '带凭证。', entry: id },
  }
  const receipt = await registerAnswered(work, registering, { ...by, secrets })
  if ('kind' in receipt) throw new Error(receipt.message)
  expect(await registerAnswered(work, registering, { ...by, secrets })).toMatchObject({ id: receipt.id })
  expect(await entryView(work, id, { reader: agent, on })).toMatchObject({ used: 1 })
  const withdrawing = { id, step: 'withdraw', version: 3 } as const
  await takeEntryStep(work, withdrawing, { reason: '政策变化' }, { by: supervisor, moment: start })
  expect(await find('灯泡补贴')).toEqual([])
  const later = await registerAnswered(work, { ...registering, once: 'c' }, { ...by, secrets })
  expect(later).toMatchObject(refused(/已经停用/))
  const counted = await work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('subject', '=', '灯泡补贴')
    .execute()
  expect(counted).toHaveLength(1)
})

test('who types is shown the earlier demands of the number, the likely duplicates and the danger; the look-up is kept', async () => {
  const { id } = await registered(work, { caller: { name: '演', phone: '000-7654-3210' } })
  const typing = {
    agency: hotline,
    subject: '演示路路灯不亮了',
    body: '又着火了',
    place: '',
    phone: '00076543210',
    type: 'complaint',
    urgency: 'ordinary',
  } as const
  const by = { reader: agent, moment: start, today: on, secrets }
  expect(await liveHelp(work, typing, by)).toMatchObject({
    ...{ earlier: [{ id }], earlierTotal: 1, duplicates: [{ id }], places: ['演示路'] },
    dangers: [{ word: '着火' }],
    ...{ category: null, unit: { unit: null, limit: expect.stringContaining('工作') } },
  })
  await liveHelp(work, typing, by)
  const looks = await work.db.selectFrom('hotline_caller_looks').select(['person', 'agency']).execute()
  expect(looks).toEqual([{ person: agent.id, agency: hotline }])
  expect(await liveHelp(work, typing, { ...by, reader: who('handlingUnit', 'roads') })).toMatchObject(
    refused(/话务员/),
  )
})

test('of a confidential demand neither the words nor its caller are shown to who types; another place is no duplicate', async () => {
  const caller = { name: '演', phone: '000-1234-5678' }
  const secret = await registered(work, {
    caller,
    confidential: true,
    subject: '演示桥下有人乱倒渣土',
    body: '夜里倒。',
  })
  await registered(work, { subject: '城东路有人乱倒渣土', body: '夜里倒。', place: '城东路' })
  const subject = '演示桥下又有人乱倒渣土'
  const typing = { agency: hotline, subject, body: '', place: '', phone: caller.phone } as const
  const by = { reader: agent, moment: start, today: on, secrets }
  const help = await liveHelp(work, { ...typing, type: 'report', urgency: 'ordinary' }, by)
  expect(help).toMatchObject({
    ...{ earlier: [], earlierTotal: 1, earlierConfidential: 1 },
    duplicates: [{ id: secret.id, subject: null }],
  })
  expect(JSON.stringify(help)).not.toMatch(/渣土|夜里/)
})
