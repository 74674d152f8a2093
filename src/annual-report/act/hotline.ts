import { countFigures } from '../../hotline/act/figures/counting.ts'
import { instantOf, momentToday } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { type HotlineYear, hotlineFigures, type RestatedFigure, shownOf } from '../counted/hotline.ts'
import type { AnnualReport } from '../form.ts'
import { hotlinePaths, type Shown } from '../live-figures.ts'
import type { Standing } from '../standing.ts'
import { type ReportKey, standingOf } from '../store/history.ts'
import { type LiveFigures, liveFiguresOf } from '../store/live-figures.ts'

/** The year of an agency as the hotline counts it at the cut-off of the report; undefined where it has no demand of the year. */
export async function hotlineYear(
  work: Work,
  { agency, year }: ReportKey,
  cutOff?: string,
): Promise<HotlineYear | undefined> {
  const now = momentToday()
  const end = instantOf(dayOf(`${year + 1}-01-01`), '00:00:00')
  const asOf = cutOff ?? (Date.parse(end) < Date.parse(now) ? end : now)
  const span = { from: dayOf(`${year}-01-01`), until: dayOf(`${year}-12-31`) }
  for (const scope of ['hotline', 'unit'] as const) {
    const asked = {
      agencies: [agency],
      [scope]: agency,
      ...span,
      asOf,
      by: ['channel'],
      people: false,
    } as const
    const view = await countFigures(work, asked, now)
    const version = view.versions.at(-1)?.version
    if (view.whole.total.numerator === 0 || version === undefined) continue
    return { scope, ...span, asOf, figures: hotlineFigures(view, version), isKept: false }
  }
  return undefined
}

/** The hotline's year as a reader of the desk sees it: of a published report the figures that it was published with. */
export async function hotlineView(work: Work, key: ReportKey): Promise<HotlineYear | undefined> {
  const standing = await standingOf(work, key)
  const kept =
    standing?.state === 'published'
      ? await liveFiguresOf(work, { ...key, edition: standing.edition })
      : undefined
  const year = await hotlineYear(work, key, kept?.asOf)
  if (kept === undefined || year === undefined) return year
  const shown = shownOf(kept.figures)
  const figures = year.figures.map(figure => ({ ...figure, text: shown[figure.path] ?? figure.text }))
  return { ...year, figures, isKept: true }
}

/** The figures of the hotline that a draft shows, as they are counted now; undefined where it shows none. */
export async function hotlineUsed(
  work: Work,
  key: ReportKey,
  draft: AnnualReport,
): Promise<LiveFigures | undefined> {
  const paths = hotlinePaths(draft.narrative)
  const year = paths.length === 0 ? undefined : await hotlineYear(work, key)
  return year && { asOf: year.asOf, figures: year.figures.filter(({ path }) => paths.includes(path)) }
}

/** What the fields of the hotline show in a report as it stands: published, for ever what they were published with. */
export async function hotlineShown(
  work: Work,
  key: ReportKey,
  { draft, state, edition }: Pick<Standing, 'draft' | 'state' | 'edition'>,
): Promise<Shown> {
  const kept = state === 'published' ? await liveFiguresOf(work, { ...key, edition }) : undefined
  return shownOf((kept ?? (await hotlineUsed(work, key, draft)))?.figures ?? [])
}

/** The figures of an edition that the hotline counts otherwise now, as at the same cut-off. */
export async function hotlineRestated(
  work: Work,
  key: ReportKey & { readonly edition: number },
): Promise<RestatedFigure[] | undefined> {
  const kept = await liveFiguresOf(work, key)
  if (kept === undefined) return undefined
  const now = shownOf((await hotlineYear(work, key, kept.asOf))?.figures ?? [])
  return kept.figures.flatMap(({ path, label, text }) => {
    const counted = now[path] ?? '—'
    return counted === text ? [] : [{ path, label, published: text, now: counted }]
  })
}
