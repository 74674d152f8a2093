import { addDays, type Day, dayNumber } from '../../statute/day.ts'
import type { FiledMessage } from '../message.ts'

/** What the heat of a matter is made of. */
export interface Heat {
  /** Callers, not calls: somebody who writes ten times counts once. */
  readonly callers: number
  /** The share of callers who were first heard in the last 30 days, from 0 to 1. */
  readonly fresh: number
  /** In how many weeks of seven days somebody spoke. */
  readonly weeks: number
  /** callers × (1 + fresh ÷ 2) × (1 + log₂ weeks ÷ 10), to one decimal. */
  readonly heat: number
}

const freshDays = 30

/** The heat of a matter by its demands as at a day; docs/decisions/0023. */
export function heatOf(messages: readonly FiledMessage[], asOf: Day): Heat {
  const first = new Map<string, Day>()
  for (const { citizen, on } of messages) {
    const held = first.get(citizen)
    if (held === undefined || on < held) first.set(citizen, on)
  }
  const since = addDays(asOf, -freshDays)
  const callers = first.size
  const fresh = [...first.values()].filter(on => on > since).length / (callers || 1)
  const weeks = new Set(messages.map(({ on }) => Math.floor(dayNumber(on) / 7))).size
  const heat = callers * (1 + fresh / 2) * (1 + Math.log2(weeks || 1) / 10)
  return { callers, fresh, weeks, heat: Math.round(heat * 10) / 10 }
}
