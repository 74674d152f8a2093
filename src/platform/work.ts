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
