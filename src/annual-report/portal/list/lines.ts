import type { Agency } from '../../../office/roles.ts'
import { type Day, dayNumber, dayOf, yearOf } from '../../../statute/day.ts'
import { reportDueOn } from '../../../statute/law.ts'
import type { PublishedRow } from '../../store/public.ts'

/** How a report stands with the public: in time, late, missing after its day, or not due yet. */
export type PublicStanding = 'onTime' | 'late' | 'missing' | 'notDue'

/** One agency and year: published or not. */
export interface PublicLine {
  readonly agency: Agency
  /** How deep the agency stands in the tree, from 0. */
  readonly depth: number
  readonly year: number
  readonly standing: PublicStanding
  readonly due: Day
  /** Calendar days after the due day: until published, or until today. */
  readonly lateDays: number
  readonly published: PublishedRow | undefined
}

/** The agencies as a tree reads: each followed by those below it. */
export function treeOrder(agencies: readonly Agency[]): { agency: Agency; depth: number }[] {
  const known = new Set(agencies.map(({ code }) => code))
  const below = Map.groupBy(agencies, ({ parent }) => (parent !== null && known.has(parent) ? parent : ''))
  const from = (parent: string, depth: number): { agency: Agency; depth: number }[] =>
    (below.get(parent) ?? []).flatMap(agency => [{ agency, depth }, ...from(agency.code, depth + 1)])
  return from('', 0)
}

/** Every agency and year from the first published report to the year whose report is due now, in the order of the tree. */
export function publicLines(
  agencies: readonly Agency[],
  rows: readonly PublishedRow[],
  today: Day,
): PublicLine[] {
  const kept = new Map(rows.map(row => [`${row.agency} ${row.year}`, row]))
  const last = yearOf(today) - 1
  const years = [...new Set([last, ...rows.map(({ year }) => year)])].sort((a, b) => b - a)
  return treeOrder(agencies).flatMap(({ agency, depth }) =>
    years.flatMap(year => {
      const published = kept.get(`${agency.code} ${year}`)
      if (published === undefined && !agency.standing) return []
      const due = reportDueOn(year, agency.kind === 'government' ? 'government' : 'agency')
      const until = published === undefined ? today : dayOf(published.publishedOn)
      const lateDays = Math.max(0, dayNumber(until) - dayNumber(due))
      const standing: PublicStanding =
        published === undefined ? (lateDays > 0 ? 'missing' : 'notDue') : lateDays > 0 ? 'late' : 'onTime'
      return { agency, depth, year, standing, due, lateDays, published }
    }),
  )
}

/** What a list is asked for; the address carries it. */
export interface LineQuery {
  readonly agency?: string | undefined
  readonly year?: number | undefined
  readonly standing?: PublicStanding | 'published' | 'all' | undefined
  /** Words of the agency's name. */
  readonly q?: string | undefined
  /** A column, with `-` before it for the other direction; without it, the tree's order. */
  readonly sort?: string | undefined
}

/** The columns by which the list may be sorted; those without a figure come last in both directions. */
export const sortable = {
  year: line => line.year,
  publishedOn: line => (line.published === undefined ? null : dayNumber(dayOf(line.published.publishedOn))),
  received: line => line.published?.received ?? null,
  concluded: line => line.published?.concluded ?? null,
  carriedOut: line => line.published?.carriedOut ?? null,
  late: line => line.lateDays,
} as const satisfies Record<string, (line: PublicLine) => number | null>

/** The lines that are asked for, in the order asked for. */
export function linesOf(all: readonly PublicLine[], query: LineQuery): PublicLine[] {
  const { agency, year, q = '', standing = 'published' } = query
  const chosen = all.filter(
    line =>
      (agency === undefined || line.agency.code === agency) &&
      (year === undefined || line.year === year) &&
      line.agency.name.includes(q.trim()) &&
      (standing === 'all' ||
        (standing === 'published' ? line.published !== undefined : line.standing === standing)),
  )
  const column = columnOf(query.sort)
  if (column === undefined) return chosen
  const sign = query.sort?.startsWith('-') ? -1 : 1
  const value = sortable[column]
  return chosen.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return (left - right) * sign || b.year - a.year
  })
}

function columnOf(sort: string | undefined): keyof typeof sortable | undefined {
  const name = sort?.replace(/^-/, '') ?? ''
  return Object.keys(sortable).find((each): each is keyof typeof sortable => each === name)
}

/** How it stands, in words. */
export function standingWords({ standing, lateDays, due, published }: PublicLine): string {
  const corrected =
    published !== undefined && published.edition > 1 ? `，已更正为第 ${published.edition} 版` : ''
  switch (standing) {
    case 'onTime':
      return `按时公布${corrected}`
    case 'late':
      return `逾期 ${lateDays} 天公布${corrected}`
    case 'missing':
      return `未公布，已逾期 ${lateDays} 天`
    case 'notDue':
      return `尚未公布，${Number(due.slice(5, 7))}月${Number(due.slice(8))}日前公布`
  }
}
