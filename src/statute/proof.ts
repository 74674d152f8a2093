import { type Calendar, dayKind } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/** One line of the proof of a period: a day, and why it counts or not. */
export interface ProofDay {
  readonly on: Day
  readonly counted: boolean
  /** The running number of a counted day, from 1; null where the day is not counted. */
  readonly number: number | null
  /** 工作日, 调休上班, 周末, a holiday's name, 征求意见期间, 等待补正, 补正前(期限重新计算). */
  readonly reason: string
  readonly law: string
  /** The calendar notice by which the day is what it is. */
  readonly notice: string
}

/** What a day is in a proof: a holiday is called by its name. @throws NoticeMissing */
export function reasonOfDay(calendar: Calendar, on: Day): string {
  const { reason, name } = dayKind(calendar, on)
  return reason === '节假日' ? (name ?? reason) : reason
}

/**
 * A period of working days that nothing stops, day by day: from the day after `from` up to and including `until`.
 * @throws NoticeMissing
 */
export function plainProof(
  calendar: Calendar,
  { from, until, law }: { readonly from: Day; readonly until: Day; readonly law: string },
): ProofDay[] {
  const days: ProofDay[] = []
  let number = 0
  for (let on = addDays(from, 1); on <= until; on = addDays(on, 1)) {
    const { working, notice } = dayKind(calendar, on)
    if (working) number++
    const reason = reasonOfDay(calendar, on)
    days.push({ on, counted: working, number: working ? number : null, reason, law, notice })
  }
  return days
}
