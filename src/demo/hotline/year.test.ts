import { afterAll, beforeAll, expect, test } from 'vitest'
import { chance } from '../../hotline/chance.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { addDays, dayOf } from '../../statute/day.ts'
import { tellCity } from '../tell.ts'
import { tellYear } from './year.ts'
import { aboutWhat } from './year-matters.ts'

const until = dayOf('2026-01-20')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await work.transaction(tellCity)
})
afterAll(() => work.close())

test('the year is told through the verbs to its end, and stops where it is told to', async () => {
  const secrets = passingSecrets()
  expect(await tellYear(work, { until, secrets, demands: 20 })).toBe(20)
  const { rows, broken } = await verifyAudit(work.db)
  expect(broken).toEqual([])
  expect(rows).toBeGreaterThan(20 * 2)
  const states = await work.db.selectFrom('hotline_standings').select('state').distinct().execute()
  expect(states.map(({ state }) => state).toSorted()).toEqual(['answered', 'closed'])
  const stop = AbortSignal.abort()
  expect(await tellYear(work, { until, secrets, demands: 20, signal: stop })).toBe(0)
}, 30_000)

test('a hot matter comes in its time of the year, and no more once its cause was removed', () => {
  const from = addDays(until, -364)
  const draw = chance(7)
  const called = (day: number) =>
    Array.from({ length: 400 }, () => aboutWhat({ from, on: addDays(from, day), draw }))
  const ofMatter = (day: number) =>
    called(day).filter(({ place, grievance }) => place === '鹿鸣花园12号' && grievance.subject === '电梯停运')
      .length
  expect(ofMatter(200)).toBeGreaterThan(4)
  expect(ofMatter(220)).toBe(0)
})
