import type { DemandState } from '../standing.ts'
import type { Effect, WindowCounts } from './effect.ts'
import type { ProjectEvent } from './events.ts'
import type { ProjectStanding, ProjectState } from './standing.ts'
import type { ProjectStep } from './steps.ts'
import type { EffectWindow, EffectWindows } from './windows.ts'

/** A line of the list of projects. */
export interface ProjectLine {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: ProjectState
  readonly lead: string
  readonly leadName: string
  readonly limit: string
  readonly openedAt: string
  /** Since when its summary is public; null where it is not. */
  readonly shownAt: string | null
  readonly demands: number
}

/** A demand of a project, and why it is there. */
export interface ProjectDemandLine {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly place: string
  readonly state: DemandState
  readonly unitName: string | null
  readonly filedAt: string
  readonly way: ProjectWay
}

/** How a demand came to a project: by name, by the rule of scope, or it was taken out by hand. */
export const projectWays = ['named', 'rule', 'out'] as const
export type ProjectWay = (typeof projectWays)[number]

/** The way as the list calls it. */
export const projectWayLabel = {
  named: '点名列入',
  rule: '按范围归集',
  out: '人工剔除',
} as const satisfies Record<ProjectWay, string>

/** A project's demands beside the rest of the city: the windows, what was counted in them, and what follows. */
export interface MeasuredEffect {
  readonly windows: EffectWindows
  readonly scope: WindowCounts
  readonly rest: WindowCounts
  readonly effect: Effect | null
}

/** A step as the page offers it. */
export interface OfferedProjectStep {
  readonly step: ProjectStep
  readonly label: string
  readonly law: string
  /** Why it may not be done now; null where it may. */
  readonly refusal: string | null
}

/** A project as the staff work on it. */
export interface ProjectView {
  readonly id: string
  readonly number: string
  readonly agency: string
  readonly agencyName: string
  readonly standing: ProjectStanding
  /** Names of the units in it, by code. */
  readonly names: Readonly<Record<string, string>>
  readonly events: readonly ProjectEvent[]
  readonly steps: readonly OfferedProjectStep[]
  readonly demands: Readonly<Record<ProjectWay, number>>
  /** Null while the plan is not agreed. */
  readonly measured: MeasuredEffect | null
  readonly late: boolean
}

/** What the list of a project's demands is asked for, beside paging. */
export interface ProjectDemandsAsked {
  readonly way?: ProjectWay | undefined
  readonly window?: EffectWindow | undefined
}
