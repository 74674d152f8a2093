import { addDays, type Day, dayNumber } from '../../statute/day.ts'
import type { FiledMessage } from '../message.ts'

/** From what the heat of a matter is counted. */
export interface HeatParts {
  /** Callers, not calls: somebody who writes ten times counts once. */
  readonly callers: number
  /** The share of callers who were first heard in the last 30 days, from 0 to 1. */
  readonly fresh: number
  /** In how many weeks of seven days somebody spoke. */
  readonly weeks: number
  /** The share of demands that came after one of the matter had been closed, from 0 to 1. */
  readonly repeated?: number
}

/** What the heat of a matter is made of. */
export interface Heat extends HeatParts {
  /** callers × (1 + fresh ÷ 2) × (1 + log₂ weeks ÷ 10) × (1 + repeated ÷ 2), to one decimal. */
  readonly heat: number
}

/** In how many last days a caller is a new one. */
export const freshDays = 30

/** The formula as pages state it. */
export const heatInWords =
  '热度＝人数×（1＋近30日新增人数占比÷2）×（1＋log₂有诉求的周数÷10）×（1＋办结后又有的诉求占比÷2）。按人计，不按件计：同一人多次反映只算一人；两人以上才列入。'

/** The heat by its parts. */
export function heatBy({ callers, fresh, weeks, repeated = 0 }: HeatParts): number {
  const heat = callers * (1 + fresh / 2) * (1 + Math.log2(weeks || 1) / 10) * (1 + repeated / 2)
  return Math.round(heat * 10) / 10
}

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
  return { callers, fresh, weeks, heat: heatBy({ callers, fresh, weeks }) }
}
