import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inSeconds } from '../clock.ts'
import { type TestDb, testDb } from '../test-db.ts'
import { openSession, purgeSessions, sessionLife, sessionOf, sessionsOf } from './sessions.ts'

const person = '00000000-0000-4000-8000-000000000001'
let work: TestDb
let token: string
beforeAll(async () => {
  work = await testDb()
})
afterAll(() => work.close())
beforeEach(async () => {
  await work.db.deleteFrom('sessions').execute()
  token = await openSession(work, person, 'browser')
})

/** As if so many seconds had passed since. */
function passed(column: 'seen_at' | 'renewed_at' | 'expires_at' | 'replaced_at', seconds: number) {
  return work.db
    .updateTable('sessions')
    .set({ [column]: inSeconds(-seconds) })
    .execute()
}

test('a session ends when idle, and at the latest after its longest time', async () => {
  expect(await sessionOf(work, token)).toMatchObject({ person })
  await passed('seen_at', sessionLife.idleSeconds + 1)
  expect(await sessionOf(work, token)).toBeUndefined()
  expect(await sessionsOf(work, person)).toEqual([])
  await passed('seen_at', 0)
  await passed('expires_at', 1)
  expect(await sessionOf(work, token)).toBeUndefined()
  expect(await purgeSessions(work)).toBe(1)
})

test('after an hour the token is renewed once, and requests that were under way still pass', async () => {
  await passed('renewed_at', sessionLife.renewSeconds + 1)
  const all = await Promise.all([1, 2, 3, 4].map(() => sessionOf(work, token)))
  expect(all.every(each => each?.person === person)).toBe(true)
  const renewed = all.flatMap(each => each?.renewed ?? [])
  expect(renewed).toHaveLength(1)
  expect(renewed[0]?.secondsLeft).toBeGreaterThan(0)
  expect(await sessionOf(work, renewed[0]?.token ?? '')).toMatchObject({ person })
})

test('a replaced token that comes back late was copied: the session ends for both', async () => {
  await passed('renewed_at', sessionLife.renewSeconds + 1)
  const renewed = (await sessionOf(work, token))?.renewed?.token ?? ''
  await passed('replaced_at', sessionLife.graceSeconds + 1)
  expect(await sessionOf(work, token)).toBeUndefined()
  expect(await sessionOf(work, renewed)).toBeUndefined()
})
