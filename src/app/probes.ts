import type { Context, Hono } from 'hono'
import { sql } from 'kysely'
import type { AppEnv } from '../office/env.ts'
import { isLocal } from '../platform/http/address.ts'
import { type Gauge, metricsText } from '../platform/http/metrics.ts'
import { problem, problemResponse } from '../platform/http/problem.ts'
import { jobCounts } from '../platform/jobs.ts'
import { isUpToDate } from '../platform/migrate.ts'
import type { Work } from '../platform/work.ts'
import { domains } from './domains.ts'

/** What the probes ask of the process besides the database. */
export interface Probed {
  /** Are the jobs being worked on? Absent where this process leaves them to others. */
  readonly jobsRun?: (() => boolean) | undefined
}

/** Is the process alive, may it be sent requests, and its figures. Open to: everybody; the figures to this machine or with the token. */
export function probes(site: Hono<AppEnv>, work: Work, { jobsRun }: Probed): void {
  site.get('/healthz', context => context.text('ok'))
  site.get('/readyz', async context => {
    const database = await answers(work)
    const schema = database && (await isUpToDate(work.db, domains))
    const jobs = jobsRun === undefined ? 'elsewhere' : jobsRun()
    const ready = database && schema && jobs !== false
    return context.json({ ready, database, schema, jobs }, ready ? 200 : 503)
  })
  site.get('/metrics', async context => {
    if (!mayRead(context)) return problemResponse(problem(404, '没有这个地址。'))
    const text = metricsText(await gaugesOf(work))
    return context.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

function answers(work: Work): Promise<boolean> {
  return sql`select 1`.execute(work.db).then(
    () => true,
    () => false,
  )
}

/** The figures tell of the office's work: they go to this machine, or to whoever shows `GONGKAI_METRICS_TOKEN`. */
function mayRead(context: Context): boolean {
  const token = process.env.GONGKAI_METRICS_TOKEN || undefined
  const shown = context.req.header('authorization')
  return token === undefined ? isLocal(context) : shown === `Bearer ${token}`
}

async function gaugesOf(work: Work): Promise<Gauge[]> {
  const [head, counts] = await Promise.all([
    work.db.selectFrom('audit_head').select('rows').executeTakeFirst(),
    jobCounts(work.db),
  ])
  return [
    { name: 'gongkai_audit_rows', help: 'Rows of the audit trail.', values: [[{}, head?.rows ?? 0]] },
    {
      name: 'gongkai_jobs',
      help: 'Jobs by queue and state; those in dead-letters failed at all their repetitions.',
      values: counts.map(({ name, state, jobs }) => [{ queue: name, state }, jobs]),
    },
  ]
}
