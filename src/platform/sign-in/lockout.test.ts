import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../test-db.ts'
import { claimAttempt, forgive, waitAfter } from './lockout.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
})
afterAll(() => work.close())

test('the wait after failures grows, and has an end', () => {
  expect([1, 3, 4, 5, 6, 30].map(failures => waitAfter(failures))).toEqual([0, 0, 5, 10, 20, 3600])
})

test('many attempts at once gain no more than attempts one by one', async () => {
  const attempt = { name: 'someone', address: '192.0.2.1' }
  const waits = await Promise.all(Array.from({ length: 12 }, () => claimAttempt(work, attempt)))
  expect(waits.filter(wait => wait === 0)).toHaveLength(4)
  expect(Math.max(...waits)).toBe(5)
})

test('an address that tries many names waits too; a right password gives back its own attempt alone', async () => {
  const address = '192.0.2.2'
  for (let n = 0; n < 31; n++) expect(await claimAttempt(work, { name: `name-${n}`, address })).toBe(0)
  expect(await claimAttempt(work, { name: 'another', address })).toBe(5)
  expect(await claimAttempt(work, { name: 'another', address: '192.0.2.3' })).toBe(0)
  await forgive(work, { name: 'name-1', address })
  expect(await claimAttempt(work, { name: 'name-1', address })).toBe(0)
})

test('no name stands in the table of failures', async () => {
  await claimAttempt(work, { name: '我的密码误填在这里', address: '192.0.2.9' })
  const rows = await work.db.selectFrom('sign_in_failures').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/我的密码|192\.0\.2/)
})
