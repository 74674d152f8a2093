import { addDays, type Day, dayNumber } from '../../statute/day.ts'

/** Whole weeks from this day on. */
export interface WeekWindow {
  readonly from: Day
  readonly weeks: number
}

/** The windows in which demands are counted for a project's effect. */
export interface EffectWindows {
  readonly before: WeekWindow
  readonly after: WeekWindow
  readonly beforeLastYear: WeekWindow
  readonly afterLastYear: WeekWindow
  /** Are the measures still being taken? Then the weeks after are those since the plan was agreed. */
  readonly underway: boolean
}
/** The names of the windows. */
export const effectWindows = ['before', 'after', 'beforeLastYear', 'afterLastYear'] as const
export type EffectWindow = (typeof effectWindows)[number]

/** The window as the page calls it. */
export const effectWindowLabel = {
  before: '治理前',
  after: '治理后',
  beforeLastYear: '上年同期（治理前）',
  afterLastYear: '上年同期（治理后）',
} as const satisfies Record<EffectWindow, string>

/** A year of whole weeks: weekdays match. */
const yearDays = 364

/** When things happened to a project, as days of the office. */
export interface ProjectDays {
  readonly opened: Day
  readonly agreed: Day | null
  readonly reported: Day | null
}

/**
 * The windows, at most so many weeks each: before ends with the day before the opening; after begins with the day after the
 * measures were reported as done, or, while they are being taken, with the day after the plan was agreed; only whole weeks
 * that are over count. Null while the plan is not agreed.
 */
export function windowsOf(
  { opened, agreed, reported }: ProjectDays,
  today: Day,
  most: number,
): EffectWindows | null {
  if (agreed === null) return null
  const from = addDays(reported ?? agreed, 1)
  const passed = Math.floor((dayNumber(today) - dayNumber(from)) / 7)
  const after = { from, weeks: Math.max(0, Math.min(most, passed)) }
  const before = { from: addDays(opened, -7 * most), weeks: most }
  const earlier = ({ from: on, weeks }: WeekWindow) => ({ from: addDays(on, -yearDays), weeks })
  return {
    ...{ before, after, underway: reported === null },
    ...{ beforeLastYear: earlier(before), afterLastYear: earlier(after) },
  }
}

/** The days of a window: the first, and the one after its last. */
export function daysOf({ from, weeks }: WeekWindow): { readonly from: Day; readonly until: Day } {
  return { from, until: addDays(from, 7 * weeks) }
}
