import { kept } from '../../../../desk/kept-text.ts'
import type { AnnualReport } from '../../../form.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** What was typed and not saved, kept in this browser for the person who typed it. */
export interface LocalCopy {
  readonly shape: 1
  /** The version and the report that the typing began from. */
  readonly version: number
  readonly base: AnnualReport
  readonly sheet: Sheet
  /** When it was kept, an instant. */
  readonly at: string
}

/** Whose copy of which report. */
export interface CopyKey {
  readonly person: string
  readonly agency: string
  readonly year: number
}

/** The place of a person's own words in this browser: an unsaved report, a reason, an explanation. */
export function placeOf({ person, agency, year }: CopyKey, what = 'report'): string {
  return `gongkai ${person} ${agency} ${year} ${what}`
}

/** The copy that was kept; undefined where there is none, or it cannot be read any more. */
export function copyAt(place: string): LocalCopy | undefined {
  const text = kept(place)
  if (text === null) return undefined
  try {
    const copy: LocalCopy = JSON.parse(text)
    return copy.shape === 1 && typeof copy.sheet.report.narrative.overview === 'string' ? copy : undefined
  } catch {
    return undefined
  }
}

/** Are two reports the same, cell by cell and word by word? */
export function same(a: AnnualReport, b: AnnualReport): boolean {
  return canonical(a) === canonical(b)
}

/** Text that is the same for the same report, in whatever order its fields came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
