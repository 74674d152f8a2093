import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Facets, tagsOfMove } from '../../shelf-tags.ts'

const words = z.array(z.string())
const form = z.object({
  ...{ agency: z.string(), form: z.string(), duty: z.string(), series: z.string() },
  ...{ interprets: words, repeals: words, revises: words },
})

/** Which pages of the shelf a move of this item touches; after a revision also those where it stood before. */
export async function tagsMovedBy(work: Work, item: string, revised: boolean): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_editions as e')
    .innerJoin('disclosure_standings as s', 's.item', 'e.item')
    .select(['s.agency', sql`e.content->>'form'`.as('form'), sql`e.content->>'duty'`.as('duty')])
    .select([sql`e.content->>'series'`.as('series'), sql`e.content->'interprets'`.as('interprets')])
    .select([sql`e.content->'repeals'`.as('repeals'), sql`e.content->'revises'`.as('revises')])
    .where('e.item', '=', item)
    .where('e.number', '>=', sql<number>`s.edition - ${revised ? 1 : 0}::int`)
    .execute()
  const facets: Facets[] = rows.map(row => {
    const { interprets, repeals, revises, ...rest } = form.parse(row)
    return { ...rest, links: [...interprets, ...repeals, ...revises] }
  })
  const { rows: tied } = await sql<{ other: string }>`
    select item as other from disclosure_ties where target = ${item}
    union select target from disclosure_ties where item = ${item}`.execute(work.db)
  return tagsOfMove(
    item,
    facets,
    tied.map(({ other }) => other),
  )
}
