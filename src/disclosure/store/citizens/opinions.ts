import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { adoptions, voiceKinds } from '../../voices.ts'

const day = z.string().transform(dayOf)
const rowForm = z.object({
  ...{ item: z.string(), number: z.int(), kind: z.enum(voiceKinds), text: z.string(), filedOn: day },
  ...{ adopted: z.enum(adoptions).nullable(), answer: z.string().nullable(), shown: z.boolean() },
  ...{ answeredOn: day.nullable(), answeredBy: z.string().nullable() },
})

/** An opinion on a draft, with what became of it; who gave it is kept apart and sealed. */
export type Opinion = z.infer<typeof rowForm>

/** Keeps an opinion under the next number of its consultation; sent twice, it stays one. @returns its number */
export async function keepOpinion(
  work: Work,
  opinion: Pick<Opinion, 'item' | 'kind' | 'text' | 'filedOn'>,
  { sealed, once, filedAt }: { readonly sealed: string; readonly once: string; readonly filedAt: string },
): Promise<number> {
  const { item, kind, text, filedOn } = opinion
  const before = await work.db
    .selectFrom('disclosure_opinions')
    .select('number')
    .where('once', '=', once)
    .executeTakeFirst()
  if (before !== undefined) return before.number
  await work.db.selectFrom('disclosure_items').select('id').where('id', '=', item).forUpdate().execute()
  const { number } = await work.db
    .insertInto('disclosure_opinions')
    .values(eb => ({
      ...{ item, kind, text, sealed, once, filed_on: filedOn, filed_at: filedAt },
      number: eb
        .selectFrom('disclosure_opinions')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('item', '=', item),
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

function selected(work: Work, item: string) {
  return work.db
    .selectFrom('disclosure_opinions')
    .select(['item', 'number', 'kind', 'text', 'filed_on as filedOn', 'adopted', 'answer', 'shown'])
    .select(['answered_on as answeredOn', 'answered_by as answeredBy'])
    .where('item', '=', item)
}

/** Which opinions of a consultation are asked for. */
export interface OpinionsQuery {
  readonly standing: 'all' | 'open' | 'answered' | 'shown'
  readonly page: number
  readonly size: number
}

/** One page of the opinions of a consultation, first to last, and how many there are. */
export async function opinionsOf(
  work: Work,
  item: string,
  { standing, page, size }: OpinionsQuery,
): Promise<{ readonly opinions: Opinion[]; readonly total: number }> {
  const among = {
    all: sql<boolean>`true`,
    open: sql<boolean>`answered_on is null`,
    answered: sql<boolean>`answered_on is not null`,
    shown: sql<boolean>`shown`,
  }[standing]
  const rows = await selected(work, item)
    .where(among)
    .orderBy('number')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await work.db
    .selectFrom('disclosure_opinions')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('item', '=', item)
    .where(among)
    .executeTakeFirstOrThrow()
  return { opinions: rows.map(row => rowForm.parse(row)), total }
}

/** How many opinions there are by what became of them; those without an answer under the empty word. */
export async function opinionCounts(work: Work, item: string): Promise<ReadonlyMap<string, number>> {
  const rows = await work.db
    .selectFrom('disclosure_opinions')
    .select(['adopted', ({ fn }) => fn.countAll<number>().as('count')])
    .where('item', '=', item)
    .groupBy('adopted')
    .execute()
  return new Map(rows.map(({ adopted, count }) => [adopted ?? '', count]))
}

/** Who gave these opinions, sealed, by number. */
export async function sealedVoices(
  work: Work,
  item: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_opinions')
    .select(['number', 'sealed'])
    .where('item', '=', item)
    .where('number', 'in', [...numbers])
    .execute()
  return new Map(rows.map(({ number, sealed }) => [number, sealed]))
}

/** Writes down what became of an opinion. @returns whether there is such an opinion */
export async function keepAnswer(
  work: Work,
  { item, number }: Pick<Opinion, 'item' | 'number'>,
  answer: {
    readonly adopted: string
    readonly answer: string
    readonly shown: boolean
    readonly on: Day
    readonly byName: string
  },
): Promise<boolean> {
  const { adopted, answer: words, shown, on, byName } = answer
  const done = await work.db
    .updateTable('disclosure_opinions')
    .set({ adopted, answer: words, shown, answered_on: on, answered_by: byName })
    .where('item', '=', item)
    .where('number', '=', number)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
