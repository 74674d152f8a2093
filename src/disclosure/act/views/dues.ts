import { type Calendar, NoticeMissing, workdayAfter, workdaysBetween } from '../../../statute/calendar.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import type { ItemLine } from '../../view.ts'

/** Within so many working days from its making an item is public, Art. 26. */
const workdaysToDisclose = 20
/** So far back the search for the first late day goes: 20 working days never span more days than this. */
const longestSpan = 120

/** By when an item must be public; nothing is known where it is public, has no day, or a year's notice is not loaded. */
export function dueOfItem(
  { madeOn, shelf, draft }: Pick<ItemLine, 'madeOn' | 'shelf' | 'draft'>,
  { asOf, calendar }: { readonly asOf: Day; readonly calendar: Calendar },
): Pick<ItemLine, 'due' | 'workdaysLeft'> {
  const ended = shelf !== 'never' || draft === 'withheld' || draft === 'abandoned'
  if (madeOn === null || ended) return { due: null, workdaysLeft: null }
  try {
    const due = workdayAfter(calendar, madeOn, workdaysToDisclose)
    const late = due < asOf
    const left = late ? -workdaysBetween(calendar, due, asOf) : workdaysBetween(calendar, asOf, due)
    return { due, workdaysLeft: left }
  } catch (cause) {
    if (cause instanceof NoticeMissing) return { due: null, workdaysLeft: null }
    throw cause
  }
}

/** The last day of making whose term is past today: what was made then or before and is not public is late. */
export function lateSince(asOf: Day, calendar: Calendar): Day | undefined {
  try {
    for (let back = 1; back <= longestSpan; back++) {
      const madeOn = addDays(asOf, -back)
      if (workdayAfter(calendar, madeOn, workdaysToDisclose) < asOf) return madeOn
    }
  } catch (cause) {
    if (!(cause instanceof NoticeMissing)) throw cause
  }
  return undefined
}
