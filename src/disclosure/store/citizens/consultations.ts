import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf, isDay } from '../../../statute/day.ts'
import { shelfStates } from '../../standing.ts'
import type { Consulting } from '../../voices.ts'

const dayOrNone = z
  .string()
  .nullable()
  .transform((text): Day | null => (text !== null && isDay(text) ? dayOf(text) : null))
const rowForm = z.object({
  ...{ id: z.string(), agency: z.string(), title: z.string(), summary: z.string() },
  ...{ shelf: z.enum(shelfStates), opensOn: dayOrNone, closesOn: dayOrNone, contact: z.string().nullable() },
  result: z.string().nullable(),
})

/** A consultation 意见征集 as the public finds it, with the item that tells its result. */
export type Consultation = z.infer<typeof rowForm> & Consulting

function selected(work: Work) {
  return work.db
    .selectFrom('disclosure_standings as standing')
    .innerJoin('disclosure_editions as edition', join =>
      join.onRef('edition.item', '=', 'standing.item').onRef('edition.number', '=', 'standing.edition'),
    )
    .select(['standing.item as id', 'standing.agency', 'standing.title', 'standing.shelf'])
    .select(sql<string>`edition.content ->> 'summary'`.as('summary'))
    .select(sql<string | null>`edition.content #>> '{own,opensOn}'`.as('opensOn'))
    .select(sql<string | null>`edition.content #>> '{own,closesOn}'`.as('closesOn'))
    .select(sql<string | null>`edition.content #>> '{own,contact}'`.as('contact'))
    .select(eb =>
      eb
        .selectFrom('disclosure_links as link')
        .innerJoin('disclosure_standings as told', 'told.item', 'link.item')
        .select('link.item')
        .whereRef('link.target', '=', 'standing.item')
        .where('link.kind', '=', 'interprets')
        .where('told.form', '=', 'consultationResult')
        .where('told.shelf', '=', 'public')
        .orderBy('told.published_on', 'desc')
        .limit(1)
        .as('result'),
    )
    .where('standing.form', '=', 'consultation')
}

/** One consultation that is or was public. */
export async function consultationOf(work: Work, id: string): Promise<Consultation | undefined> {
  const row = await selected(work).where('standing.item', '=', id).executeTakeFirst()
  return row && rowForm.parse(row)
}

/** The consultations on the shelf, those that close last first; of one agency where it is named. */
export async function consultations(
  work: Work,
  {
    agency,
    page,
    size,
  }: { readonly agency?: string | undefined; readonly page: number; readonly size: number },
): Promise<{ readonly lines: Consultation[]; readonly total: number }> {
  const of = (query: ReturnType<typeof selected>) =>
    agency === undefined ? query : query.where('standing.agency', '=', agency)
  const rows = await of(selected(work))
    .where('standing.shelf', '=', 'public')
    .orderBy(sql`edition.content #>> '{own,closesOn}'`, order => order.desc().nullsLast())
    .orderBy('standing.item')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const counted = work.db
    .selectFrom('disclosure_standings')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('form', '=', 'consultation')
    .where('shelf', '=', 'public')
  const { total } = await (agency === undefined
    ? counted
    : counted.where('agency', '=', agency)
  ).executeTakeFirstOrThrow()
  return { lines: rows.map(row => rowForm.parse(row)), total }
}
