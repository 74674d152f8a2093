import type { Happened, ToldOf } from '../../office/acts/happened.ts'
import type { Day } from '../../statute/day.ts'
import type { Scope } from './scope.ts'

/** A measure 措施: what is done, by which unit, until which day (the day itself counts). */
export interface Measure {
  readonly words: string
  readonly unit: string
  readonly due: Day
}

/** What an event of a project says beside its kind. */
interface Told {
  /** A hot matter becomes a project: what it is about, who leads, until when. */
  readonly opened: {
    readonly title: string
    readonly reason: string
    readonly lead: string
    readonly coUnits: readonly string[]
    readonly limit: Day
    readonly scope: Scope
    /** Demands that belong to it by name, whatever the rule says. */
    readonly demands: readonly string[]
  }
  readonly planned: { readonly cause: string; readonly measures: readonly Measure[] }
  readonly planReturned: { readonly reason: string }
  readonly planAgreed: { readonly words: string }
  /** What was done; `measure` is the place of a measure in the plan, from 0, and `done` says that it is finished. */
  readonly progressed: { readonly words: string; readonly measure: number | null; readonly done: boolean }
  readonly attached: { readonly file: string; readonly name: string; readonly words: string }
  readonly limitChanged: { readonly limit: Day; readonly reason: string }
  readonly scopeChanged: { readonly scope: Scope; readonly reason: string }
  /** A demand is put in or taken out by hand; the rule never undoes it. */
  readonly corrected: { readonly demand: string; readonly belongs: boolean; readonly reason: string }
  readonly reported: { readonly words: string }
  readonly sentBack: { readonly reason: string }
  readonly signedOff: { readonly words: string }
  /** The summary for the public; a later one replaces it. */
  readonly published: { readonly words: string }
  readonly takenDown: { readonly reason: string }
  readonly dropped: { readonly reason: string }
}

/** The kinds of events, in the order in which a project usually meets them. */
export type ProjectEventKind = keyof Told

/** What happened to a project, and when. */
export type ProjectEvent<K extends ProjectEventKind = ProjectEventKind> = Happened<Told, K>

/** What an act tells of the event that it appends; who and when are added by the act itself. */
export type ToldProjectEvent<K extends ProjectEventKind = ProjectEventKind> = ToldOf<Told, K>

/** The event as the timeline calls it. */
export const projectEventLabel = {
  opened: '立项',
  planned: '报送治理方案',
  planReturned: '退回方案',
  planAgreed: '同意方案',
  progressed: '办理进展',
  attached: '附材料',
  limitChanged: '调整期限',
  scopeChanged: '调整诉求范围',
  corrected: '更正诉求归属',
  reported: '申请验收',
  sentBack: '退回整改',
  signedOff: '验收销号',
  published: '公布办理情况',
  takenDown: '撤下公布内容',
  dropped: '终止',
} as const satisfies Record<ProjectEventKind, string>
