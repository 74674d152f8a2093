import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type Duty, type DutyLine, holdsOn } from '../../duties/duty.ts'
import { addDuty, closeDuty, dutiesOf, dutyLocked } from '../../store/duties/duties.ts'
import { refusalOfUnit } from '../dispatching.ts'

/** What a line of the list says; the hotline is given apart. */
export type DutyTold = Omit<Duty, 'id' | 'hotline' | 'until'>

/** Who acts on the list of which hotline. */
export interface DutyDoing {
  readonly hotline: string
  readonly by: Actor
}

/** Why this person does not change the list of this hotline: its dispatchers and supervisors do. */
export function refusalOfChanging({ hotline, by }: DutyDoing): Refusal | undefined {
  const may = holds(by, 'dispatcher', hotline) || holds(by, 'supervisor', hotline)
  return may ? undefined : refuse('权责清单由该热线的派单员或者督办员维护，您可以查看。')
}

/** What is asked of the list: words of a line, and whether it holds today. */
export interface DutiesAsked {
  readonly q?: string | undefined
  readonly state?: 'holding' | 'ended' | undefined
}

/** The list as this person reads it: that of the hotlines that he sees, and the lines that name his units. */
export async function dutyList(
  work: Work,
  { reader, today }: { readonly reader: Actor; readonly today: Day },
  { q = '', state }: DutiesAsked = {},
): Promise<DutyLine[]> {
  const [tree, seen] = await Promise.all([agencyTree(work), agenciesSeen(work, reader)])
  const codes = new Set(seen.map(({ code }) => code))
  const duties = await dutiesOf(
    work,
    tree.map(({ code }) => code),
  )
  const nameOf = new Map(tree.map(({ code, name }) => [code, name]))
  return duties
    .filter(({ hotline, unit }) => codes.has(hotline) || codes.has(unit))
    .filter(duty => state === undefined || holdsOn(duty, today) === (state === 'holding'))
    .map(duty => ({ ...duty, unitName: nameOf.get(duty.unit) ?? duty.unit }))
    .filter(({ matter, place, unitName }) => `${matter} ${place} ${unitName}`.includes(q))
}

/** Adds a line to the list. @returns its id */
export async function addToDuties(work: Work, doing: DutyDoing, told: DutyTold): Promise<string | Refusal> {
  return await work.transaction(inner => added(inner, doing, told))
}

async function added(inner: Work, { hotline, by }: DutyDoing, told: DutyTold): Promise<string | Refusal> {
  const refusal = refusalOfChanging({ hotline, by }) ?? (await refusalOfUnit(inner, told.unit))
  if (refusal !== undefined) return refusal
  const id = await addDuty(inner, { hotline, ...told })
  await audit(inner, {
    by: by.id,
    byName: by.name,
    agency: hotline,
    act: 'hotline.responsibility',
    subject: id,
    detail: told,
  })
  return id
}

/** Ends a line from a day and, where `told` says what holds then, puts that in its place; what held before stays as it was. */
export async function changeDuty(
  work: Work,
  { id, by }: { readonly id: string; readonly by: Actor },
  { until, told }: { readonly until: Day; readonly told?: DutyTold | undefined },
): Promise<string | null | Refusal> {
  return await work.transaction(async inner => {
    const duty = await dutyLocked(inner, id)
    if (duty === undefined) return refuse('没有这条权责。')
    const doing = { hotline: duty.hotline, by }
    const refusal = refusalOfChanging(doing)
    if (refusal !== undefined) return refusal
    if (duty.until !== null) return refuse('这条权责已经停止适用，不能再改。')
    if (until < duty.from) return refuse(`停止适用的日期不能早于开始适用的 ${inChinese(duty.from)}。`)
    await closeDuty(inner, id, until)
    if (told !== undefined) return await added(inner, doing, { ...told, from: until })
    const who = { by: by.id, byName: by.name, agency: duty.hotline }
    await audit(inner, { ...who, act: 'hotline.responsibilityEnded', subject: id, detail: { until } })
    return null
  })
}
