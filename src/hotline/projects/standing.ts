import type { Day } from '../../statute/day.ts'
import type { Measure, ProjectEvent } from './events.ts'
import type { Scope } from './scope.ts'

/** Where a project of governance 专项治理 stands. */
export const projectStates = ['opened', 'planned', 'underway', 'reported', 'signedOff', 'dropped'] as const
export type ProjectState = (typeof projectStates)[number]

/** The state as the list calls it. */
export const projectStateLabel = {
  opened: '待报方案',
  planned: '方案待审',
  underway: '治理中',
  reported: '待验收',
  signedOff: '已销号',
  dropped: '已终止',
} as const satisfies Record<ProjectState, string>

/** In which states nothing more is to be done. */
export const projectEnds: readonly ProjectState[] = ['signedOff', 'dropped']

/** A measure of the plan, and since when it is finished. */
export interface MeasureStanding extends Measure {
  readonly doneAt: string | null
}

/** Where a project stands: read off its events, one after the other. */
export interface ProjectStanding {
  readonly state: ProjectState
  /** Counts the events: who acts names the version that he saw. */
  readonly version: number
  readonly title: string
  readonly lead: string
  readonly coUnits: readonly string[]
  readonly limit: Day
  readonly scope: Scope
  readonly openedAt: string
  readonly cause: string
  readonly measures: readonly MeasureStanding[]
  /** From this moment the agreed measures are taken. */
  readonly agreedAt: string | null
  /** When the lead unit said that all is done; the last time, where it was sent back. */
  readonly reportedAt: string | null
  readonly endedAt: string | null
  /** The summary for the public; null where none is shown. */
  readonly summary: string | null
  readonly summaryAt: string | null
}

/** Where the project stands after these events. @throws RangeError where it was never opened */
export function projectAfter(events: readonly ProjectEvent[]): ProjectStanding {
  const [first, ...rest] = events
  if (first?.kind !== 'opened') throw new RangeError('a project begins with its opening')
  const { title, lead, coUnits, limit, scope, at } = first
  const opened: ProjectStanding = {
    ...{ state: 'opened', version: 1, title, lead, coUnits, limit, scope, openedAt: at },
    ...{ cause: '', measures: [], agreedAt: null, reportedAt: null, endedAt: null },
    ...{ summary: null, summaryAt: null },
  }
  return rest.reduce(next, opened)
}

function next(standing: ProjectStanding, event: ProjectEvent): ProjectStanding {
  return { ...standing, ...changeBy(standing, event), version: standing.version + 1 }
}

function changeBy(standing: ProjectStanding, event: ProjectEvent): Partial<ProjectStanding> {
  switch (event.kind) {
    case 'planned': {
      const measures = event.measures.map(measure => ({ ...measure, doneAt: null }))
      return { state: 'planned', cause: event.cause, measures }
    }
    case 'planReturned':
      return { state: 'opened' }
    case 'planAgreed':
      return { state: 'underway', agreedAt: event.at }
    case 'progressed':
      return event.measure === null || !event.done
        ? {}
        : { measures: finished(standing.measures, event.measure, event.at) }
    case 'limitChanged':
      return { limit: event.limit }
    case 'scopeChanged':
      return { scope: event.scope }
    case 'reported':
      return { state: 'reported', reportedAt: event.at }
    case 'sentBack':
      return { state: 'underway', reportedAt: null }
    default:
      return endBy(event)
  }
}

function endBy(event: ProjectEvent): Partial<ProjectStanding> {
  switch (event.kind) {
    case 'signedOff':
      return { state: 'signedOff', endedAt: event.at }
    case 'dropped':
      return { state: 'dropped', endedAt: event.at }
    case 'published':
      return { summary: event.words, summaryAt: event.at }
    case 'takenDown':
      return { summary: null, summaryAt: null }
    default:
      return {}
  }
}

function finished(measures: readonly MeasureStanding[], place: number, at: string): MeasureStanding[] {
  return measures.map((measure, its) =>
    its === place ? { ...measure, doneAt: measure.doneAt ?? at } : measure,
  )
}
