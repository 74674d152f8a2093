import { agencyTree } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type Calendar, NoticeMissing } from '../../../statute/calendar.ts'
import type { Day } from '../../../statute/day.ts'
import { theApplicant } from '../../act/applicant.ts'
import type { ClockProof } from '../../clock.ts'
import { clockOfRequest } from '../../clock-of-request.ts'
import { foiSteps, refusalOfFoi } from '../../steps.ts'
import type { FoiRecord } from '../../store/history.ts'
import { lettersOf } from '../../store/letters.ts'
import { papersOf } from '../../store/papers.ts'
import { publicTimeline } from '../../timeline.ts'
import { type RefusedTry, type TrackView, toOthers } from './view.ts'

/** What the applicant sees of a request today. */
export async function viewOf(
  work: Work,
  { request, standing, events }: FoiRecord,
  { today, refused }: { today: Day; refused?: RefusedTry | undefined },
): Promise<TrackView> {
  const calendar = await currentCalendar(work)
  const situation = { agency: request.agency, standing, asApplicant: true }
  const may = foiSteps.filter(step => refusalOfFoi(step, situation, theApplicant, today) === undefined)
  const agencies = await agencyTree(work)
  const letters = await lettersOf(work, request.id)
  return {
    ...{ request, standing, today, refused },
    agencyName: agencies.find(({ code }) => code === request.agency)?.name ?? request.agency,
    clock: clockShown({ standing, events }, { asOf: today, calendar }),
    timeline: publicTimeline(events),
    letters: letters.filter(({ kind }) => !toOthers.includes(kind)),
    papers: await papersOf(work, request.id),
    may: new Set(may),
    contact: (await setting(work.db, 'foi')).contact,
  }
}

/** The clock with its proof; null before receipt, and where it runs into a year whose days off are not yet known. */
function clockShown(
  { standing, events }: Pick<FoiRecord, 'standing' | 'events'>,
  at: { readonly asOf: Day; readonly calendar: Calendar },
): ClockProof | null {
  if (standing.receivedOn === null) return null
  try {
    return clockOfRequest(events, standing, at)
  } catch (cause) {
    if (cause instanceof NoticeMissing) return null
    throw cause
  }
}
