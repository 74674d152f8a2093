import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { given, hotline, openHotline, refused, registered, secrets, start, who } from '../a-hotline.ts'
import { liveHelp } from '../live/helping.ts'
import { sayGone, sayPresent, sweepPresence } from '../live/presence.ts'
import type { Registering } from '../registering.ts'
import { registerAnswered } from './answering.ts'
import { draftEntry, entriesFor, entryView, takeEntryStep } from './entries.ts'
import { entryProposals, proposeEntries, settleProposal } from './proposing.ts'

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
  const twice = await Promise.all(
    [1, 2, 3].map(() => registerAnswered(work, { ...registering, once: 'at once' }, { ...by, secrets })),
  )
  expect(new Set(twice.map(each => ('id' in each ? each.id : each.message))).size).toBe(1)
  expect(await entryView(work, id, { reader: agent, on })).toMatchObject({ used: 2 })
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
  expect(counted).toHaveLength(2)
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
    ...{ elsewhere: [], dangers: [{ word: '着火' }] },
    ...{ category: null, unit: { unit: null, limit: expect.stringContaining('工作') } },
  })
  expect(await liveHelp(work, { ...typing, place: '南京市玄武区' }, by)).toMatchObject({
    elsewhere: ['南京市'],
  })
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

test('who has a demand open is seen by the others for a minute, in one row that is not written anew while it is fresh', async () => {
  const { id } = await registered(work)
  const [first, second] = [who('dispatcher'), { ...who('supervisor'), name: '演督办' }]
  const seconds = (after: number) => new Date(Date.parse(start) + after * 1000).toISOString()
  const say = (by: typeof first, after: number, writing = false) =>
    sayPresent(work, { demand: id, by, moment: seconds(after) }, writing)
  const written = () =>
    work.db
      .selectFrom('hotline_presence')
      .select(['seen_at'])
      .where('demand', '=', id)
      .where('person', '=', first.id)
      .execute()
  expect(await say(first, 0)).toEqual([])
  expect(await say(second, 1)).toEqual([{ name: '演示', writing: false }])
  for (const after of [5, 12, 19]) await say(first, after)
  expect(await written()).toEqual([{ seen_at: start }])
  expect(await say(first, 20, true)).toEqual([{ name: '演督办', writing: false }])
  expect(await say(second, 22)).toEqual([{ name: '演示', writing: true }])
  expect(await written()).toEqual([{ seen_at: seconds(20) }])
  expect(await say(second, 80)).toEqual([])
  await say(first, 81)
  await sayGone(work, { demand: id, by: first })
  expect(await say(second, 82)).toEqual([])
  await sweepPresence(work, seconds(200))
  expect(await work.db.selectFrom('hotline_presence').select('person').execute()).toEqual([])
})

const asked = async (subject: string, words: string, phone: string, change: Partial<Registering> = {}) => {
  const caller = { name: '演', phone }
  const registering = { ...given, type: 'consultation', subject, body: '咨询。', place: '', caller } as const
  const by = { by: agent, moment: start, secrets }
  return await registerAnswered(work, { ...registering, ...change, answer: { words } }, by)
}

test('what three callers ask and are told alike is proposed once, without what one of them alone said', async () => {
  const told = '带身份证到窗口补办。当场领取临时证。'
  await asked('演示小区3号身份证怎样补办', told, '000-1')
  await asked('演示小区3号身份证怎样补办', told, '000-1')
  await asked('身份证怎样补办', `${told}演示先生请到三号窗口。`, '000-2')
  await asked('停水到几点', '到晚上八点。', '000-3')
  expect(await proposeEntries(work, start)).toBe(0)
  await asked('演来电的身份证怎样补办呢', told, '000-4', { confidential: true })
  expect(await proposeEntries(work, start)).toBe(0)
  await asked('演示路老王的身份证怎样补办', told, '000-5')
  for (const phone of ['000-6', '000-7', '000-8']) await asked('王主任电话是多少', '请打13900000000。', phone)
  expect(await proposeEntries(work, start)).toBe(1)
  const [proposal, ...more] = await entryProposals(work, supervisor)
  expect(more).toEqual([])
  expect(proposal).toMatchObject({ question: '身份证怎样补办', answer: told, callers: 3, total: 4 })
  expect(await entryProposals(work, who('handlingUnit', 'roads'))).toEqual([])

  const [id, by] = [proposal?.id ?? '', { by: supervisor, moment: start }]
  const settle = (declined: string | undefined, actor = supervisor) =>
    settleProposal(work, { id, declined }, { ...by, by: actor })
  expect(await settle(undefined, who('handlingUnit', 'roads'))).toMatchObject(refused(/热线的人员/))
  expect(await settle(' ')).toMatchObject(refused(/理由/))
  expect(await settle('窗口会答复')).toEqual({ entry: null })
  expect(await settle(undefined)).toMatchObject(refused(/已经处理/))
  await asked('身份证怎样补办啊', told, '000-9')
  expect(await proposeEntries(work, start)).toBe(0)
  expect(await entryProposals(work, supervisor)).toEqual([])
})

test('a proposal that is taken becomes a draft; what an entry answers already is not proposed', async () => {
  const told = '由社区发放，每户两个。'
  for (const phone of ['000-1', '000-2', '000-3']) await asked('旧灯管怎样换新的', told, phone)
  expect(await proposeEntries(work, start)).toBe(1)
  const [proposal] = await entryProposals(work, agent)
  const settling = { id: proposal?.id ?? '', declined: undefined }
  const done = await settleProposal(work, settling, { by: agent, moment: start })
  if ('kind' in done || done.entry === null) throw new Error('not taken')
  const view = await entryView(work, done.entry, { reader: agent, on })
  expect(view?.standing).toMatchObject({
    state: 'draft',
    draft: { question: '旧灯管怎样换新的', answer: told },
  })
  await takeEntryStep(work, { id: done.entry, step: 'submit', version: 1 }, {}, { by: agent, moment: start })
  const approving = { id: done.entry, step: 'approve', version: 2 } as const
  await takeEntryStep(work, approving, {}, { by: supervisor, moment: start })
  await work.db.deleteFrom('hotline_entry_proposal_demands').execute()
  await work.db.deleteFrom('hotline_entry_proposals').where('entry', '=', done.entry).execute()
  expect(await proposeEntries(work, start)).toBe(0)
  expect(await entryProposals(work, agent)).toEqual([])
})
