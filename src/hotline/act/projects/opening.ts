import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, type Agency, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { onceMore } from '../../../platform/sent-twice.ts'
import { tokenHash } from '../../../platform/sign-in/sessions.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, yearOf } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type Scope, saysSomething } from '../../projects/scope.ts'
import { appendProjectEvent, insertProject, openedBefore } from '../../store/projects/history.ts'
import { demandsNamed, putByHand, putMattersByName } from '../../store/projects/members.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'
import { gatherAll } from './gathering.ts'

/** A hot matter as it becomes a project. */
export interface OpeningProject {
  readonly agency: string
  readonly title: string
  /** Why it is taken in hand: how hot it is, who suffers. */
  readonly reason: string
  readonly lead: string
  readonly coUnits: readonly string[]
  /** The last day. */
  readonly limit: Day
  readonly scope: Scope
  /** Ids of demands that belong to it by name. */
  readonly demands: readonly string[]
  /** A secret of the form: sent twice, it is opened once. */
  readonly once?: string | undefined
}

/** The day of a moment, in the office's time. */
export const dayOfMoment = (moment: string): Day => dayOfMinute(minuteOf(moment))

/** Opens the project and gathers the demands that are its, two years back. */
export async function openProject(
  work: Work,
  opening: OpeningProject,
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<{ readonly id: string; readonly number: string } | Refusal> {
  const tree = await agencyTree(work)
  const refusal = refusalOfOpening(opening, { by, on: dayOfMoment(moment), tree })
  if (refusal !== undefined) return refusal
  return await onceMore(() => openOnce(work, opening, { by, moment }), ['hotline_projects_opened_once_key'])
}

async function openOnce(
  work: Work,
  { once, agency, ...told }: OpeningProject,
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<{ readonly id: string; readonly number: string } | Refusal> {
  const sent = once === undefined ? null : tokenHash(`${once} ${agency}`)
  return await work.transaction(async inner => {
    const before = sent === null ? undefined : await openedBefore(inner, sent)
    if (before !== undefined) return before
    const named = await demandsNamed(inner, agency, { ids: told.demands })
    if (named.length < new Set(told.demands).size) return refuse('有的诉求不是本热线的，请重新选择。')
    const year = yearOf(dayOfMoment(moment))
    const { id, number } = await insertProject(inner, { agency, year, at: moment, once: sent })
    const who = { by: by.id, byName: by.name }
    await appendProjectEvent(
      inner,
      { id, agency, events: [] },
      { kind: 'opened', ...told, at: moment, ...who },
    )
    await putByHand(
      inner,
      id,
      named.map(demand => ({ ...demand, way: 'named' })),
    )
    await putMattersByName(inner, { id, agency, scope: told.scope })
    await gatherAll(inner, { id, agency, scope: told.scope }, moment)
    await audit(inner, { ...who, agency, act: 'project.open', subject: id, detail: { number } })
    return { id, number }
  })
}

interface OpeningBy {
  readonly by: Actor
  readonly on: Day
  readonly tree: readonly Agency[]
}

function refusalOfOpening(
  { agency, title, reason, lead, coUnits, limit, scope, demands }: OpeningProject,
  { by, on, tree }: OpeningBy,
): Refusal | undefined {
  if (!holds(by, 'supervisor', agency)) return refuse('“立项”由热线的督办员办理。')
  if (title.trim() === '') return refuse('请填写专项的名称。')
  if (reason.trim() === '') return refuse('请写明立项的理由。')
  if (coUnits.includes(lead)) return refuse('牵头单位不用再列为配合单位。')
  if (new Set(coUnits).size < coUnits.length) return refuse('配合单位重复了。')
  for (const unit of [lead, ...coUnits]) {
    const found = tree.find(({ code }) => code === unit)
    if (found === undefined) return refuse('没有这个单位，请从列表中选择。')
    if (!found.standing) return refuse(`${found.name}已经撤销，请选择承接其职能的单位。`)
  }
  if (limit <= on) return refuse('期限应当在今天以后。')
  if (demands.length === 0 && !saysSomething(scope))
    return refuse('请点名列入诉求，或者写明诉求范围中的词语或者地点，以便归集以后的诉求。')
  return undefined
}
