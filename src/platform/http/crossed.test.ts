import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../test-db.ts'
import { problemOfError } from './guards.ts'
import { problemResponse } from './problem.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await sql`create table names (name text primary key)`.execute(work.db)
})
afterAll(() => work.close())

/** What the office answers where an act ends with this. */
async function answered(act: () => Promise<unknown>) {
  const app = new Hono().get('/', async context => {
    await act()
    return context.text('done')
  })
  app.onError((error, context) => problemResponse(problemOfError(error, context)))
  const answer = await app.request('/')
  return { status: answer.status, text: await answer.text() }
}

test('two acts that wait for each other: one goes on, the other hears that somebody was there too', async () => {
  let waiting = 0
  const act = (first: number, second: number) => () =>
    work.transaction(async ({ db }) => {
      await sql`select pg_advisory_xact_lock(${first})`.execute(db)
      waiting++
      while (waiting < 2) await new Promise(resolve => setTimeout(resolve, 5))
      await sql`select pg_advisory_xact_lock(${second})`.execute(db)
    })
  const both = await Promise.all([answered(act(1, 2)), answered(act(2, 1))])
  const [done, crossed] = both.toSorted((a, b) => a.status - b.status)
  expect(done?.status).toBe(200)
  expect(crossed?.status).toBe(409)
  expect(crossed?.text).toContain('他人同时办理')
})

test('two who make at once what may be there once: the second hears it', async () => {
  const make = () => sql`insert into names values ('路灯')`.execute(work.db)
  const both = await Promise.all([answered(make), answered(make)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
})
