import type { Actor } from '../../office/roles.ts'
import { type Setting, saveSetting, setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { type Hours, minutesOnDuty } from '../working-time.ts'

/** What a city settles of its hotline. */
export type HotlineSettings = Setting<'hotline'>

/** What holds today. */
export function hotlineSettings(work: Work): Promise<HotlineSettings> {
  return setting(work.db, 'hotline')
}

/** Changes the limits of what is dispatched from now on, and of how many the callers are asked; earlier ones keep theirs. */
export async function settleLimits(
  work: Work,
  told: Pick<HotlineSettings, 'limits' | 'sampling'>,
  by: Actor,
): Promise<void> {
  await saveSetting(work, 'hotline', { ...(await hotlineSettings(work)), ...told }, by)
}

/** The fewest minutes on duty of a working day. */
const leastOnDuty = 60

/** Changes the hours on duty from a day to come; no minute that was counted changes. */
export async function settleHours(
  work: Work,
  { from, hours, today }: { readonly from: Day; readonly hours: Hours; readonly today: Day },
  by: Actor,
): Promise<undefined | Refusal> {
  if (from <= today) return refuse('工作时间从明天或者以后的日期起调整，已经计算的时间不变。')
  const wrong = hours.some(({ from: begin, to }, place) => begin >= to || begin < (hours[place - 1]?.to ?? 0))
  if (wrong) return refuse('工作时间请从早到晚填写，前后不重叠。')
  if (minutesOnDuty(hours) < leastOnDuty) return refuse(`每个工作日至少 ${leastOnDuty} 分钟。`)
  const settings = await hotlineSettings(work)
  const before = settings.hours.filter(each => each.from < from)
  const spans = hours.map(({ from: begin, to }) => ({ from: begin, to }))
  await saveSetting(work, 'hotline', { ...settings, hours: [...before, { from, hours: spans }] }, by)
  return undefined
}
