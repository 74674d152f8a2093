import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { PublicEntry, PublicEntryLine } from '../../knowledge/view.ts'

const lineForm = z.object({
  ...{ id: z.string(), question: z.string(), answer: z.string(), unitName: z.string().nullable() },
})
const entryForm = lineForm.extend({
  ...{ variants: z.array(z.string()), items: z.array(z.string()), hotlineName: z.string() },
  ...{ validUntil: z.string().nullable(), changedAt: z.string() },
})

const open = (on: string) => sql<boolean>`e.public and e.in_force is not null and e.valid_from <= ${on}::date
  and (e.valid_until is null or e.valid_until >= ${on}::date)`

/** A page of what is public and holds on a day, what is used most first. */
export async function publicEntriesPage(
  work: Work,
  { page, size, on }: { readonly page: number; readonly size: number; readonly on: string },
): Promise<{ lines: PublicEntryLine[]; total: number }> {
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql`select e.id, e.in_force->>'question' as question, e.in_force->>'answer' as answer, u.name as "unitName"
      from hotline_entries e left join agencies u on u.code = e.unit where ${open(on)}
      order by e.used desc, e.id limit ${size} offset ${(page - 1) * size}`.execute(work.db),
    sql<{ total: number }>`select count(*)::int as total from hotline_entries e where ${open(on)}`.execute(
      work.db,
    ),
  ])
  return { lines: z.array(lineForm).parse(rows), total: counted[0]?.total ?? 0 }
}

/** One entry that is public and holds on a day. */
export async function publicEntryOf(work: Work, id: string, on: string): Promise<PublicEntry | undefined> {
  const { rows } =
    await sql`select e.id, e.in_force->>'question' as question, e.in_force->>'answer' as answer,
      e.in_force->'variants' as variants, e.in_force->'items' as items, u.name as "unitName",
      h.name as "hotlineName", e.valid_until as "validUntil", e.changed_at as "changedAt"
    from hotline_entries e join agencies h on h.code = e.agency left join agencies u on u.code = e.unit
    where e.id = ${id} and ${open(on)}`.execute(work.db)
  return rows[0] === undefined ? undefined : entryForm.parse(rows[0])
}
