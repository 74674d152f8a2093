import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { deadLetters, type Job, jobCounts, startJobs } from './jobs.ts'
import { type TestDb, testDb } from './test-db.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
})
afterAll(() => work.close())

async function until(true_: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await true_()); tries++) {
    if (tries > 200) throw new Error('waited in vain')
    await new Promise(next => setTimeout(next, 50))
  }
}

test('a job is repeated until it succeeds, one of a key runs once, and stopping waits for what runs', async () => {
  let [tries, asked, finished] = [0, 0, false]
  const list: Job[] = [
    {
      name: 'stubborn',
      retrySeconds: 0,
      run: async () => {
        tries++
        if (tries < 2) throw new Error('not yet')
      },
    },
    {
      name: 'once',
      run: async () => {
        asked++
      },
    },
    {
      name: 'slow',
      run: async () => {
        asked++
        await new Promise(next => setTimeout(next, 700))
        finished = true
      },
    },
  ]
  const running = await startJobs(work.url, work, list)
  expect(running.isRunning()).toBe(true)
  const key = { key: 'x', seconds: 600 }
  await running.send('stubborn', {}, key)
  for (let n = 0; n < 5; n++) await running.send('once', {}, key)
  await until(() => asked === 1 && tries === 2)
  await running.send('slow', {}, key)
  await until(() => asked === 2)
  await running.stop()
  expect([finished, asked, running.isRunning()]).toEqual([true, 2, false])
})

test('a job that fails at every repetition stands among the dead letters, where the figures show it', async () => {
  let tries = 0
  const hopeless: Job = {
    name: 'hopeless',
    retrySeconds: 0,
    run: async () => {
      tries++
      throw new RangeError('never')
    },
  }
  const running = await startJobs(work.url, work, [hopeless])
  await work.db.executeQuery(
    sql`update jobs.queue set retry_limit = 1, retry_delay = 0, retry_backoff = false where name = 'hopeless'`.compile(
      work.db,
    ),
  )
  await running.send('hopeless', { mark: 'letter' }, { key: 'x', seconds: 600 })
  await until(async () => (await jobCounts(work.db)).some(({ name }) => name === deadLetters))
  await running.stop()
  expect(tries).toBe(2)
  expect(await jobCounts(work.db)).toContainEqual({ name: deadLetters, state: 'created', jobs: 1 })
})

test('without the right to make the schema the platform says what the database administrator must do', async () => {
  const other = await testDb()
  const name = new URL(other.url).pathname.slice(1)
  const role = `visitor_${name}`
  await sql`create role ${sql.id(role)} login password 'geheim-4711'`.execute(other.db)
  const url = new URL(other.url)
  url.username = role
  url.password = 'geheim-4711'
  const failure = await startJobs(url.href, other, []).catch((cause: unknown) => cause)
  expect(failure).toBeInstanceOf(CannotStart)
  expect(String(failure)).toMatch(/GRANT CREATE ON DATABASE/)
  expect(String(failure)).not.toContain('geheim')
  await other.close()
})
