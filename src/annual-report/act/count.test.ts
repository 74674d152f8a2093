import { afterAll, beforeAll, expect, test } from 'vitest'
import { aLodging } from '../../foi/act/a-lodging.ts'
import { lodge } from '../../foi/act/lodge.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { verify } from '../verify.ts'
import { countReport } from './count.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  const agency = {
    code: 'trial',
    name: '云川市试验局',
    shortName: '试验局',
    kind: 'department',
    parent: null,
  } as const
  await addAgency(work, agency, theSystem)
})
afterAll(() => work.close())

test('the year is counted from the records: who came in, and what is carried into the next', async () => {
  const secrets = passingSecrets()
  for (const [on, applicantKind] of [
    ['2024-12-30', 'naturalPerson'],
    ['2025-02-03', 'business'],
  ] as const) {
    const by = { by: theSystem, today: dayOf(on), secrets }
    await lodge(work, aLodging({ applicantKind }), by)
  }
  const counted = await countReport(work, { agency: 'trial', year: 2025 })
  if (isRefusal(counted)) throw new Error(counted.message)
  const { report } = counted
  expect(report.applications).toMatchObject({
    received: [0, 1, 0, 0, 0, 0, 1],
    carriedIn: [1, 0, 0, 0, 0, 0, 1],
    resultTotal: [0, 0, 0, 0, 0, 0, 0],
    carriedOut: [1, 1, 0, 0, 0, 0, 2],
  })
  expect(verify(report).filter(({ rule }) => rule.startsWith('applications.'))).toEqual([])
})

test('an agency that does not exist is refused', async () => {
  expect(await countReport(work, { agency: 'nowhere', year: 2025 })).toMatchObject({ kind: 'refusal' })
})
