import { putOnDuty } from '../../hotline/act/safety/rostering.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'

const days = 14

/** Tells who is on duty in these two weeks: the dispatcher by day, the supervisor by night, as the supervisor arranged it. */
export async function tellRoster(
  work: Work,
  { until, who }: { readonly until: Day; readonly who: Who },
): Promise<void> {
  const by = who('supervisor', government)
  for (let at = -1; at < days; at++) {
    const [on, next] = [addDays(until, at), addDays(until, at + 1)]
    const [morning, evening] = [instantOf(on, '08:30:00'), instantOf(on, '20:30:00')]
    const line = (person: string, from: string, to: string) =>
      putOnDuty(work, { agency: government, person, from, until: to }, by)
    must(await line(who('dispatcher', government).id, morning, evening))
    must(await line(by.id, evening, instantOf(next, '08:30:00')))
  }
}
