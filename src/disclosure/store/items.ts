import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { type Day, yearOf } from '../../statute/day.ts'
import type { Item } from '../item.ts'

/** The next number of a series; given once, also to fifty clerks at once. */
export async function nextNumber(work: Work, agency: string, series: string, year: number): Promise<number> {
  const { last } = await work.db
    .insertInto('disclosure_numbers')
    .values({ agency, series, year, last: 1 })
    .onConflict(conflict =>
      conflict
        .columns(['agency', 'series', 'year'])
        .doUpdateSet({ last: sql<number>`disclosure_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/**
 * Makes an item under its next numbers. The pattern of the index number 索引号 has the tokens {agency} {year} {month}
 * {number} {number:5}; a number that an item from an older site carries already is passed over, and never given.
 */
export async function makeItem(
  work: Work,
  agency: string,
  { on, pattern }: { readonly on: Day; readonly pattern: string },
): Promise<Item> {
  const number = await nextNumber(work, agency, 'item', yearOf(on))
  const about = { agency, on, number }
  const item = { id: itemId(about), agency, indexNumber: indexNumberBy(pattern, about), startedOn: on }
  const made = await work.db
    .insertInto('disclosure_items')
    .values({ id: item.id, agency, index_number: item.indexNumber, started_on: on })
    .onConflict(conflict => conflict.column('index_number').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made === undefined ? await makeItem(work, agency, { on, pattern }) : item
}

interface Numbered {
  readonly agency: string
  readonly on: Day
  readonly number: number
}

/** The id of an item by its running number in its agency's year. */
export function itemId({ agency, on, number }: Numbered): string {
  return `${agency}-${yearOf(on)}-${String(number).padStart(4, '0')}`
}

/** The index number 索引号 that the pattern of the settings makes. */
export function indexNumberBy(pattern: string, { agency, on, number }: Numbered): string {
  return pattern
    .replaceAll('{agency}', agency)
    .replaceAll('{year}', on.slice(0, 4))
    .replaceAll('{month}', on.slice(5, 7))
    .replaceAll(/\{number(?::(\d))?\}/g, (_, width?: string) =>
      String(number).padStart(Number(width ?? 1), '0'),
    )
}

/** Other items of the agency that carry the same document number, by its one writing. */
export async function sameDocument(
  work: Work,
  agency: string,
  key: string,
): Promise<{ readonly item: string; readonly title: string; readonly form: string }[]> {
  return await work.db
    .selectFrom('disclosure_standings')
    .select(['item', 'title', 'form'])
    .where('document_key', '=', key)
    .where('agency', '=', agency)
    .where('draft', '<>', 'abandoned')
    .execute()
}
