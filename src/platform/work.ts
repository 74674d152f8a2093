import { type OperationNodeSource, type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'

/** What an act works with: the database, outside or inside one transaction. */
export interface Work {
  readonly db: Db
  /** All or nothing; inside a transaction it joins the one that runs. */
  transaction<T>(run: (work: Work) => Promise<T>): Promise<T>
}

/** Work on this database. */
export function workOn(db: Db): Work {
  return {
    db,
    transaction: run => db.transaction().execute(transaction => run(inside(transaction))),
  }
}

function inside(db: Db): Work {
  const work: Work = { db, transaction: run => run(work) }
  return work
}

/** A writing statement that was not sent yet, without a `with` of its own: of the query builder, or in SQL. */
export type Write = OperationNodeSource

/**
 * Sends several writes as one statement, so that an act that keeps ten rows costs one way to the database, not ten. They
 * all see what was there before any of them: none may stand on what another of them writes, or write the same row.
 */
export async function together(work: Work, writes: readonly Write[]): Promise<void> {
  if (writes.length > 0) await sql`with ${named(writes)} select`.execute(work.db)
}

/** The writes as parts of a statement that goes on after its `with`. */
export function named(writes: readonly Write[]): RawBuilder<unknown> {
  return sql.join(
    writes.map((write, at) => sql`${sql.ref(`write_${at}`)} as (${write})`),
    sql`, `,
  )
}
