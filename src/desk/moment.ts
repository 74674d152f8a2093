import { dayOf, inChinese } from '../statute/day.ts'

/** A day as one says it, 2026年1月20日; a dash where there is none. */
export function dayOrDash(on: string | null): string {
  return on === null ? '—' : inChinese(dayOf(on))
}
