import { type RawBuilder, sql } from 'kysely'
import { literally } from '../../../platform/text/like.ts'
import type { ConfidentialReach } from '../../looks/confidence.ts'
import { type DemandState, endStates } from '../../standing.ts'
import { endOfDay, type LimitWarning } from '../../warnings.ts'
import { dueBy } from '../callback/due.ts'

/** By what a queue may be sorted. */
export const demandSorts = ['due', '-due', 'filed', '-filed'] as const
export type DemandSort = (typeof demandSorts)[number]

/** In which states the clock of a demand runs. */
export const running: readonly DemandState[] = ['dispatched', 'handling', 'returned', 'disputed']

/** What a queue is asked for. */
export interface DemandsAsked {
  /** Those of these hotlines, or with these units. */
  readonly agencies: readonly string[]
  /** Where words of confidential demands are read: elsewhere they are neither shown nor found. */
  readonly reads: ConfidentialReach
  /** `open` is what has not ended. */
  readonly state?: DemandState | 'open' | undefined
  readonly unit?: string | undefined
  readonly type?: string | undefined
  readonly urgency?: string | undefined
  /** A category, or one above it. */
  readonly category?: string | undefined
  /** Past its limit, or soon: in so many hours. */
  readonly within?: number | undefined
  /** Words of the demand, or the beginning of its number. */
  readonly q?: string | undefined
  /** By what, with `-` for the other direction: `due` the first to run out first, `-filed` the newest first. */
  readonly sort: DemandSort
  readonly page: number
  readonly size: number
  /** Those on which the agencies work beside the unit that leads. */
  readonly beside?: boolean | undefined
  /** Those with this warning or a graver one. */
  readonly warned?: LimitWarning | undefined
  /** Whose caller is to be asked by telephone, or has a message that he has not answered. */
  readonly callback?: keyof typeof dueBy | undefined
  /** This moment. */
  readonly moment: string
}

/** A condition on a row of `hotline_standings s`. */
export type Condition = RawBuilder<boolean>

/** Each warning by the moment that has come. */
function warnedBy(warned: LimitWarning, moment: string): Condition {
  const come = {
    half: sql<boolean>`s.half_at <= ${moment}`,
    near: sql<boolean>`s.near_at <= ${moment}`,
    dueToday: sql<boolean>`s.due_at <= ${endOfDay(moment)}`,
    over: sql<boolean>`s.due_at < ${moment}`,
  } as const satisfies Record<LimitWarning, Condition>
  return come[warned]
}

/** What a queue is narrowed by, apart from words and from who may see it. */
export function narrowedBy(asked: DemandsAsked): Condition[] {
  const { state, unit, type, urgency, category, within, warned, moment } = asked
  const ended = sql.join([...endStates, 'fedBack', 'calledBack'])
  return [
    ...(state === 'open' ? [sql<boolean>`s.closed_at is null`] : []),
    ...(state !== undefined && state !== 'open' ? [sql<boolean>`s.state = ${state}`] : []),
    // What the planner does not know: a state that is no end has not ended.
    ...(isOpen(asked) && state !== 'open' ? [sql<boolean>`s.closed_at is null`] : []),
    ...(unit === undefined ? [] : [sql<boolean>`s.unit = ${unit}`]),
    ...(type === undefined ? [] : [sql<boolean>`s.type = ${type}`]),
    ...(urgency === undefined ? [] : [sql<boolean>`s.urgency = ${urgency}`]),
    ...(category === undefined ? [] : [inCategory(category)]),
    ...(asked.callback === undefined ? [] : [dueBy[asked.callback]]),
    ...(within === undefined
      ? []
      : [
          sql<boolean>`s.state not in (${ended}) and s.due_at <= ${moment}::timestamptz + ${within} * interval '1 hour'`,
        ]),
    ...(warned === undefined
      ? []
      : [sql<boolean>`s.state in (${sql.join([...running])}) and ${warnedBy(warned, moment)}`]),
  ]
}

function inCategory(category: string): Condition {
  const below = `${literally(category)}/%`
  return sql<boolean>`exists (select 1 from hotline_demand_categories c where c.demand = s.demand
    and (c.category = ${category} or c.category like ${below}))`
}

/** Are only demands asked for that have not ended? There are few of them, however many there are in all. */
export function isOpen({ state, within, warned, callback }: DemandsAsked): boolean {
  if (within !== undefined || warned !== undefined || callback !== undefined || state === 'open') return true
  return state !== undefined && !endStates.includes(state)
}

/** All of these. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join([...conditions], sql` and `)}`
}
