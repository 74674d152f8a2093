import type { Work } from '../../../platform/work.ts'
import { addDays, type Day, dayOf } from '../../../statute/day.ts'
import { feeByPiece } from '../../../statute/fees.ts'
import { standingAfter } from '../../standing.ts'
import { eventsOfMany, type FoiRecord } from '../../store/history.ts'
import { likeThis, monthOfPerson } from '../../store/lists/repetition.ts'
import type { AlikeLine, AlikeView } from '../../view.ts'

const mostLines = 20

/** What else this applicant asked of the agency and who else asked the same, each with its answer; and the month's fee. */
export async function alikeView(work: Work, record: FoiRecord): Promise<AlikeView> {
  const { request, standing } = record
  const month = monthOf(standing.receivedOn ?? request.arrivedOn)
  const [found, count] = await Promise.all([
    likeThis(work, request, mostLines),
    monthOfPerson(work, request, month),
  ])
  const histories = await eventsOfMany(
    work,
    found.map(({ id }) => id),
  )
  const lines = found.map((line): AlikeLine => {
    const events = histories.get(line.id) ?? []
    const answered = events.findLast(event => event.kind === 'answered')
    const { state } = standingAfter(events)
    return { ...line, requestState: state, reasoning: answered?.reasoning ?? null }
  })
  return { lines, month: { ...month, count, fee: feeByPiece(count) } }
}

/** The calendar month of a day: all of an applicant's requests in it count together, 109号. */
function monthOf(on: Day): { from: Day; until: Day } {
  const from = dayOf(`${on.slice(0, 7)}-01`)
  const next = addDays(from, 31)
  return { from, until: addDays(dayOf(`${next.slice(0, 7)}-01`), -1) }
}
