import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { CannotStart } from './cannot-start.ts'
import type { Db } from './db.ts'
import { withoutValues } from './http/guards.ts'
import { log } from './log.ts'
import type { Work } from './work.ts'

/** What a job finds when it runs. */
export interface JobContext {
  readonly work: Work
  /** Asks for another job; of one key at most one in so many seconds. */
  send(name: string, data: object, once: { key: string; seconds: number }): Promise<void>
}

/** Something that is done without anybody waiting for it. It may run twice, and must then do no harm. */
export interface Job {
  readonly name: string
  /** When it runs by itself, in the office's time; absent where it is asked for. */
  readonly cron?: string
  /** Seconds before the first repetition after a failure; each further one waits twice as long. */
  readonly retrySeconds?: number
  run(context: JobContext, data: unknown): Promise<void>
}

/** The running jobs of this process. */
export interface RunningJobs {
  /** Are they being worked on? */
  isRunning(): boolean
  send: JobContext['send']
  /** Takes no new job and waits for the one that runs. */
  stop(): Promise<void>
}

/** The database schema of the jobs; a backup leaves it out, since every job can be read off the tables again. */
const schema = 'jobs'
/** Where a job goes that failed at all its repetitions. */
export const deadLetters = 'dead-letters'
const repetitions = 5
const longestSeconds = 900

/** Starts working on these jobs. @throws CannotStart where the schema may not be made */
export async function startJobs(url: string, work: Work, jobs: readonly Job[]): Promise<RunningJobs> {
  const boss = new PgBoss({ connectionString: url, schema, max: 4, application_name: 'gongkai jobs' })
  boss.on('error', error => log.error({ what: 'jobs', error: withoutValues(error) }))
  let running = true
  const send: JobContext['send'] = async (name, data, { key, seconds }) => {
    await boss.send(name, data, { singletonKey: key, singletonSeconds: seconds })
  }
  try {
    await boss.start()
    await boss.createQueue(deadLetters, { retentionSeconds: 30 * 24 * 3600 })
    for (const job of jobs) await workOnJob(boss, job, { work, send })
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw CannotStart.ofDatabase(cause)
  }
  return {
    ...{ isRunning: () => running, send },
    stop: async () => {
      running = false
      await boss.stop({ graceful: true, timeout: 60_000 })
    },
  }
}

async function workOnJob(boss: PgBoss, job: Job, context: JobContext): Promise<void> {
  const { name, cron, retrySeconds = 10 } = job
  await boss.createQueue(name)
  await boss.updateQueue(name, {
    ...{ retryLimit: repetitions, retryDelay: retrySeconds, retryBackoff: true },
    ...{ expireInSeconds: longestSeconds, deleteAfterSeconds: 24 * 3600, deadLetter: deadLetters },
  })
  await boss.work(name, { pollingIntervalSeconds: 2, batchSize: 1 }, async batch => {
    for (const { id, data } of batch) {
      try {
        await job.run(context, data)
      } catch (cause) {
        log.error({ what: 'job', job: name, id, error: cause instanceof Error ? cause.name : 'unknown' })
        throw cause
      }
    }
  })
  if (cron === undefined) await boss.unschedule(name)
  else await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
}

/** How many jobs of each name are in which state, as /metrics shows them; none where jobs never ran. */
export async function jobCounts(db: Db): Promise<{ name: string; state: string; jobs: number }[]> {
  const made = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(db)
  if (made.rows[0]?.there !== true) return []
  const { rows } = await sql<{ name: string; state: string; jobs: number }>`
    select name, state::text as state, count(*) as jobs from jobs.job
    where name not like '\\_\\_%' group by 1, 2 order by 1, 2`.execute(db)
  return rows
}
