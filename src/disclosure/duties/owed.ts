import { type Calendar, NoticeMissing, workdayAfter } from '../../statute/calendar.ts'
import { addDays, type Day, dayNumber, dayOf, inChinese, yearOf } from '../../statute/day.ts'
import { addMonths, type Duty, type DutyRhythm } from './duty.ts'

/** What an agency published of a form: each edition with its day; an annual report with the year that it is of. */
export interface Published {
  readonly item: string
  readonly title: string
  readonly on: Day
  readonly ofYear?: number | undefined
}

/** A day from which a duty counts, and what was published for it. */
export interface Occasion {
  readonly on: Day
  readonly words: string
  /** Where an item names the day itself: when that item was published; null while it is a draft. */
  readonly item?: { readonly id: string; readonly publishedOn: Day | null } | undefined
}

/** What is known of one agency for one duty. */
export interface DutyFacts {
  /** In the order of their days. */
  readonly published: readonly Published[]
  readonly occasions: readonly Occasion[]
}

/** Where a thing that is owed stands; `missing` is past its day, `waiting` before it. */
export type OwedStanding = 'done' | 'doneLate' | 'waiting' | 'missing'
export const owedLabel = {
  done: '已公开',
  doneLate: '逾期公开',
  waiting: '期限内，未见',
  missing: '应公开未公开',
} as const satisfies Record<OwedStanding, string>

/** One thing that an agency owes. */
export interface Owed {
  /** Of which year, period or event. */
  readonly period: string
  readonly due: Day
  readonly standing: OwedStanding
  readonly doneBy: { readonly item: string; readonly on: Day } | null
  /** Calendar days left until the due day; negative where it is past; null where it was done. */
  readonly daysLeft: number | null
}

/** The opening of a span in which a publication fulfils the duty, and the last day for it. */
interface Span {
  readonly period: string
  readonly from: Day
  /** The day before which it must have come to count for this span. */
  readonly before: Day | null
  readonly due: Day
  readonly ofYear?: number
}

/**
 * What an agency owes by a duty up to today, newest first: what should exist, whether it does, and how many days are left.
 * An event whose last day nobody can count, because the year's notice is not loaded, is left out until it is.
 */
export function owedOf(
  duty: Pick<Duty, 'rhythm' | 'since' | 'endedOn' | 'form'>,
  facts: DutyFacts,
  today: Day,
  calendar: Calendar,
): Owed[] {
  const until = duty.endedOn !== null && duty.endedOn <= today ? addDays(duty.endedOn, -1) : today
  const { rhythm } = duty
  const owed =
    rhythm.kind === 'after'
      ? afterEvents(rhythm, facts, calendar)
      : spansOf(rhythm, duty, until).map(span => answered(span, facts))
  return owed
    .filter(({ due, from }) => due >= duty.since && from <= until)
    .map(each => standingOf(each, today))
    .toSorted((a, b) => (a.due < b.due ? 1 : -1))
}

/** A thing that is owed, before it is held against today. */
interface Asked extends Pick<Owed, 'period' | 'due' | 'doneBy'> {
  readonly from: Day
}

function standingOf({ period, due, doneBy }: Asked, today: Day): Owed {
  const late = (doneBy?.on ?? today) > due
  if (doneBy !== null) return { period, due, doneBy, standing: late ? 'doneLate' : 'done', daysLeft: null }
  const daysLeft = dayNumber(due) - dayNumber(today)
  return { period, due, doneBy, standing: late ? 'missing' : 'waiting', daysLeft }
}

function spansOf(
  rhythm: Exclude<DutyRhythm, { kind: 'after' }>,
  { since, form }: Pick<Duty, 'since' | 'form'>,
  until: Day,
): Span[] {
  switch (rhythm.kind) {
    case 'standing':
      return [{ period: '长期公开', from: dayOf('1949-10-01'), before: null, due: since }]
    case 'yearly': {
      const years = Array.from({ length: Math.max(0, yearOf(until) - yearOf(since) + 1) }, (_, at) => at)
      return years.map(at => {
        const year = yearOf(since) + at
        const span = {
          ...{ from: dayOf(`${year}-01-01`), before: dayOf(`${year + 1}-01-01`) },
          due: dayOf(`${year}-${rhythm.by}`),
        }
        return form === 'annualReport'
          ? { ...span, period: `${year - 1} 年度`, ofYear: year - 1 }
          : { ...span, period: `${year} 年` }
      })
    }
    case 'every': {
      const spans: Span[] = []
      for (let at = 0; ; at += rhythm.months) {
        const from = addMonths(since, at)
        if (from > until) return spans
        const before = addMonths(since, at + rhythm.months)
        const due = addDays(before, -1)
        spans.push({ period: `${inChinese(from)} 至 ${inChinese(due)}`, from, before, due })
      }
    }
  }
}

function answered({ period, from, before, due, ofYear }: Span, { published }: DutyFacts): Asked {
  const found = published.find(({ on, ofYear: of }) =>
    ofYear === undefined ? on >= from && (before === null || on < before) : of === ofYear,
  )
  // What was published before it was owed is done on the day of its publication, which is in time.
  return { period, from, due, doneBy: found === undefined ? null : { item: found.item, on: found.on } }
}

function afterEvents(
  rhythm: Extract<DutyRhythm, { kind: 'after' }>,
  { occasions, published }: DutyFacts,
  calendar: Calendar,
): Asked[] {
  return occasions.flatMap(({ on, words, item }) => {
    const due = dueAfter(rhythm, on, calendar)
    if (due === undefined) return []
    const later = published.find(each => each.on >= on)
    const own = item && item.publishedOn !== null ? { item: item.id, on: item.publishedOn } : null
    const next = later === undefined ? null : { item: later.item, on: later.on }
    return [{ period: words, from: on, due, doneBy: item === undefined ? next : own }]
  })
}

/** The last day after an event; undefined where the year's notice is not loaded, so that nobody can say. */
function dueAfter(
  { count, unit }: Extract<DutyRhythm, { kind: 'after' }>,
  on: Day,
  calendar: Calendar,
): Day | undefined {
  try {
    return unit === 'days' ? addDays(on, count) : workdayAfter(calendar, on, count)
  } catch (cause) {
    if (cause instanceof NoticeMissing) return undefined
    throw cause
  }
}
