import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { loadNotice } from '../../../office/calendars.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { saveSetting } from '../../../platform/settings.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { notices } from '../../../statute/data/notices.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { papersOf } from '../../store/papers.ts'
import { aLodging } from '../a-lodging.ts'
import { answer, check, consent, draft, withdraw } from '../answering.ts'
import { openIdentity } from '../applicant.ts'
import { assign } from '../handling.ts'
import { lodge } from '../lodge.ts'
import { openPaper } from '../papers.ts'
import { answersLike, decidePublication } from '../publishing.ts'
import { sendingOf } from '../sending.ts'
import { eraseOldIdentities } from './erasing.ts'
import { proposeSame } from './proposing.ts'
import { tellMovedClocks, warningsFor, warnOnDay } from './warning.ts'

let work: TestDb
const secrets = passingSecrets()
beforeAll(async () => {
  work = await testDb()
  const agency = { code: 'trial', name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...agency, kind: 'department', parent: null }, theSystem)
})
afterAll(() => work.close())

const actor = (id: string, role: Role): Actor => ({
  ...{ id, name: `演${id}`, grants: [{ role, agency: 'trial' }] },
})
const officer = actor('officer', 'officer')
const handler = { id: 'clerk', name: '演经办' }

async function lodged(today: string, change: Parameters<typeof aLodging>[0] = {}) {
  const receipt = await lodge(work, aLodging(change), { by: officer, today: dayOf(today), secrets })
  if (isRefusal(receipt)) throw new Error(receipt.message)
  return receipt
}

test('what nobody confirmed after two working days is told to the officer, once a day', async () => {
  const { id } = await lodged('2026-03-02', { channel: 'internet' })
  expect(await warnOnDay(work, dayOf('2026-03-03'))).toBe(0)
  expect(await warnOnDay(work, dayOf('2026-03-04'))).toBe(1)
  expect(await warnOnDay(work, dayOf('2026-03-04'))).toBe(0)
  const warned = await warningsFor(work, officer, dayOf('2026-03-04'))
  expect(warned).toMatchObject([{ request: id, kind: 'unconfirmed' }])
  expect(await warningsFor(work, actor('head', 'head'), dayOf('2026-03-04'))).toEqual([])
  await withdraw(work, { id, by: officer, today: dayOf('2026-03-04'), ...(await sendingOf(work, secrets)) })
})

test('a changed notice moves an open clock, and who handles it is told from when to when and why', async () => {
  const { id } = await lodged('2026-04-13')
  const today = dayOf('2026-04-14')
  const given = { department: '住房科', limit: dayOf('2026-05-10'), handler }
  await assign(work, { id, by: officer, today }, given)
  const now = notices.find(({ year }) => year === 2026)
  if (now === undefined) throw new Error('no notice of 2026')
  const holidays = now.holidays.map(each =>
    each.name === '劳动节' ? { ...each, to: dayOf('2026-05-06') } : each,
  )
  const changed = JSON.stringify({ ...now, notice: '国办发明电〔2026〕1号', holidays })
  const loaded = await loadNotice(work, changed, actor('admin', 'administrator'), today)
  expect(isRefusal(loaded)).toBe(false)
  expect(await tellMovedClocks(work, today)).toBe(1)
  expect(await tellMovedClocks(work, today)).toBe(0)
  const told = await warningsFor(
    work,
    { ...handler, grants: [{ role: 'departmentOfficer', agency: 'trial' }] },
    today,
  )
  expect(told).toMatchObject([{ request: id, kind: 'moved' }])
  expect(told[0]?.words).toMatch(/由2026年5月\d+日改为2026年5月\d+日，因为载入了国办发明电〔2026〕1号/)
})

test('a paper is sealed, read back whole, and its reading is in the trail', async () => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_500_000, 7)])
  const { id } = await lodged('2026-05-06', { papers: [{ name: '身份证.pdf', bytes, purpose: 'identity' }] })
  const [paper] = await papersOf(work, id)
  const asked = { request: id, paper: paper?.id ?? '', by: officer, agency: 'trial' }
  const opened = await openPaper(work, asked, secrets)
  expect(Buffer.from(opened?.bytes ?? []).equals(bytes)).toBe(true)
  expect(await openPaper(work, asked, passingSecrets())).toBeUndefined()
  const pieces = await work.db.selectFrom('foi_paper_pieces').select('sealed').execute()
  expect(pieces).toHaveLength(3)
  expect(pieces.some(({ sealed }) => sealed.includes(Buffer.from('%PDF')))).toBe(false)
  const trail = await work.db.selectFrom('audit').select('act').where('subject', '=', id).execute()
  expect(trail.map(({ act }) => act)).toContain('foi.openPaper')
})

test('an identity is opened for a reason by the office alone, and erased when its time is over', async () => {
  const { id } = await lodged('2026-05-07', {
    papers: [{ name: '证.txt', bytes: Buffer.from('演示证件'), purpose: 'identity' }],
  })
  const asking = { id, by: officer, secrets }
  expect(await openIdentity(work, asking, '看')).toMatchObject({ kind: 'refusal' })
  expect(await openIdentity(work, { ...asking, by: actor('a', 'auditor') }, '核对身份信息')).toMatchObject({
    kind: 'refusal',
  })
  expect(await openIdentity(work, asking, '核对身份信息')).toMatchObject({ name: '演申请' })
  const today = dayOf('2026-05-08')
  await withdraw(work, { id, by: officer, today, ...(await sendingOf(work, secrets)) })
  const keep = { reconsideration: '', court: '', reconsiderationUrl: '', contact: '', identityMonths: 12 }
  await saveSetting(work, 'foi', keep, theSystem)
  expect(await eraseOldIdentities(work, dayOf('2027-05-01'))).not.toContain('〔2026〕第4号')
  expect(await eraseOldIdentities(work, dayOf('2027-05-10'))).toContain('〔2026〕第4号')
  expect(await openIdentity(work, asking, '核对身份信息')).toMatchObject({ kind: 'refusal' })
})

test('who asks for what another was given: publication is proposed once, decided by the head, and names nobody', async () => {
  const today = dayOf('2026-06-01')
  const given = async (name: string) => {
    const person = { name, document: `演示${name}`, contact: '000-0000', address: '', agent: null }
    const { id } = await lodged('2026-06-01', { description: '2025 年度校车安全检查结果', applicant: person })
    const doing = (by: Actor) => ({ id, by, today })
    const sending = await sendingOf(work, secrets)
    await draft(work, doing(officer), { outcome: { kind: 'granted' }, reasoning: '' })
    await check(work, doing(actor('coordinator', 'coordinator')))
    await consent(work, doing(actor('head', 'head')))
    const done = await answer(work, { ...doing(officer), ...sending })
    expect(done).toMatchObject({ outcome: { kind: 'granted' } })
    return id
  }
  const first = await given('演甲某')
  expect(await proposeSame(work, today)).toEqual([])
  const second = await given('演乙某')
  expect(await proposeSame(work, today)).toHaveLength(1)
  expect(await proposeSame(work, today)).toEqual([])
  const proposed = await work.db
    .selectFrom('foi_events')
    .select('request')
    .where('kind', '=', 'publicationProposed')
    .executeTakeFirstOrThrow()
  expect([first, second]).toContain(proposed.request)
  const head = { id: proposed.request, by: actor('head', 'head'), today, ...(await sendingOf(work, secrets)) }
  const decision = { publish: true, reason: '多人申请', title: '校车安全检查结果' }
  for (const name of ['演甲某', '演乙某'].filter(
    each => proposed.request === (each === '演甲某' ? first : second),
  )) {
    const naming = await decidePublication(work, head, { ...decision, text: `${name}申请的信息：合格 12 辆` })
    expect(naming).toMatchObject({ kind: 'refusal', law: 'Art 15' })
  }
  await decidePublication(work, head, { ...decision, text: '检查 12 辆，全部合格。' })
  const begun = await work.db.selectFrom('disclosure_standings').select(['title', 'draft']).execute()
  expect(begun).toEqual([{ title: decision.title, draft: 'drafting' }])
  expect(await answersLike(work, '校车安全检查')).toMatchObject([{ title: '校车安全检查结果' }])
})

test('a form sent twice is one request with one code', async () => {
  const once = 'x'.repeat(22)
  const [first, second] = await Promise.all([lodged('2026-05-11', { once }), lodged('2026-05-11', { once })])
  expect(second).toEqual(first)
})
