import { createHash } from 'node:crypto'
import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import { explanationsForm, findingsForm, reportForm } from '../api/forms.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../form.ts'
import type { EditionLine, Explanation } from '../view.ts'
import type { ReportKey } from './history.ts'

/** A published edition as it stands for ever. */
export interface Edition {
  readonly line: EditionLine
  readonly report: AnnualReport
  readonly explanations: readonly Explanation[]
  readonly findings: readonly Finding[]
}

interface NewEdition extends Omit<Edition, 'line'> {
  readonly edition: number
  readonly publishedOn: string
  readonly publishedAt: string
  readonly reason: string | null
  readonly by: { readonly id: string; readonly name: string }
}

/** Writes an edition, once. */
export async function keepEdition(
  work: Work,
  { agency, year }: ReportKey,
  edition: NewEdition,
): Promise<void> {
  const report = JSON.stringify(edition.report)
  await work.db
    .insertInto('report_editions')
    .values({
      ...{
        agency,
        year,
        edition: edition.edition,
        published_on: edition.publishedOn,
        reason: edition.reason,
      },
      ...{ published_at: edition.publishedAt, by: edition.by.id, by_name: edition.by.name, report },
      explanations: JSON.stringify(edition.explanations),
      findings: JSON.stringify(edition.findings),
      sha256: createHash('sha256').update(report).digest('hex'),
    })
    .execute()
}

/** The published editions of a report, first to last. */
export async function editionLines(work: Work, { agency, year }: ReportKey): Promise<EditionLine[]> {
  return await work.db
    .selectFrom('report_editions')
    .select(['edition', 'published_on as publishedOn', 'reason', 'sha256 as hash'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('edition')
    .execute()
}

/** One edition, or the latest. */
export async function editionOf(
  work: Work,
  { agency, year }: ReportKey,
  edition?: number,
): Promise<Edition | undefined> {
  let query = work.db
    .selectFrom('report_editions')
    .selectAll()
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('edition', 'desc')
    .limit(1)
  if (edition !== undefined) query = query.where('edition', '=', edition)
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  return {
    line: { edition: row.edition, publishedOn: row.published_on, reason: row.reason, hash: row.sha256 },
    report: reportForm.parse(row.report),
    explanations: explanationsForm.parse(row.explanations),
    findings: findingsForm.parse(row.findings),
  }
}

/** The moment at which an edition was published. */
export async function publishedAtOf(
  work: Work,
  { agency, year, edition }: ReportKey & { readonly edition: number },
): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('report_editions')
    .select('published_at as at')
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row?.at
}

/** The day on which each year's report of these agencies was first published. */
export async function firstEditions(
  work: Work,
  agencies: readonly string[],
): Promise<{ readonly agency: string; readonly year: number; readonly on: Day }[]> {
  const rows = await work.db
    .selectFrom('report_editions')
    .select(['agency', 'year', 'published_on'])
    .where('edition', '=', 1)
    .where('agency', 'in', [...agencies, ''])
    .orderBy('year')
    .execute()
  return rows.map(({ agency, year, published_on }) => ({ agency, year, on: dayOf(published_on) }))
}
