import type { Work } from '../../platform/work.ts'
import type { HotlineFigure } from '../counted/hotline.ts'
import type { ReportKey } from './history.ts'

type EditionKey = ReportKey & { readonly edition: number }

/** The figures of the hotline that an edition shows, and as at when they were counted. */
export interface LiveFigures {
  /** An instant. */
  readonly asOf: string
  readonly figures: readonly Pick<HotlineFigure, 'path' | 'label' | 'text'>[]
}

/** Writes the figures of an edition, once. */
export async function keepLiveFigures(
  work: Work,
  { agency, year, edition }: EditionKey,
  { asOf, figures }: LiveFigures,
): Promise<void> {
  if (figures.length === 0) return
  const rows = figures.map(({ path, label, text }) => ({
    ...{ agency, year, edition, path, label },
    ...{ shown: text, as_of: asOf },
  }))
  await work.db.insertInto('report_live_figures').values(rows).execute()
}

/** The figures of the hotline that an edition was published with; undefined where it shows none. */
export async function liveFiguresOf(
  work: Work,
  { agency, year, edition }: EditionKey,
): Promise<LiveFigures | undefined> {
  const rows = await work.db
    .selectFrom('report_live_figures')
    .select(['path', 'label', 'shown as text', 'as_of as asOf'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .where('edition', '=', edition)
    .orderBy('path')
    .execute()
  const [first] = rows
  return first && { asOf: first.asOf, figures: rows.map(({ path, label, text }) => ({ path, label, text })) }
}
