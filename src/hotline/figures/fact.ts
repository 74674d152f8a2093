import type { Day } from '../../statute/day.ts'
import { limitClock } from '../clock.ts'
import type { Demand, DemandChannel, DemandType } from '../demand.ts'
import type { DemandEvent, Satisfaction } from '../events.ts'
import { type DemandStanding, demandAfter, endStates, limitEvents } from '../standing.ts'
import { dayOfMinute, minuteOf, type WorkingTime, workingMinutes } from '../working-time.ts'
import { type Counter, type Counts, countsOf, instantMinutes, signingMinutes } from './counters.ts'
import { levelCounter } from './definitions.ts'
import { whereaboutsOf } from './whereabouts.ts'

/** What figures need of a demand itself. */
export interface FactDemand
  extends Pick<Demand, 'id' | 'agency' | 'type' | 'channel' | 'filedAt' | 'place' | 'confidential'> {
  /** Its category of today, with all above it; empty or missing where neither model nor people said one. */
  readonly category?: string | undefined
}

/**
 * What one demand adds to the figures of one unit. The unit that has it holds the demand itself; a unit that had it before
 * holds the times that it was sent there and given back.
 */
export interface Fact {
  readonly demand: string
  readonly agency: string
  /** Empty where it was never dispatched. */
  readonly unit: string
  readonly type: DemandType
  readonly channel: DemandChannel
  /** Where it is, by `whereaboutsOf`. */
  readonly area: string
  readonly spot: string
  readonly category: string
  /** The day of registration in the office's time zone. */
  readonly day: Day
  readonly filedAt: string
  /** When the first feedback is due, as extended; null before dispatch, while suspended, and where it ended without one. */
  readonly dueAt: string | null
  /** The first feedback. */
  readonly fedBackAt: string | null
  /** The last event. */
  readonly changedAt: string
  /** `onTime` holds whether or not the limit has come, and `overdue` nothing: `countsAt` says both of a moment. */
  readonly counts: Counts
}

/** What a demand adds to the figures, one fact for each unit that had it; none before its registration. */
export function factsOf(demand: FactDemand, events: readonly DemandEvent[], time: WorkingTime): Fact[] {
  const last = events.at(-1)
  if (last === undefined) return []
  const standing = demandAfter(events)
  const own = standing.unit ?? ''
  const shares = sharesOf(events)
  const { dueAt, onTime } = firstFeedback(events, time)
  const whose = {
    ...{ demand: demand.id, agency: demand.agency, type: demand.type, channel: demand.channel },
    ...{ ...whereaboutsOf(demand), category: demand.category ?? '' },
    ...{ day: dayOfMinute(minuteOf(demand.filedAt)), filedAt: demand.filedAt, changedAt: last.at },
  }
  const fedBackAt = events.find(({ kind }) => kind === 'fedBack')?.at ?? null
  const said = saidOf(standing, events, { onTime, time })
  return [...new Set([own, ...shares.keys()])].map(unit => ({
    ...{ ...whose, unit, dueAt: unit === own ? dueAt : null, fedBackAt: unit === own ? fedBackAt : null },
    counts: countsOf(counter => shares.get(unit)?.[counter] ?? (unit === own ? said(counter) : 0)),
  }))
}

/** What it adds as at a moment, by which its limit has come or not. */
export function countsAt({ counts, dueAt, fedBackAt }: Fact, moment: string): Counts {
  const [due, now] = [dueAt === null ? Infinity : Date.parse(dueAt), Date.parse(moment)]
  return countsOf(counter => {
    if (counter === 'overdue') return due < now && fedBackAt === null ? 1 : 0
    return counter === 'onTime' && due > now ? 0 : (counts[counter] ?? 0)
  })
}

/** What was done at and by each unit, the times. */
function sharesOf(events: readonly DemandEvent[]): Map<string, Partial<Record<Counter, number>>> {
  const shares = new Map<string, Partial<Record<Counter, number>>>()
  let unit = ''
  for (const event of events) {
    if (event.kind === 'dispatched' || event.kind === 'arbitrated') unit = event.unit
    const counter = counterOfEvent(event)
    if (counter === undefined) continue
    const share = shares.get(unit) ?? {}
    share[counter] = (share[counter] ?? 0) + 1
    shares.set(unit, share)
  }
  return shares
}

function counterOfEvent({ kind }: DemandEvent): Counter | undefined {
  switch (kind) {
    case 'dispatched':
    case 'arbitrated':
      return 'dispatches'
    case 'returned':
      return 'returns'
    case 'extended':
      return 'extensions'
    case 'reopened':
      return 'reopenings'
    case 'urged':
      return 'urgings'
    case 'calledBack':
      return 'callBacks'
    default:
      return undefined
  }
}

/** When the first feedback is due, and whether it came by then; only the first: a reopened demand has a limit of its own. */
function firstFeedback(events: readonly DemandEvent[], time: WorkingTime) {
  const place = events.findIndex(({ kind }) => kind === 'fedBack')
  const before = place === -1 ? events : events.slice(0, place)
  const clock = limitClock(limitEvents(before), before.at(-1)?.at ?? '', time)
  const fedBack = events[place]
  // Fed back with another before any unit had it, no limit ran.
  if (fedBack === undefined || clock.state === 'notStarted') return { dueAt: clock.dueAt, onTime: undefined }
  const { late } = limitClock(limitEvents(events.slice(0, place + 1)), fedBack.at, time)
  return { dueAt: clock.dueAt, onTime: !late }
}

function saidOf(
  standing: DemandStanding,
  events: readonly DemandEvent[],
  { onTime, time }: { readonly onTime: boolean | undefined; readonly time: WorkingTime },
): (counter: Counter) => number {
  const holding = new Set<Counter>([
    'total',
    ...placeOf(standing, events),
    ...speedOf(events, time),
    ...voiceOf(events),
  ])
  const dispatched = holding.has('dispatched')
  if (dispatched && onTime !== undefined) holding.add(onTime ? 'onTime' : 'fedBackLate')
  if (standing.fedBackAt !== null && standing.resolution !== null) holding.add(standing.resolution)
  if (standing.extensions > 0) holding.add('extended')
  if (standing.reopenings > 0) holding.add('reopened')
  if (standing.urgings > 0) holding.add('urged')
  return counter => (holding.has(counter) ? 1 : 0)
}

/** Where it stands: a dispatched demand is exactly one of open, closed, returned and converted. */
function placeOf({ state }: DemandStanding, events: readonly DemandEvent[]): Counter[] {
  const ended = endStates.includes(state)
  const withdrawn: Counter[] = state === 'withdrawn' ? ['withdrawn'] : []
  if (!events.some(({ kind }) => kind === 'dispatched' || kind === 'arbitrated')) {
    if (state === 'answered') return ['answered']
    return ended ? withdrawn : ['waiting']
  }
  if (state === 'converted') return ['dispatched', 'converted']
  if (ended) return ['dispatched', 'closed', ...withdrawn]
  return ['dispatched', state === 'returned' || state === 'disputed' ? 'returnedNow' : 'open']
}

/** How soon it was dispatched, by day and night, and signed, in working time. */
function speedOf(events: readonly DemandEvent[], time: WorkingTime): Counter[] {
  const sent = events.find(({ kind }) => kind === 'dispatched' || kind === 'arbitrated')
  const first = events[0]
  if (sent === undefined || first === undefined) return []
  const took = (Date.parse(sent.at) - Date.parse(first.at)) / 60_000
  const instant = instantMinutes.filter(most => took <= most).map(most => `instant${most}` as const)
  const signed = events.find(({ kind }) => kind === 'signed')
  if (signed === undefined) return instant
  const worked = workingMinutes(time, minuteOf(sent.at), minuteOf(signed.at))
  return [...instant, ...signingMinutes.filter(most => worked <= most).map(most => `signed${most}` as const)]
}

/** What the caller said; of an earlier round nothing but that he was called and spoke. */
function voiceOf(events: readonly DemandEvent[]): Counter[] {
  const ever = new Set<Counter>()
  let asked = false
  let said: { handling: Satisfaction | null; result: Satisfaction | null } = { handling: null, result: null }
  for (const event of events) {
    if (event.kind === 'fedBack') ever.add('fedBack')
    if (event.kind === 'fedBack' || event.kind === 'reopened') {
      asked = false
      said = { handling: null, result: null }
    }
    if (event.kind !== 'calledBack') continue
    asked = true
    ever.add('calledBack')
    if (event.handling !== null || event.result !== null) ever.add('reached')
    said = { handling: event.handling ?? said.handling, result: event.result ?? said.result }
  }
  return asked ? [...ever, levelOf('handling', said.handling), levelOf('result', said.result)] : [...ever]
}

function levelOf(question: 'handling' | 'result', level: Satisfaction | null): Counter {
  return level === null ? `${question}Unsaid` : levelCounter(question, level)
}
