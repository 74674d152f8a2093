import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLodging } from '../../foi/act/a-lodging.ts'
import { answer, check, consent, draft } from '../../foi/act/answering.ts'
import { lodge } from '../../foi/act/lodge.ts'
import { lodgeRemedy } from '../../foi/act/remedies.ts'
import type { Sending } from '../../foi/act/sending.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import { zeroReport } from '../blank.ts'
import { cellAt, withCell } from '../cells.ts'
import { verifyExtract } from '../extract/verify-extract.ts'
import type { AnnualReport } from '../form.ts'
import { editionOf } from '../store/editions.ts'
import { saveDraft, startReport, takeStep } from './act.ts'
import { countReport } from './count.ts'
import { cellOf, cellsOf } from './counted.ts'
import { publishedExtract } from './extract.ts'
import { countedView, rehearsal } from './rehearsal.ts'
import { countedPaths, restatement } from './restated.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  for (const code of ['trial', 'paper']) {
    const name = code === 'trial' ? '云川市试验局' : '云川市纸面局'
    await addAgency(work, { code, name, shortName: name, kind: 'department', parent: null }, theSystem)
  }
})
afterAll(() => work.close())

const sending: Sending = {
  secrets: passingSecrets(),
  remedies: { reconsideration: '云川市人民政府', court: '云川市人民法院', internetAddress: '' },
}
const on = dayOf
const actor = (id: string, role: Role): Actor => ({
  ...{ id, name: `演${id}` },
  grants: ['trial', 'paper'].map(agency => ({ role, agency })),
})
const officer = actor('公开', 'officer')
const others = [actor('审核', 'coordinator'), actor('分管', 'head')] as const

async function asked(received: Day, today = received): Promise<string> {
  const lodging = aLodging({ arrivedOn: received, applicantKind: 'business' })
  const receipt = await lodge(work, lodging, { by: officer, today, ...sending })
  if (isRefusal(receipt)) throw new Error(receipt.message)
  return receipt.id
}

async function answered(received: Day, today: Day, outcome: Outcome): Promise<string> {
  const id = await asked(received)
  const doing = (by: Actor) => ({ id, by, today, ...sending })
  const done = [
    await draft(work, doing(officer), { outcome, reasoning: '属于讨论记录。' }),
    await check(work, doing(others[0])),
    await consent(work, doing(others[1])),
    await answer(work, doing(officer)),
  ]
  expect(done.filter(each => 'kind' in each)).toEqual([])
  return id
}

/** Zeros in table 2, and what the records count in tables 3 and 4. */
async function reportFromRecords(agency: string, year: number): Promise<AnnualReport> {
  const counted = await countReport(work, { agency, year })
  if (isRefusal(counted)) throw new Error(counted.message)
  const { applications, remedies, narrative } = counted.report
  return { ...zeroReport(counted.report.agency, year), applications, remedies, narrative }
}

async function published(agency: string, report: AnnualReport): Promise<void> {
  const doing = (by: Actor) => ({ agency, year: report.year, by, today: on('2026-01-20') })
  const done = [
    await startReport(work, doing(officer), 'blank'),
    await saveDraft(work, doing(officer), report),
    await takeStep(work, doing(officer), 'submit'),
    await takeStep(work, doing(others[0]), 'check'),
    await takeStep(work, doing(others[1]), 'approve'),
    await takeStep(work, doing(officer), 'publish'),
  ]
  expect(done.filter(each => 'kind' in each)).toEqual([])
}

const year = { agency: 'trial', year: 2025 }
const next = { agency: 'trial', year: 2026 }
const late = on('2026-02-10')
const nothing = zeroReport('', 2025)

test('a year is counted, published with its extract, and what is learnt later is told request by request', async () => {
  const granted = await answered(on('2025-03-03'), on('2025-03-20'), { kind: 'granted' })
  const refused = await answered(on('2025-04-01'), on('2025-05-30'), {
    ...{ kind: 'withheld', ground: 'deliberative' },
  })
  const open = await asked(on('2025-12-22'))
  const report = await reportFromRecords('trial', 2025)
  await published('trial', report)
  const extract = await publishedExtract(work, { ...year, edition: 1 })
  expect(extract?.lines).toHaveLength(3)
  const edition = await editionOf(work, year)
  expect(extract && edition && verifyExtract(extract, edition.report)).toEqual([])
  expect(JSON.stringify(extract)).not.toMatch(/演申请|保障|2025-0/)
  expect(await restatement(work, year)).toMatchObject({ cells: [], requests: [], remedies: [] })
  expect((await countedView(work, next, late))?.opening).toBeNull()
  const found = await asked(on('2025-12-30'), late)
  const lodged = {
    route: 'reconsideration',
    body: '云川市人民政府',
    reference: '1',
    on: on('2025-07-01'),
  } as const
  await lodgeRemedy(work, { id: refused, by: officer, today: late }, lodged)
  const changed = await restatement(work, year)
  expect(changed?.cells.map(({ path }) => path)).toEqual([
    ...['applications.received[1]', 'applications.received[6]'],
    ...['applications.carriedOut[1]', 'applications.carriedOut[6]'],
    ...['remedies.reconsideration.pending', 'remedies.reconsideration.total'],
  ])
  expect(changed?.cells[0]).toMatchObject({ published: 3, onPublication: 3, now: 4 })
  expect(changed?.requests).toMatchObject([{ id: found, words: expect.stringContaining('公布时未计入') }])
  expect(changed?.remedies).toMatchObject([{ id: refused }])
  const opening = (await countedView(work, next, late))?.opening
  expect(opening?.differences[0]).toMatchObject({
    path: 'applications.carriedIn[1]',
    published: 1,
    counted: 2,
  })
  expect(opening?.changed).toMatchObject([{ id: found }])
  expect(opening?.carried.map(({ id }) => id)).toEqual([open, found])
  expect(await editionOf(work, year)).toEqual(edition)
  const cell = { ...year, path: 'applications.resultTotal[6]', page: 1, size: 50 }
  expect((await cellOf(work, cell))?.lines.map(({ id }) => id)).toEqual([granted, refused])
  expect(await cellOf(work, { ...cell, path: 'remedies.reconsideration.total' })).toMatchObject({
    ...{ count: 1, lines: [{ id: refused }] },
  })
})

test('every cell opens to as many requests as it counts, and every request shows its cells', async () => {
  const counted = await countedView(work, year, late)
  const paths = counted === undefined ? [] : countedPaths(counted.report)
  const told = paths.filter((path, at) => at % 40 === 0 || cellAt(counted?.report ?? nothing, path) !== 0)
  expect(told.length).toBeGreaterThan(10)
  for (const path of told) {
    const cell = await cellOf(work, { ...year, path, page: 1, size: 200 })
    expect([path, cell?.lines.length]).toEqual([path, cell?.count])
  }
  const [first] =
    (await cellOf(work, { ...year, path: 'applications.carriedOut[1]', page: 1, size: 1 }))?.lines ?? []
  const cells = await cellsOf(work, first?.id ?? '', late)
  expect(cells?.years.map(each => [each.year, ...each.cells.map(({ path }) => path)])).toEqual([
    [2025, 'applications.received[1]', 'applications.carriedOut[1]'],
    [2026, 'applications.carriedIn[1]', 'applications.carriedOut[1]'],
  ])
  for (const path of [
    'proactive.nothing',
    'applications.nothing[0]',
    'applications.granted[9]',
    'remedies.x.y',
  ])
    expect(await cellOf(work, { ...year, path, page: 1, size: 5 })).toBeUndefined()
})

test('the rehearsal names what would break a rule if the year ended today', async () => {
  const view = await rehearsal(work, next, late)
  expect(view?.breaches.map(({ kind }) => kind)).toEqual(['late', 'late'])
  expect(view?.report.applications.carriedIn).toEqual([0, 2, 0, 0, 0, 0, 2])
  expect(view?.findings.map(({ rule }) => rule)).toContain('years.carried')
  const before = await rehearsal(work, year, late)
  expect(before?.breaches.map(({ kind }) => kind).toSorted()).toEqual([
    ...['answeredLate', 'unserved', 'unserved'],
  ])
})

test('a report whose table the records do not count is published without an extract', async () => {
  await published('paper', withCell(zeroReport('云川市纸面局', 2025), 'proactive.licensing', 3))
  expect(await publishedExtract(work, { agency: 'paper', year: 2025, edition: 1 })).toBeUndefined()
  expect(await restatement(work, { agency: 'paper', year: 2025 })).toBeUndefined()
})
