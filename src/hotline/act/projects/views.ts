import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { type Actor, type Agency, sees } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import { effectOf } from '../../projects/effect.ts'
import type { Scope } from '../../projects/scope.ts'
import { projectEnds } from '../../projects/standing.ts'
import { isHisProjectStep, projectStepTable, refusalOfProject, unitsOf } from '../../projects/steps.ts'
import type { MeasuredEffect, ProjectDemandsAsked, ProjectLine, ProjectView } from '../../projects/view.ts'
import { windowsOf } from '../../projects/windows.ts'
import { countedWays, projectDemandLines } from '../../store/projects/demands.ts'
import { projectFileOf } from '../../store/projects/files.ts'
import { type ProjectRecord, projectOf } from '../../store/projects/history.ts'
import { type ProjectsAsked, projectLines } from '../../store/projects/lines.ts'
import { triedScope } from '../../store/projects/members.ts'
import { countedWeeks } from '../../store/projects/weeks.ts'
import { gatherRecent } from './gathering.ts'
import { dayOfMoment } from './opening.ts'

/** The most weeks of a window. */
const mostWeeks = 8

/** The project that this person may see: of his hotline, or one that his unit has a part in. */
export async function projectSeen(work: Work, id: string, reader: Actor): Promise<ProjectRecord | undefined> {
  const [record, tree] = await Promise.all([projectOf(work, id), agencyTree(work)])
  return record !== undefined && isSeen(record, reader, tree) ? record : undefined
}

function isSeen({ agency, standing }: ProjectRecord, reader: Actor, tree: readonly Agency[]): boolean {
  return [agency, ...unitsOf(standing)].some(code => sees(reader, code, tree))
}

/** The project as this person works on it. */
export async function projectView(
  work: Work,
  id: string,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<ProjectView | undefined> {
  const [record, tree] = await Promise.all([projectOf(work, id), agencyTree(work)])
  if (record === undefined || !isSeen(record, reader, tree)) return undefined
  const { agency, number, standing, events } = record
  await gatherRecent(work, { id, agency, scope: standing.scope }, moment)
  const codes = [agency, ...unitsOf(standing), ...standing.scope.units]
  const names = codes.map(code => [code, tree.find(each => each.code === code)?.name ?? code])
  const on = dayOfMoment(moment)
  const [demands, measured] = await Promise.all([countedWays(work, id), measuredEffect(work, record, on)])
  return {
    ...{ id, number, agency, standing, events, demands, measured },
    ...{ names: Object.fromEntries(names), agencyName: Object.fromEntries(names)[agency] },
    late: !projectEnds.includes(standing.state) && on > standing.limit,
    steps: projectStepTable.flatMap(line => {
      if (!isHisProjectStep(line, { agency, standing }, reader)) return []
      const refusal = refusalOfProject(line.step, { agency, standing }, reader)
      return [{ step: line.step, label: line.label, law: line.law, refusal: refusal?.message ?? null }]
    }),
  }
}

/** The windows of a project on this day. */
function windowsOfProject({ standing }: ProjectRecord, on: Day) {
  const { openedAt, agreedAt, reportedAt } = standing
  const days = {
    opened: dayOfMoment(openedAt),
    agreed: agreedAt === null ? null : dayOfMoment(agreedAt),
    reported: reportedAt === null ? null : dayOfMoment(reportedAt),
  }
  return windowsOf(days, on, mostWeeks)
}

/** What the project did to its demands, as counted on this day; null while the plan is not agreed. */
export async function measuredEffect(
  work: Work,
  record: ProjectRecord,
  on: Day,
): Promise<MeasuredEffect | null> {
  const windows = windowsOfProject(record, on)
  if (windows === null) return null
  const { scope, rest } = await countedWeeks(work, record, windows)
  return { windows, scope, rest, effect: effectOf(scope, rest) }
}

/** Projects that this person may see. */
export async function projectList(
  work: Work,
  asked: Omit<ProjectsAsked, 'agencies'>,
  reader: Actor,
): Promise<{ readonly lines: readonly ProjectLine[]; readonly total: number }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await projectLines(work, { ...asked, agencies })
}

/** The demands of a project, of them those that this person may see, of one window or of one way. */
export async function projectDemands(
  work: Work,
  record: ProjectRecord,
  asked: ProjectDemandsAsked & { readonly page: number; readonly size: number },
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
) {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const windows = windowsOfProject(record, dayOfMoment(moment))
  const { window, ...rest } = asked
  if (window !== undefined && windows === null) return { lines: [], total: 0 }
  const within = window === undefined || windows === null ? undefined : windows[window]
  return await projectDemandLines(work, {
    project: record.id,
    agencies,
    reach: confidentialReach(reader),
    within,
    ...rest,
  })
}

/** How many demands of the last year fall under a rule, before it is taken. */
export async function tryScope(
  work: Work,
  { agency, scope }: { readonly agency: string; readonly scope: Scope },
  moment: string,
) {
  const since = new Date(Date.parse(moment) - 365 * 86_400_000).toISOString()
  return await triedScope(work, { agency, scope, since })
}

/** A file of this project. */
export function projectFile(
  work: Work,
  of: { readonly project: string; readonly file: string; readonly secrets: Secrets },
) {
  return projectFileOf(work, of)
}
