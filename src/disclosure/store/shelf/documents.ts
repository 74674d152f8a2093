import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { ItemForm } from '../../forms.ts'
import { endedBy, publicOnes, type ShelfLine, shelfLines } from './lines.ts'

/** What the library of documents is asked: which of them stood how on a day. */
export interface DocumentsAsked {
  readonly on: Day
  readonly agency?: string | undefined
  readonly form?: ItemForm | undefined
  readonly list?: 'inForce' | 'ended' | undefined
}

const lasting: readonly ItemForm[] = ['regulation', 'normativeDocument']

/**
 * Documents made by that day, in force then or already ended, the latest made first: in force is what was made and had
 * not ended. A document counts from its day of making, as the annual report counts it, also where it takes effect later.
 */
export async function documentsOn(
  work: Work,
  { on, agency, form, list = 'inForce' }: DocumentsAsked,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ShelfLine[]> {
  const forms = form === undefined ? lasting : [form]
  const query = { forms, agency, validity: list, sort: '-madeOn' as const, madeBy: on }
  return await shelfLines(work, query, { today: on, limit, offset })
}

/** How many were in force on the day, and how many made by then had ended. */
export async function documentTallies(
  work: Work,
  { on, agency, form }: DocumentsAsked,
): Promise<{ readonly inForce: number; readonly ended: number }> {
  const forms = form === undefined ? lasting : [form]
  const row = await publicOnes(work, { forms, agency, madeBy: on }, on)
    .select(sql<number>`count(*) filter (where (${endedBy(on)}) is not true)`.as('inForce'))
    .select(sql<number>`count(*) filter (where ${endedBy(on)})`.as('ended'))
    .executeTakeFirstOrThrow()
  return { inForce: Number(row.inForce), ended: Number(row.ended) }
}

/** The documents that were in force on a day, by item. */
export async function inForceOn(work: Work, on: Day): Promise<string[]> {
  const rows = await publicOnes(work, { forms: lasting, validity: 'inForce', madeBy: on }, on)
    .select('s.item')
    .orderBy('s.item')
    .execute()
  return rows.map(({ item }) => item)
}
