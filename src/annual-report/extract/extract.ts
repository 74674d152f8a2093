import type { CellPath, FormRow } from '../form.ts'

/** How long an answer took, in working days, as coarse as it is published (decision 0009). */
export const workdayRanges = ['0-10', '11-20', '21-40', '41-'] as const
export type WorkdayRange = (typeof workdayRanges)[number]

/** The range as the extract prints it. */
export const workdayRangeLabel = {
  '0-10': '10个工作日以内',
  '11-20': '11至20个工作日',
  '21-40': '21至40个工作日',
  '41-': '超过40个工作日',
} as const satisfies Record<WorkdayRange, string>

/** The range in which so many working days lie. */
export function rangeOf(workdays: number): WorkdayRange {
  if (workdays <= 10) return '0-10'
  if (workdays <= 20) return '11-20'
  return workdays <= 40 ? '21-40' : '41-'
}

/**
 * One line of the public extract: a request, without day, name, number or words. Where entering and leaving together
 * could tell whose it is, it stands as two lines that nobody can join: one that says how it entered, one how it left.
 */
export interface ExtractLine {
  /** Drawn anew for each edition; it leads nowhere. */
  readonly id: string
  /** A column of table 3, not 总计. */
  readonly applicantKind: string
  readonly entered: 'received' | 'carriedIn' | null
  /** The row of its outcome, or `carriedOut`. */
  readonly left: FormRow | null
  readonly workdays: WorkdayRange | null
}

/** The public extract of an edition: what its table 3 was counted from. */
export interface Extract {
  /** The agency's name, as the report gives it. */
  readonly agency: string
  readonly year: number
  readonly lines: readonly ExtractLine[]
}

/** A request as the records count it, before anything is taken from it. */
export interface CountedLine {
  readonly applicantKind: string
  readonly entered: 'received' | 'carriedIn'
  readonly left: FormRow
  /** Null where it was not answered. */
  readonly workdays: number | null
}

/** The row and column of a cell of table 3; undefined for any other cell. */
export function placeInTable3(path: CellPath): { readonly row: string; readonly column: number } | undefined {
  const match = /^applications\.([A-Za-z.]+)\[(\d)\]$/.exec(path)
  return match === null ? undefined : { row: match[1] ?? '', column: Number(match[2]) }
}
