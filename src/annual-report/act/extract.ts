import { randomBytes } from 'node:crypto'
import { linesOfYear } from '../../foi/act/figures/count.ts'
import { spanOf } from '../../foi/figures/rows.ts'
import type { Work } from '../../platform/work.ts'
import { anonymised } from '../extract/anonymise.ts'
import type { Extract } from '../extract/extract.ts'
import { verifyExtract } from '../extract/verify-extract.ts'
import type { AnnualReport } from '../form.ts'
import { keepExtract, keptExtract } from '../store/extracts.ts'
import type { EditionKey } from '../store/files.ts'
import type { ReportKey } from '../store/history.ts'

/** The extract of a year as the records stand, with identifiers drawn anew; undefined where they hold no request of it. */
export async function extractOf(
  work: Work,
  { agency, year }: ReportKey,
  name: string,
): Promise<Extract | undefined> {
  const counted = await linesOfYear(work, spanOf(agency, year))
  const lines = anonymised(counted, () => randomBytes(8).toString('hex'))
  return lines.length === 0 ? undefined : { agency: name, year, lines }
}

/** Publishes the extract with its edition, where the edition's table 3 is what the records count (decision 0009). */
export async function publishExtract(work: Work, key: EditionKey, report: AnnualReport): Promise<void> {
  const extract = await extractOf(work, key, report.agency)
  if (extract === undefined || verifyExtract(extract, report).length > 0) return
  await keepExtract(work, key, extract)
}

/** The extract that was published with an edition. */
export function publishedExtract(work: Work, key: EditionKey): Promise<Extract | undefined> {
  return keptExtract(work, key)
}
