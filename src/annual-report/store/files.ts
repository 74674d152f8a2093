import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import { type Format, formats } from '../printed/format.ts'
import type { ReportKey } from './history.ts'

/** A published edition: agency, year and number. */
export interface EditionKey extends ReportKey {
  readonly edition: number
}

/** The kept file of an edition; undefined where it has not been made yet. */
export async function keptFile(
  work: Work,
  { agency, year, edition }: EditionKey,
  format: Format,
): Promise<Uint8Array | undefined> {
  const row = await work.db
    .selectFrom('report_files')
    .select('bytes')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .where('format', '=', format)
    .executeTakeFirst()
  return row?.bytes
}

/** How many bytes each format has that has been made. */
export async function keptSizes(
  work: Work,
  { agency, year, edition }: EditionKey,
): Promise<ReadonlyMap<string, number>> {
  const rows = await work.db
    .selectFrom('report_files')
    .select(['format', sql<number>`length(bytes)`.as('size')])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .execute()
  return new Map(rows.map(({ format, size }) => [format, size]))
}

/** Keeps a file, once: an edition never changes, so neither do its files. */
export async function keepFile(
  work: Work,
  key: EditionKey,
  format: Format,
  bytes: Uint8Array,
): Promise<void> {
  const { agency, year, edition } = key
  await work.db
    .insertInto('report_files')
    .values({ agency, year, edition, format, bytes: Buffer.from(bytes) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Published editions that lack a file of some format, latest first. */
export async function editionsWithoutFiles(work: Work, most: number): Promise<EditionKey[]> {
  return await work.db
    .selectFrom('report_editions as e')
    .select(['e.agency', 'e.year', 'e.edition'])
    .where(eb =>
      eb(
        eb
          .selectFrom('report_files as f')
          .whereRef('f.agency', '=', 'e.agency')
          .whereRef('f.year', '=', 'e.year')
          .whereRef('f.edition', '=', 'e.edition')
          .where('f.format', 'in', [...formats])
          .select(inner => inner.fn.countAll<number>().as('n')),
        '<',
        formats.length,
      ),
    )
    .orderBy('e.published_at', 'desc')
    .limit(most)
    .execute()
}
