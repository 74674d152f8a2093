import { type Expression, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { validities } from '../../item.ts'

/** How another public item hangs together with one: what it does to it, or what is done to it. */
const kinds = ['interprets', 'repeals', 'revises'] as const

/** A relation as it is read back. */
export const relationForm = z.object({
  kind: z.enum(kinds),
  /** Does the other do it to this one? */
  back: z.boolean(),
  item: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  validity: z.enum(validities),
  /** The first day on which it is no longer in force. */
  endsOn: z.string().transform(dayOf).nullable(),
  publishedOn: z.string().transform(dayOf),
})
/** Another public item, and how it hangs together with this one. */
export type Relation = z.output<typeof relationForm>

/** The question what it interprets, repeals and revises, and what does so to it, as far as the public may see it. */
export function relationsFrom(work: Work, item: string | Expression<string>) {
  const other = (back: boolean) =>
    work.db
      .selectFrom('disclosure_ties as l')
      .innerJoin('disclosure_standings as o', 'o.item', back ? 'l.item' : 'l.target')
      .select(['l.kind', sql<boolean>`${back}::boolean`.as('back'), 'o.item', 'o.title'])
      .select(['o.document_number as documentNumber', 'o.validity', 'o.ends_on as endsOn'])
      .select('o.published_on as publishedOn')
      .where(back ? 'l.target' : 'l.item', '=', item)
      .where('o.shelf', '=', 'public')
  return other(false).unionAll(other(true)).orderBy('publishedOn').orderBy('item')
}
