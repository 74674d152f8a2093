import { currentCalendar } from '../../../office/calendars.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal } from '../../../statute/refusal.ts'
import { parseClockFile } from '../../clock-events.ts'
import { clockEvents } from '../../clock-of-request.ts'
import type { FoiRecord } from '../../store/history.ts'
import type { ClockView } from '../../view.ts'
import { clockView } from './case.ts'

/** The clock as it would run if this happened too; nothing is stored. What the clock refuses is told. */
export async function whatIf(
  work: Work,
  { events, standing }: FoiRecord,
  asked: { readonly events: readonly unknown[]; readonly asOf: string },
): Promise<ClockView | Refusal> {
  const read = parseClockFile({ events: asked.events, asOf: asked.asOf })
  if (isRefusal(read)) return read
  const calendar = await currentCalendar(work)
  const latest = read.events.map(({ on }) => on).reduce((a, b) => (a > b ? a : b), read.asOf)
  const all = [...clockEvents(events), ...read.events]
  return clockView(all, standing.outcomeOn, { asOf: latest, calendar })
}
