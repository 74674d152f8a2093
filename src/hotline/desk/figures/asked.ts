import { useSearchParams } from 'react-router'
import { useSession } from '../../../desk/session.ts'
import { type Day, dayOf, isDay } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { FiguresView } from '../../figures/count.ts'
import { type Counted, type Figure, usualFigures } from '../../figures/definitions.ts'
import { isTimeGroup, spanEnd } from '../../figures/grouping.ts'

/** What the address asks of the figures, and how to ask otherwise. */
export interface FiguresQuery {
  readonly query: URLSearchParams
  /** What is counted: demands, events or people; never two of them in one table. */
  readonly counts: Counted
  readonly chosen: readonly string[]
  readonly from: Day
  readonly until: Day
  change(changes: Readonly<Record<string, string>>): void
}

/** The question in the address; without days it is about this month. */
export function useFiguresQuery(): FiguresQuery {
  const [query, setQuery] = useSearchParams()
  const { today } = useSession()
  const counted = query.get('counts')
  const counts = counted === 'events' || counted === 'people' ? counted : 'demands'
  const day = (key: string, usual: string) => {
    const said = query.get(key) ?? ''
    return isDay(said) ? said : dayOf(usual)
  }
  return {
    ...{ query, counts, from: day('from', `${today.slice(0, 7)}-01`), until: day('until', today) },
    chosen: (query.get('figures') ?? usualFigures[counts]).split(','),
    change: changes =>
      setQuery(
        before => {
          const next = new URLSearchParams(before)
          for (const [key, value] of Object.entries(changes)) {
            if (value === '') next.delete(key)
            else next.set(key, value)
          }
          return next
        },
        { preventScrollReset: true },
      ),
  }
}

/** Where the demands behind a number are listed: of the whole, or of one line of the comparison. */
export function behindPath(
  view: FiguresView,
  { figure, part = 'numerator', keys = [] }: { figure: Figure; part?: string; keys?: readonly string[] },
): string {
  const { from, until, hotline, unit, type, channel, area, place, category, asOf, by } = view
  const about = { hotline, unit, type, channel, area, place, category }
  const scope: Record<string, string | undefined> = { from, until, asOf, ...about }
  for (const [at, group] of by.entries()) {
    const key = keys[at]
    if (key === undefined) continue
    if (!isTimeGroup(group)) scope[group] = key
    else {
      const [begin, end] = [dayOf(key), spanEnd(group, dayOf(key))]
      scope.from = [scope.from ?? begin, begin].toSorted().at(-1)
      scope.until = [scope.until ?? end, end].toSorted()[0]
    }
  }
  return deskPaths.figureDemands({ figure, part, ...scope })
}
