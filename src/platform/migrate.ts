import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { CannotStart } from './cannot-start.ts'
import type { Db } from './db.ts'
import type { DB } from './tables.ts'

/** A part that keeps tables: its name and the history of its schema. */
export interface Domain {
  readonly name: string
  readonly sql: string
}

interface Step {
  readonly name: string
  readonly sql: string
}

type Applied = { schema_steps: { domain: string; number: number; name: string; hash: string } }

/** The steps of a `schema.sql`: it only grows, each step under a line `-- step 1: what it does`. */
export function stepsOf(schema: string): Step[] {
  return schema
    .split(/^-- step \d+: /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n')
      return { name: part.slice(0, end).trim(), sql: part.slice(end + 1).trim() }
    })
}

/**
 * Brings the database up to these schemas; several processes may try at once.
 * @returns how many steps were applied
 * @throws CannotStart where the data are of a newer version, or a step of the past was rewritten
 */
export function migrate(db: Db, domains: readonly Domain[]): Promise<number> {
  return db
    .withTables<Applied>()
    .transaction()
    .execute(async transaction => {
      await sql`select pg_advisory_xact_lock(7318201)`.execute(transaction)
      await sql`create table if not exists schema_steps (domain text, number integer, name text not null,
        hash text not null, primary key (domain, number))`.execute(transaction)
      let applied = 0
      for (const domain of domains) applied += await bringUp(transaction, domain)
      return applied
    })
}

/** Has the database taken exactly the steps of these schemas? */
export async function isUpToDate(db: Db, domains: readonly Domain[]): Promise<boolean> {
  const rows = await db.withTables<Applied>().selectFrom('schema_steps').select(['domain', 'hash']).execute()
  const taken = new Set(rows.map(({ domain, hash }) => `${domain} ${hash}`))
  return domains.every(({ name, sql: schema }) =>
    stepsOf(schema).every(step => taken.has(`${name} ${hashOf(step)}`)),
  )
}

async function bringUp(db: Kysely<DB & Applied>, domain: Domain): Promise<number> {
  const steps = stepsOf(domain.sql)
  const done = await db
    .selectFrom('schema_steps')
    .selectAll()
    .where('domain', '=', domain.name)
    .orderBy('number')
    .execute()
  for (const row of done) {
    const step = steps[row.number - 1]
    if (step === undefined || hashOf(step) !== row.hash) throw CannotStart.newerData(row.name)
  }
  for (const [place, step] of steps.entries()) {
    if (place < done.length) continue
    await sql.raw(step.sql).execute(db)
    await db
      .insertInto('schema_steps')
      .values({ domain: domain.name, number: place + 1, name: step.name, hash: hashOf(step) })
      .execute()
  }
  return steps.length - done.length
}

function hashOf(step: Step): string {
  return createHash('sha256').update(step.sql).digest('hex')
}
