import type { Work } from '../../platform/work.ts'
import type { Extract } from '../extract/extract.ts'
import { extractForm } from '../read/extract-file.ts'
import type { EditionKey } from './files.ts'

/** Keeps the extract of an edition, once. */
export async function keepExtract(
  work: Work,
  { agency, year, edition }: EditionKey,
  extract: Extract,
): Promise<void> {
  await work.db
    .insertInto('report_extracts')
    .values({ agency, year, edition, extract: JSON.stringify(extract) })
    .execute()
}

/** The extract of an edition; undefined where none was published with it. */
export async function keptExtract(
  work: Work,
  { agency, year, edition }: EditionKey,
): Promise<Extract | undefined> {
  const row = await work.db
    .selectFrom('report_extracts')
    .select('extract')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row === undefined ? undefined : extractForm.parse(row.extract)
}
