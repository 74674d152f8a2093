import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDb } from '../platform/test-db.ts'

test('every table of what happened forbids by its own trigger to change, remove or empty it', async () => {
  const work = await testDb()
  // Bits of tgtype: 8 delete, 16 update, 32 truncate; 2 before; no 1, so that it is asked once for each statement.
  const { rows } = await sql<{ name: string; kept: boolean }>`
    select c.relname as name, exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
      and t.tgenabled = 'O' and t.tgtype & 59 = 58) as kept
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public' and (c.relname like '%\\_events' or c.relname in ('audit', 'hotline_looks'))
    order by c.relname`.execute(work.db)
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hotline_entry_events', 'hotline_events', 'hotline_looks']),
  )
  expect(rows.filter(({ kept }) => !kept)).toEqual([])
  for (const { name } of rows)
    await expect(sql`truncate ${sql.id(name)} cascade`.execute(work.db)).rejects.toThrow(/never|append-only/)
  await work.close()
})
