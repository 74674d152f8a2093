import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { theCalendar } from '../../statute/calendar.ts'
import { addDays, type Day, dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { clockOfRequest } from '../clock-of-request.ts'
import type { RemedyRoute } from '../events.ts'
import { type ApplicantKind, applicantKinds, type Channel, channels } from '../request.ts'
import { standingAfter } from '../standing.ts'
import { countRequests, requestsInCell } from '../store/figures/count.ts'
import { eventsOf, recordOf } from '../store/history.ts'
import { lettersOf } from '../store/letters.ts'
import { aLodging } from './a-lodging.ts'
import type { FoiDoing, FoiDone } from './act.ts'
import { answer, check, closeUnpaid, consent, draft, lapse, sendBack, serve, withdraw } from './answering.ts'
import { rate, submit, theApplicant } from './applicant.ts'
import * as handling from './handling.ts'
import { handOver } from './hands.ts'
import { lodge } from './lodge.ts'
import { askForReasons, delay, receiveReasons, weigh } from './objections.ts'
import { attach } from './papers.ts'
import { decideRemedy, lodgeRemedy, openRound } from './remedies.ts'
import type { Sending } from './sending.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  for (const code of ['trial', 'other']) {
    const name = `云川市${code === 'trial' ? '试验局' : '邻近局'}`
    await addAgency(work, { code, name, shortName: name, kind: 'department', parent: null }, theSystem)
  }
})
afterAll(() => work.close())

const sending: Sending = {
  secrets: passingSecrets(),
  remedies: {
    reconsideration: '云川市人民政府',
    court: '云川市人民法院',
    internetAddress: 'https://fuyi.example',
  },
}
const actor = (id: string, role: Role, agency = 'trial'): Actor => ({
  id,
  name: `演${id}`,
  grants: [{ role, agency }],
})
const officer = actor('公开', 'officer')
const clerk = actor('经办', 'departmentOfficer')
const coordinator = actor('审核', 'coordinator')
const head = actor('分管', 'head')

async function lodged(today: Day, change: { channel?: Channel; applicantKind?: ApplicantKind } = {}) {
  const receipt = await lodge(work, aLodging({ agency: 'trial', ...change }), {
    by: officer,
    today,
    ...sending,
  })
  if (isRefusal(receipt)) throw new Error(receipt.message)
  return receipt
}

async function standing(done: Promise<FoiDone>) {
  const answered = await done
  if ('kind' in answered) throw new Error(answered.kind === 'refusal' ? answered.message : answered.kind)
  return answered
}

test('asked and granted: from the counter to the row of the annual report', async () => {
  const day = dayOf('2025-03-03')
  const { id, number } = await lodged(day, { channel: 'counter', applicantKind: 'business' })
  expect(number).toMatch(/^〔2025〕第\d+号$/)
  const doing = (by: Actor, today: Day) => ({ id, by, today, ...sending })
  await standing(
    handling.assign(work, doing(officer, day), { department: '住房保障科', limit: addDays(day, 10) }),
  )
  await standing(draft(work, doing(clerk, addDays(day, 3)), { outcome: { kind: 'granted' }, reasoning: '' }))
  await standing(check(work, doing(coordinator, addDays(day, 4))))
  await standing(consent(work, doing(head, addDays(day, 4))))
  await standing(answer(work, doing(officer, addDays(day, 7))))
  const served = await standing(
    serve(work, doing(officer, addDays(day, 8)), { way: 'counter', proof: '申请人签收' }),
  )
  expect(served).toMatchObject({ state: 'served', outcome: { kind: 'granted' }, outcomeOn: '2025-03-10' })
  const span = { agency: 'trial', from: dayOf('2025-01-01'), until: dayOf('2025-12-31') }
  expect(
    await requestsInCell(work, span, {
      ...{ rows: ['granted'], applicantKind: 'business', page: 1, size: 50 },
    }),
  ).toMatchObject([{ id }])
})

test('corrected once, and the period starts afresh; a second time and an eighth working day are refused', async () => {
  const day = dayOf('2025-04-01')
  const { id } = await lodged(day, { channel: 'registeredPost' })
  const doing = { id, by: officer, today: day, ...sending }
  const asked = { answerBy: dayOf('2025-04-30'), reason: '没有说明信息的年度' }
  const late = await handling.askForCorrection(work, { ...doing, today: dayOf('2025-04-14') }, asked)
  expect(late).toMatchObject({ kind: 'refusal', law: 'Art 30' })
  expect(await lettersOf(work, id)).toEqual([])
  await standing(handling.askForCorrection(work, { ...doing, today: dayOf('2025-04-11') }, asked))
  const early = await lapse(work, { ...doing, today: dayOf('2025-04-30') })
  expect(early).toMatchObject({ kind: 'refusal', law: 'Art 30' })
  const on = dayOf('2025-04-20')
  await standing(
    handling.receiveCorrection(work, { ...doing, today: on }, { on, description: '2024 年度保障房名单' }),
  )
  const again = await handling.askForCorrection(work, { ...doing, today: on }, asked)
  expect(again).toMatchObject({ kind: 'refusal', law: 'Art 30' })
})

test('a third party objects, the public interest weighs more: it is given, and the third party is told why', async () => {
  const day = dayOf('2025-09-01')
  const { id } = await lodged(day)
  const doing = (by: Actor, today: Day) => ({ id, by, today, ...sending })
  await standing(handling.seekOpinion(work, doing(officer, day), { of: '云川演示公司', party: 'thirdParty' }))
  const objection = { of: '云川演示公司', answer: 'objects', words: '涉及商业秘密' } as const
  await standing(handling.receiveOpinion(work, doing(officer, dayOf('2025-09-10')), objection))
  const decision = { outcome: { kind: 'granted' }, reasoning: '' } as const
  const unweighed = await draft(work, doing(clerk, dayOf('2025-09-11')), decision)
  expect(unweighed).toMatchObject({ kind: 'refusal', law: 'Art 32' })
  const found = { of: '云川演示公司', finding: 'outweighed', reason: '关系公众饮水安全' } as const
  await standing(weigh(work, doing(clerk, dayOf('2025-09-11')), found))
  await standing(draft(work, doing(clerk, dayOf('2025-09-11')), decision))
  await standing(check(work, doing(coordinator, dayOf('2025-09-12'))))
  await standing(consent(work, doing(head, dayOf('2025-09-12'))))
  await standing(answer(work, doing(officer, dayOf('2025-09-15'))))
  const letters = await lettersOf(work, id)
  expect(letters.map(({ kind }) => kind).sort()).toEqual(['answer', 'thirdParty', 'thirdPartyTold'])
})

test('what came by internet waits for confirmation, and the day confirmed is the day of receipt', async () => {
  const { id } = await lodged(dayOf('2025-05-06'), { channel: 'internet' })
  const doing = { id, by: officer, today: dayOf('2025-05-08'), ...sending }
  expect(await handling.assign(work, doing, { department: '科', limit: dayOf('2025-05-20') })).toMatchObject({
    kind: 'refusal',
  })
  const on = dayOf('2025-05-07')
  const received = await standing(handling.receive(work, doing, { on, evidence: '5月7日电话确认' }))
  expect(received).toMatchObject({ state: 'received', receivedOn: '2025-05-07' })
  expect(await lettersOf(work, id)).toMatchObject([
    { kind: 'receipt', number: expect.stringMatching(/^〔2025〕第/) },
  ])
  const clock = clockOfRequest(await eventsOf(work, id), received, {
    asOf: doing.today,
    calendar: theCalendar,
  })
  expect(clock).toMatchObject({ state: 'running', counted: 1, due: '2025-06-05' })
})

test('an intruder of another agency is refused every step', async () => {
  const { id } = await lodged(dayOf('2025-06-03'), { channel: 'counter' })
  const by = {
    ...head,
    grants: ['officer', 'coordinator', 'head', 'departmentOfficer'].map(role => ({
      role: role as Role,
      agency: 'other',
    })),
  }
  const before = await eventsOf(work, id)
  for (const attempt of tries(id, by, dayOf('2025-06-04'))) {
    expect(await attempt()).toMatchObject({ kind: 'refusal' })
  }
  expect(await eventsOf(work, id)).toEqual(before)
})

test('fifty clerks at once: no step is accepted twice, and no number is given twice', async () => {
  const day = dayOf('2025-07-01')
  const { id } = await lodged(day, { channel: 'counter' })
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => withdraw(work, { id, by: officer, today: day, ...sending })),
  )
  expect(answers.filter(each => !('kind' in each))).toHaveLength(1)
  const receipts = await Promise.all(Array.from({ length: 20 }, () => lodged(day)))
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(20)
})

const secret = { what: '第 3 页的姓名', ground: 'thirdParty' } as const

function contest(id: string, doing: FoiDoing, route: RemedyRoute) {
  const lodged = { route, body: '云川市人民政府', reference: `${id} ${doing.today}`, on: doing.today }
  return lodgeRemedy(work, doing, lodged)
}

async function settleRemedy(id: string, doing: FoiDoing, answerAgain: boolean) {
  const remedy = (await recordOf(work, id))?.standing.remedies.at(-1)?.remedy ?? 'none'
  const result = answerAgain ? 'corrected' : 'upheld'
  return decideRemedy(work, doing, { remedy, result, words: '', answerAgain, on: doing.today })
}

/** Every verb, tried blindly. */
function tries(id: string, by: Actor, today: Day) {
  const doing: FoiDoing & Sending = { id, by, today, ...sending }
  const outcome = { kind: 'withheld', ground: 'deliberative' } as const
  return [
    () => handling.receive(work, doing, { on: today, evidence: '电话确认' }),
    () => handling.assign(work, doing, { department: '科', limit: today }),
    () => handling.askForCorrection(work, doing, { answerBy: addDays(today, 15), reason: '不明确' }),
    () => handling.receiveCorrection(work, doing, { on: today, description: '补正内容' }),
    () => handling.seekOpinion(work, doing, { of: '某公司', party: 'thirdParty' }),
    () => handling.receiveOpinion(work, doing, { of: '某公司', answer: 'objects', words: '商业秘密' }),
    () => handling.proposeExtension(work, doing, { workdays: 10, reason: '情况复杂' }),
    () => handling.declineExtension(work, doing, '可以按期'),
    () => handling.extend(work, doing, '情况复杂'),
    () => handling.notifyFee(work, doing, { basis: 'pages', count: 45 }),
    () => handling.receivePayment(work, doing, today),
    () => handling.note(work, doing, '备注'),
    () => draft(work, doing, { outcome, reasoning: '属于讨论记录。' }),
    () => check(work, doing),
    () => sendBack(work, doing, '理由不足'),
    () => consent(work, doing),
    () => answer(work, doing),
    () => serve(work, doing, { way: 'post', proof: '演示邮件号' }),
    () => lapse(work, doing),
    () => closeUnpaid(work, doing),
    () => withdraw(work, doing),
    () => handOver(work, doing, { to: { id: '接办', name: '演接办' }, reason: '休假' }),
    () => handling.hintTransfer(work, doing, { agency: '云川市邻近局', contact: '' }),
    () => weigh(work, doing, { of: '某公司', finding: 'outweighed', reason: '关系公共安全' }),
    () => askForReasons(work, doing, { answerBy: addDays(today, 10), reason: '本月第 40 件' }),
    () => receiveReasons(work, doing, '用于学术研究'),
    () => delay(work, doing, { until: addDays(today, 90), reason: '材料逾千页' }),
    () => draft(work, doing, { outcome: { kind: 'granted' }, reasoning: '' }),
    () => draft(work, doing, { outcome: { kind: 'partlyGranted' }, reasoning: '区分处理', parts: [secret] }),
    () => attach(work, doing, { name: '记录.txt', bytes: Buffer.from('办理记录'), purpose: 'working' }),
    () => submit(work, { ...doing, by: theApplicant }, { about: 'other', words: '请快办' }),
    () => rate(work, { ...doing, by: theApplicant }, { score: 5, words: '' }),
    () => contest(id, doing, 'reconsideration'),
    () => contest(id, doing, 'litigationAfterReconsideration'),
    () => settleRemedy(id, doing, true),
    () => settleRemedy(id, doing, false),
    () => openRound(work, doing, { orderCameOn: today }),
  ]
}

test('whatever is tried in whatever order: the table balances, each answered request has one decision, the trail is whole', async () => {
  const staff = [officer, clerk, coordinator, head]
  const turn = fc.tuple(fc.nat(36), fc.constantFrom(...staff), fc.integer({ min: 0, max: 12 }))
  const start = fc.record({
    channel: fc.constantFrom(...channels),
    applicantKind: fc.constantFrom(...applicantKinds),
  })
  await fc.assert(
    fc.asyncProperty(start, fc.array(turn, { maxLength: 30 }), async (change, turns) => {
      let today = dayOf('2024-11-01')
      const { id } = await lodged(today, change)
      for (const [place, by, days] of turns) {
        today = addDays(today, days)
        await tries(id, by, today)[place]?.()
      }
      const record = await recordOf(work, id)
      expect(record?.standing).toEqual(standingAfter(await eventsOf(work, id)))
      const decisions = (await lettersOf(work, id)).filter(
        ({ kind }) => kind === 'answer' || kind === 'ended',
      )
      expect(decisions).toHaveLength(record?.standing.outcome === null ? 0 : 1)
    }),
    { numRuns: 40 },
  )
  for (const [from, until] of [
    ['2024-01-01', '2024-12-31'],
    ['2025-01-01', '2025-12-31'],
  ] as const) {
    const counted = await countRequests(work, { agency: 'trial', from: dayOf(from), until: dayOf(until) })
    for (const kind of applicantKinds) {
      const sum = (rows: (row: string) => boolean) =>
        counted
          .filter(each => each.applicantKind === kind && rows(each.row))
          .reduce((all, { count }) => all + count, 0)
      const entered = sum(row => row === 'received' || row === 'carriedIn')
      expect(sum(row => row !== 'received' && row !== 'carriedIn')).toBe(entered)
    }
  }
  expect((await verifyAudit(work.db)).broken).toEqual([])
}, 60_000)
