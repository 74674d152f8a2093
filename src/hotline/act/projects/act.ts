import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import type { ToldProjectEvent } from '../../projects/events.ts'
import type { ProjectStanding } from '../../projects/standing.ts'
import { lineOfProjectStep, type ProjectStep, refusalOfProject } from '../../projects/steps.ts'
import { appendProjectEvent, type ProjectRecord, projectOf } from '../../store/projects/history.ts'

/** What an act is done to, by whom and at which moment; `version` is the one that the actor saw. */
export interface ProjectDoing {
  readonly id: string
  readonly by: Actor
  /** ISO 8601 in UTC. */
  readonly moment: string
  readonly version?: number | undefined
}

/** Somebody else acted on the project in between: where it stands now. */
export interface ProjectConflict {
  readonly kind: 'conflict'
  readonly standing: ProjectStanding
}

/** What an act answers. */
export type ProjectDone = ProjectStanding | Refusal | ProjectConflict

/** What a step finds before it tells its event. */
export interface BeforeProjectStep extends ProjectRecord {
  readonly work: Work
}
type Tell = (before: BeforeProjectStep) => Promise<ToldProjectEvent | Refusal> | ToldProjectEvent | Refusal

/**
 * One step: locks the project, asks the table of steps, appends the event, audits: all or nothing. `tell` says what happened,
 * or why it may not.
 */
export async function takeProjectStep(
  work: Work,
  { id, by, moment, version }: ProjectDoing,
  step: ProjectStep,
  tell: Tell,
): Promise<ProjectDone> {
  return await work.transaction(async inner => {
    const record = await projectOf(inner, id, true)
    if (record === undefined) return refuse('没有这个专项。')
    const { agency, number, standing } = record
    const refusal = refusalOfProject(step, { agency, standing }, by)
    if (refusal !== undefined) return refusal
    if (version !== undefined && version !== standing.version) return { kind: 'conflict', standing }
    const told = await tell({ ...record, work: inner })
    if (isRefusal(told)) return told
    const who = { by: by.id, byName: by.name }
    const after = await appendProjectEvent(inner, record, { ...told, at: moment, ...who })
    const detail = { number, law: lineOfProjectStep(step).law }
    await audit(inner, { ...who, agency, act: `project.${step}`, subject: id, detail })
    return after
  })
}
