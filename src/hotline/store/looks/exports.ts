import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/** Rows of demands that somebody exported at once. */
export interface DemandExport {
  readonly person: string
  readonly personName: string
  /** The day in the office's time zone. */
  readonly on: string
  readonly what: string
  readonly rows: number
  readonly at: string
}

/** Lets no other export of this person begin until the transaction ends. */
export async function lockExports(work: Work, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hotline export ${person}`}, 0))`.execute(work.db)
}

/** How many rows this person exported on a day. */
export async function rowsExported(work: Work, person: string, on: string): Promise<number> {
  const { rows } = await work.db
    .selectFrom('hotline_exports')
    .select(({ fn }) => fn.sum<string | null>('rows').as('rows'))
    .where('person', '=', person)
    .where('on_day', '=', on)
    .executeTakeFirstOrThrow()
  return Number(rows ?? 0)
}

/** Keeps an export. */
export async function keepExport(work: Work, { personName, on, ...told }: DemandExport): Promise<void> {
  await work.db
    .insertInto('hotline_exports')
    .values({ ...told, person_name: personName, on_day: on })
    .execute()
}
