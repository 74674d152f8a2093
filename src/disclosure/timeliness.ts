import { type Calendar, NoticeMissing, workdayAfter } from '../statute/calendar.ts'
import { addDays, type Day, dayOf } from '../statute/day.ts'
import { disclosurePeriod } from '../statute/law.ts'
import { type ProofDay, plainProof } from '../statute/proof.ts'

/** Where a thing stands against Art. 26; `unknown` where a year's notice is not loaded, `undated` where no day of making is given. */
export const timelinessStandings = [
  ...(['late', 'due', 'publishedLate', 'inTime', 'undated', 'unknown'] as const),
] as const
export type TimelinessStanding = (typeof timelinessStandings)[number]
export const timelinessLabel = {
  late: '逾期未公开',
  due: '期限内，待公开',
  publishedLate: '逾期公开',
  inTime: '按时公开',
  undated: '没有成文日期',
  unknown: '无法判断',
} as const satisfies Record<TimelinessStanding, string>

/** Art. 26: the last day for disclosing what was made or changed on this day. @throws NoticeMissing */
export function disclosureDue(calendar: Calendar, madeOn: Day): Day {
  return workdayAfter(calendar, madeOn, disclosurePeriod.value)
}

/** What was made when, and disclosed when: null where it is not yet. */
export interface MadeAndDisclosed {
  readonly madeOn: Day | null
  readonly disclosedOn: Day | null
}

/** Whether a thing is late; the due day itself is in time. */
export function timelinessOf(
  { madeOn, disclosedOn }: MadeAndDisclosed,
  today: Day,
  calendar: Calendar,
): { readonly standing: TimelinessStanding; readonly due: Day | null } {
  if (madeOn === null) return { standing: 'undated', due: null }
  try {
    const due = disclosureDue(calendar, madeOn)
    if (disclosedOn !== null) return { standing: disclosedOn > due ? 'publishedLate' : 'inTime', due }
    return { standing: today > due ? 'late' : 'due', due }
  } catch (cause) {
    if (cause instanceof NoticeMissing) return { standing: 'unknown', due: null }
    throw cause
  }
}

/** The period of Art. 26 day by day: to the day asked for, or to the due day where that is later. @throws NoticeMissing */
export function disclosureProof(calendar: Calendar, madeOn: Day): ProofDay[] {
  const until = disclosureDue(calendar, madeOn)
  return plainProof(calendar, { from: madeOn, until, law: disclosurePeriod.law })
}

/**
 * The latest day of making that is late on this day, so that a list asks one question for all its rows:
 * `madeOn` + 20 working days < `on` exactly where `madeOn` ≤ the threshold. @throws NoticeMissing
 */
export function lateIfMadeBy(calendar: Calendar, on: Day): Day {
  let threshold = addDays(on, -disclosurePeriod.value)
  while (disclosureDue(calendar, threshold) >= on) threshold = addDays(threshold, -1)
  return threshold
}

const kept = new WeakMap<Calendar, DueTable>()

/** Each day of making of the years whose notices are loaded, with its due day; the two lists go together. */
export interface DueTable {
  readonly made: readonly Day[]
  readonly due: readonly Day[]
}

/** The due days of all known years, made once for a calendar: a query joins them instead of counting row by row. */
export function dueTable(calendar: Calendar): DueTable {
  const known = kept.get(calendar) ?? dueTableOf(calendar)
  kept.set(calendar, known)
  return known
}

function dueTableOf(calendar: Calendar): DueTable {
  const years = [...calendar.years.keys()].toSorted((a, b) => a - b)
  const made: Day[] = []
  const due: Day[] = []
  for (const year of years) {
    for (let on = dayOf(`${year}-01-01`); on.startsWith(String(year)); on = addDays(on, 1)) {
      try {
        due.push(disclosureDue(calendar, on))
        made.push(on)
      } catch (cause) {
        if (!(cause instanceof NoticeMissing)) throw cause
      }
    }
  }
  return { made, due }
}
