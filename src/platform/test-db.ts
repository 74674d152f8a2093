import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { openDb } from './db.ts'
import { type Work, workOn } from './work.ts'

/** A database of its own for one test: a copy of the migrated template, dropped by `close`. */
export interface TestDb extends Work {
  readonly url: string
  close(): Promise<void>
}

/** Copies the template that `checks/test-database.ts` has migrated. */
export async function testDb(): Promise<TestDb> {
  const server = process.env.GONGKAI_TEST_DATABASE
  if (server === undefined) throw new Error('checks/test-database.ts has not started a database')
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = openDb(server, 1)
  await sql`create database ${sql.id(name)} template gongkai_template`.execute(admin)
  const url = server.replace(/\/[^/]*$/, `/${name}`)
  const db = openDb(url, 6)
  return {
    ...workOn(db),
    url,
    close: async () => {
      await db.destroy()
      await sql`drop database ${sql.id(name)} with (force)`.execute(admin)
      await admin.destroy()
    },
  }
}
