import type { LimitClock } from './clock.ts'

/** How near a limit is: half of it used, four fifths, its last day, over. */
export const limitWarnings = ['half', 'near', 'dueToday', 'over'] as const
export type LimitWarning = (typeof limitWarnings)[number]

/** The warning as the queue calls it. */
export const limitWarningLabel = {
  half: '已过半',
  near: '已用八成',
  dueToday: '今日到期',
  over: '已逾期',
} as const satisfies Record<LimitWarning, string>

/** When what is warned of comes; null while the clock stands still. */
export type WarnedMoments = Pick<LimitClock, 'halfAt' | 'nearAt' | 'dueAt'>

/** The gravest warning at this moment; undefined before half of the limit is used, and while the clock stands still. */
export function limitWarningAt(
  { halfAt, nearAt, dueAt }: WarnedMoments,
  moment: string,
): LimitWarning | undefined {
  if (dueAt === null) return undefined
  if (dueAt < moment) return 'over'
  if (dueAt <= endOfDay(moment)) return 'dueToday'
  if (nearAt !== null && nearAt <= moment) return 'near'
  return halfAt !== null && halfAt <= moment ? 'half' : undefined
}

/** The last moment of the office's day, ISO 8601 in UTC: what is due at midnight is due that day. */
export function endOfDay(moment: string): string {
  const offset = 8 * 3_600_000
  const day = 86_400_000
  return new Date((Math.floor((Date.parse(moment) + offset) / day) + 1) * day - offset).toISOString()
}
