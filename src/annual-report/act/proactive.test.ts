import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, theOffice } from '../../disclosure/act/an-item.ts'
import { end } from '../../disclosure/act/ending.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { now } from '../../platform/clock.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { countReport } from './count.ts'
import { cellOf } from './counted.ts'

const agency = 'trial'
const key = { agency, year: 2025 }
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  const office = {
    code: agency,
    name: '试验局',
    shortName: '试验局',
    kind: 'department',
    parent: null,
  } as const
  const added = await addAgency(work, office, theSystem)
  if (isRefusal(added)) throw new Error(added.message)
}, 60_000)
afterAll(async () => work?.close())

const aDocument = (number: number, madeOn: string, own = {}) => {
  const named = {
    title: `办法 ${number}`,
    documentNumber: `云试规〔2025〕${number}号`,
    madeOn: dayOf(madeOn),
  }
  const content = aContent({ form: 'normativeDocument', ...named, own: { effectiveOn: madeOn, ...own } })
  return aPublished(work, { agency, today: '2025-12-31', content })
}

/** Fees and permits as a batch brings them: public with their item. */
async function aBatch(
  form: 'permitResults' | 'fees',
  rows: readonly (readonly [string, string, string | null])[],
) {
  const content = aContent({ form, title: form, documentNumber: null, madeOn: dayOf('2025-12-20') })
  const id = await aDraft(work, { agency, today: '2025-12-31', content })
  const { id: batch } = await work.db
    .insertInto('disclosure_batches')
    .values({ item: id, form, row_count: rows.length, sha256: 'x', loaded_at: now(), loaded_by: '演' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const values = rows.map(([reference, decided_on, amount_yuan], place) => ({
    ...{ batch, place, reference, decided_on, amount_yuan, shown: true, basis: '' },
    ...{ party: '某公司', party_kind: 'organisation', matter: '某事' },
  }))
  await work.db.insertInto('disclosure_rows').values(values).execute()
  const by = theOffice(agency).clerk
  const held = { ...content, rows: { batch, count: rows.length, sha256: 'x' } }
  await savedAs(work, { id, by, today: dayOf('2025-12-31') }, held)
  await putOnShelf(work, { id, agency, today: '2025-12-31' })
}

test('without items in the house table 2 stays blank: a blank is not a zero', async () => {
  const counted = await countReport(work, key)
  expect(isRefusal(counted) ? counted : counted.report.proactive.normativeDocuments.issued).toBeNull()
  expect(await cellOf(work, { ...key, path: 'proactive.licensing', page: 1, size: 10 })).toMatchObject({
    count: 0,
    lines: [],
  })
})

test('table 2 from the items: made, repealed or past its term, in force; decisions and fees of the year', async () => {
  await aDocument(1, '2024-05-06')
  const repealed = await aDocument(2, '2024-05-06')
  // The editor leaves an empty field empty; it is no day.
  await aDocument(3, '2025-03-03', { expiresOn: '' })
  await aDocument(4, '2025-04-07', { expiresOn: '2025-10-31' })
  const doing = { id: repealed, by: theOffice(agency).head, today: dayOf('2025-12-31') }
  const ending = {
    validity: 'repealed',
    endsOn: dayOf('2025-06-01'),
    byWords: '新办法',
    byItem: null,
  } as const
  expect(await end(work, doing, ending)).toMatchObject({ validity: 'repealed' })
  await aBatch('permitResults', [
    ...([
      ['许 1', '2025-01-01', null],
      ['许 2', '2025-12-31', null],
      ['许 3', '2024-12-31', null],
    ] as const),
  ])
  await aBatch('permitResults', [
    ['许 2', '2025-12-31', null],
    ['', '2025-07-01', null],
  ])
  await aBatch('fees', [
    ['费 1', '2025-02-03', '12345.67'],
    ['费 2', '2025-02-04', '0.03'],
    ['费 3', '2026-01-01', '9'],
  ])
  const counted = await countReport(work, key)
  if (isRefusal(counted)) throw new Error(counted.message)
  expect(counted.report.proactive).toEqual({
    regulations: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued: 2, repealed: 2, inForce: 2 },
    ...{ licensing: 3, penalties: 0, coercion: 0, feesWan: 1.23457 },
  })
  const before = await countReport(work, { agency, year: 2024 })
  if (isRefusal(before)) throw new Error(before.message)
  expect(before.report.proactive.normativeDocuments).toEqual({ issued: 2, repealed: 0, inForce: 2 })
  expect(counted.report.narrative.overview).toMatch(/主动公开政府信息 7 条，其中在政府信息公开平台公开 7 条/)
})

test('each cell opens to its items or decisions, as many as it counts', async () => {
  const open = async (path: string) => {
    const cell = await cellOf(work, { ...key, path, page: 1, size: 50 })
    return [cell?.of, cell?.count, cell?.lines.length]
  }
  expect(await open('proactive.normativeDocuments.issued')).toEqual(['items', 2, 2])
  expect(await open('proactive.normativeDocuments.inForce')).toEqual(['items', 2, 2])
  expect(await open('proactive.licensing')).toEqual(['items', 3, 3])
  expect(await open('proactive.feesWan')).toEqual(['items', 2, 2])
  expect(await cellOf(work, { ...key, path: 'proactive.nothing', page: 1, size: 5 })).toBeUndefined()
})

test('what was not yet published is not known at an earlier cut-off', async () => {
  const then = await countReport(work, key, { knownAt: '2020-01-01T00:00:00Z' })
  if (isRefusal(then)) throw new Error(then.message)
  expect(then.report.proactive.normativeDocuments).toEqual({ issued: 0, repealed: 0, inForce: 0 })
})
