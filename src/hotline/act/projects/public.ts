import { agencyTree } from '../../../office/agencies.ts'
import type { Work } from '../../../platform/work.ts'
import type { ProjectStanding } from '../../projects/standing.ts'
import type { MeasuredEffect } from '../../projects/view.ts'
import { projectOf } from '../../store/projects/history.ts'
import { type ShownProject, shownProjects } from '../../store/projects/lines.ts'
import { dayOfMoment } from './opening.ts'
import { measuredEffect } from './views.ts'

/** A finished project as everybody may read it: what the matter was, what was done, and how many demands there were. */
export interface PublicProject {
  readonly title: string
  readonly leadName: string
  readonly summary: string
  readonly summaryAt: string
  readonly measures: readonly {
    readonly words: string
    readonly unitName: string
    readonly doneAt: string | null
  }[]
  readonly measured: MeasuredEffect | null
}

/** A page of the projects whose summary is public, the newest first. */
export async function publicProjects(
  work: Work,
  page: number,
  size: number,
): Promise<{ readonly lines: readonly ShownProject[]; readonly total: number }> {
  return await shownProjects(work, page, size)
}

/** A project whose summary is public; undefined where it is not. */
export async function publicProject(
  work: Work,
  id: string,
  moment: string,
): Promise<PublicProject | undefined> {
  const record = await projectOf(work, id)
  if (record === undefined) return undefined
  const { title, lead, summary, summaryAt, measures }: ProjectStanding = record.standing
  if (summary === null || summaryAt === null) return undefined
  const tree = await agencyTree(work)
  const nameOf = (code: string) => tree.find(each => each.code === code)?.name ?? code
  return {
    ...{ title, leadName: nameOf(lead), summary, summaryAt },
    measures: measures.map(({ words, unit, doneAt }) => ({ words, unitName: nameOf(unit), doneAt })),
    measured: await measuredEffect(work, record, dayOfMoment(moment)),
  }
}
