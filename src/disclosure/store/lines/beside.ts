import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { shelfStates } from '../../standing.ts'
import { type WithheldRow, withheldRowForm } from './row-form.ts'

const relationForm = z.object({
  ...{ kind: z.enum(['interprets', 'repeals', 'revises']), from: z.enum(['here', 'there']) },
  ...{ item: z.string(), title: z.string(), documentNumber: z.string().nullable() },
  shelf: z.enum(shelfStates),
})

/** How an item hangs together with others: as its latest edition says, and as the editions of others say. */
export async function relationsOfItem(work: Work, item: string): Promise<z.infer<typeof relationForm>[]> {
  const { rows } = await sql`
    select l.kind, 'here' as "from", s.item, s.title, s.document_number as "documentNumber", s.shelf
    from disclosure_ties l join disclosure_standings s on s.item = l.target where l.item = ${item}
    union all
    select l.kind, 'there', s.item, s.title, s.document_number, s.shelf
    from disclosure_ties l join disclosure_standings s on s.item = l.item where l.target = ${item}
    order by 1, 2, 3`.execute(work.db)
  return rows.map(row => relationForm.parse(row))
}

const namedForm = z.object({
  ...{
    item: z.string(),
    title: z.string(),
    documentNumber: z.string().nullable(),
    shelf: z.enum(shelfStates),
  },
})

/** These items by name, as a draft that names them shows them. */
export async function itemsNamed(work: Work, items: readonly string[]): Promise<z.infer<typeof namedForm>[]> {
  if (items.length === 0) return []
  const rows = await work.db
    .selectFrom('disclosure_standings')
    .select(['item', 'title', 'document_number as documentNumber', 'shelf'])
    .where('item', 'in', [...items])
    .execute()
  return rows.map(row => namedForm.parse(row))
}

/** Why these items are not disclosed: the latest decision of each. */
export async function decisionsNotToDisclose(
  work: Work,
  items: readonly string[],
): Promise<Map<string, WithheldRow>> {
  if (items.length === 0) return new Map()
  const { rows } = await sql`
    select distinct on (item) item as id, told ->> 'ground' as ground, told ->> 'reason' as reason,
      by_name as "decidedBy"
    from disclosure_events where item = any(${[...items]}::text[]) and kind = 'withheld'
    order by item, number desc`.execute(work.db)
  const found = rows.map(row => withheldRowForm.parse(row))
  return new Map(found.map(row => [row.id, row]))
}
