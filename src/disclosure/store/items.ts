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
 * {number} {number:5}; an imported item keeps the number that it had.
 */
export async function makeItem(
  work: Work,
  agency: string,
  {
    on,
    pattern,
    indexNumber,
  }: { readonly on: Day; readonly pattern: string; readonly indexNumber?: string | undefined },
): Promise<Item> {
  const year = yearOf(on)
  const number = await nextNumber(work, agency, 'item', year)
  const id = `${agency}-${year}-${String(number).padStart(4, '0')}`
  const index = indexNumber ?? indexNumberBy(pattern, { agency, on, number })
  await work.db
    .insertInto('disclosure_items')
    .values({ id, agency, index_number: index, started_on: on })
    .execute()
  return { id, agency, indexNumber: index, startedOn: on }
}

/** The index number 索引号 that the pattern of the settings makes. */
export function indexNumberBy(
  pattern: string,
  { agency, on, number }: { readonly agency: string; readonly on: Day; readonly number: number },
): string {
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
