import { cellAt } from '../../annual-report/cells.ts'
import type { AnnualReport } from '../../annual-report/form.ts'
import { applicationPath } from '../../annual-report/labels.ts'
import { applicantKinds } from '../../foi/request.ts'
import { theCalendar } from '../../statute/calendar.ts'
import { addDays, type Day, dayNumber, dayOf, yearOf } from '../../statute/day.ts'
import { type Outcome, resultRows, rowOf } from '../../statute/taxonomy.ts'
import { city } from '../city.ts'
import { type Left, nothingLeft, yearOfAgency } from '../figures.ts'
import { everyOutcome } from './every-outcome.ts'
import { type Asked, oneOf } from './topics.ts'
import { type Arrival, type Wanted, wanted } from './wanted.ts'

/** From which year requests are told: three years before the day of the telling. */
export function firstYear(until: Day): number {
  return yearOf(addDays(until, -1095))
}

/** A year of an agency, and what it finds open, column by column. */
interface Year {
  readonly year: number
  readonly report: AnnualReport
  readonly left: Left
  readonly carried: readonly (readonly Arrival[])[]
}

/** What a year settles: the requests that leave in it with their outcomes, and those that it carries on. */
interface Settled {
  readonly leave: readonly Omit<Wanted, 'asked' | 'number' | 'channel' | 'servingWay'>[]
  readonly carriedOn: readonly (readonly Arrival[])[]
}

/**
 * The requests behind an agency's figures: for each year that is over as many, of whom, with which outcomes and carried
 * from year to year, as its published report says; of the year under way as far as it has come.
 */
export function planOf(asked: Asked, until: Day): Wanted[] {
  const agency = city.find(({ code }) => code === asked.agency)
  if (agency === undefined) throw new RangeError(`no such agency: ${asked.agency}`)
  const plan: Wanted[] = []
  let left = nothingLeft
  let carried: Settled['carriedOn'] = applicantKinds.map(() => [])
  for (let year = 2021; year <= yearOf(until); year++) {
    const told = yearOfAgency(agency, year, left)
    left = told.left
    const about: Year = { year, report: told.report, left, carried }
    if (year < firstYear(until) - 1) continue
    const settled = year === yearOf(until) ? underWay(about, until) : yearOver(about)
    carried = settled.carriedOn
    // Of the year before the first only what it carries on came into the system.
    if (year < firstYear(until)) continue
    for (const each of settled.leave) plan.push(wanted(asked, plan.length, each))
  }
  return plan
}

function yearOver({ year, report, left, carried }: Year): Settled {
  const columns = applicantKinds.map((kind, column) => {
    const carriedOut = left.carriedOut[column] ?? 0
    const received = cellAt(report, applicationPath('received', column)) ?? 0
    const early = Array.from({ length: received - carriedOut }, (_, at) => ({
      kind,
      arrives: dayWithin(dayOf(`${year}-01-04`), 325, at + column * 7),
    }))
    const late = Array.from({ length: carriedOut }, (_, at) => ({
      kind,
      arrives: dayWithin(dayOf(`${year}-12-14`), 9, at + column),
    }))
    const decideBy = dayOf(`${year}-12-31`)
    const leave = outcomesIn(report, column).flatMap((outcome, at) => {
      const found = (carried[column] ?? []).concat(early)[at]
      const from = at < (carried[column] ?? []).length ? { decideFrom: dayOf(`${year}-01-01`) } : {}
      return found === undefined ? [] : [{ ...found, outcome, decideBy, mayPay: false, ...from }]
    })
    return { leave, late }
  })
  return {
    leave: columns.flatMap(({ leave }) => leave),
    carriedOn: columns.map(({ late }) => late),
  }
}

/** As many as the year would have by now, with every outcome of the form in turn. */
function underWay({ year, report, carried }: Year, until: Day): Settled {
  const first = dayOf(`${year}-01-04`)
  const days = Math.max(0, dayNumber(until) - dayNumber(first))
  const arrivals = applicantKinds.flatMap((kind, column) => {
    // Of a year without its notice nobody can say which days are worked.
    const received = theCalendar.years.has(year)
      ? (cellAt(report, applicationPath('received', column)) ?? 0)
      : 0
    const length = Math.round((received * days) / 365)
    const fresh = Array.from({ length }, (_, at) => ({
      kind,
      arrives: dayWithin(first, days, at + column * 7),
    }))
    const before = (carried[column] ?? []).map(each => ({ ...each, decideFrom: dayOf(`${year}-01-01`) }))
    return [...before, ...fresh]
  })
  const leave = arrivals.map((arrival, at) => ({
    ...arrival,
    outcome: oneOf(everyOutcome, at),
    mayPay: !('decideFrom' in arrival),
  }))
  return { leave, carriedOn: [] }
}

/** The outcomes of a column of a report, one for each request. */
function outcomesIn(report: AnnualReport, column: number): Outcome[] {
  return resultRows.flatMap(row => {
    const outcome = everyOutcome.find(each => rowOf(each) === row)
    const count = cellAt(report, applicationPath(row, column)) ?? 0
    return outcome === undefined ? [] : Array.from({ length: count }, () => outcome)
  })
}

/** Days that fill a span evenly, in no order that anybody would notice. */
function dayWithin(first: Day, days: number, at: number): Day {
  return addDays(first, Math.floor(((at * 0.618034 + 0.3) % 1) * days))
}
