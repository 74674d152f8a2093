import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day, dayNumber } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { keepMembers, lockMatters, messagesSince, nameMatters } from '../../store/topics/members.ts'
import { askForRun, endRun, type MatterRun, waitingRun } from '../../store/topics/runs.ts'
import { type Former, regrouped } from '../../topics/kept-matters.ts'
import { memberRow } from './joining.ts'

const longestSpan = 92
/** So many days before the span are looked at too: what began there is gone on with. */
const daysBefore = 60
const chunk = 1000

/** Asks that the demands of a span be grouped anew; the job does it within a minute or so. */
export async function askToRegroup(
  work: Work,
  { agency, from, until }: Omit<MatterRun, 'id'>,
  { by, at }: { readonly by: Actor; readonly at: string },
): Promise<Refusal | undefined> {
  if (!mayCorrect(by, agency)) return refuse('“重新归集”由热线的派单员或者督办员办理。')
  const days = dayNumber(until) - dayNumber(from)
  if (days < 0) return refuse('起始日期不能晚于截止日期。')
  if (days > longestSpan) return refuse(`一次最多归集 ${longestSpan} 日，请缩短期间。`)
  await work.transaction(async inner => {
    await askForRun(inner, { agency, from, until, byName: by.name, at })
    const who = { by: by.id, byName: by.name, agency }
    await audit(inner, { ...who, act: 'hotline.regroup', subject: agency, detail: { from, until } })
  })
  return undefined
}

/** Who may correct the matters of a hotline. */
export function mayCorrect(by: Actor, agency: string): boolean {
  return holds(by, 'dispatcher', agency) || holds(by, 'supervisor', agency)
}

/** Does the run that waits longest. @returns whether there was one */
export async function doWaitingRun(work: Work, at: string): Promise<boolean> {
  return await work.transaction(async inner => {
    const run = await waitingRun(inner)
    if (run === undefined) return false
    await endRun(inner, run.id, { at, ...(await regroup(inner, run)) })
    return true
  })
}

/** Groups the demands of a span anew: what people decided on, and what lies outside, stays where it is. */
export async function regroup(
  work: Work,
  { agency, from, until }: { readonly agency: string; readonly from: Day; readonly until: Day },
): Promise<{ demands: number; moved: number }> {
  return await work.transaction(async inner => {
    await lockMatters(inner, agency)
    const all = await messagesSince(inner, agency, addDays(from, -daysBefore))
    const former = all
      .filter(({ message: { on } }) => on <= until)
      .map(({ message, matter, byHand }): Former => {
        const outside = message.on < from
        return { message, key: matter, stays: matter !== null && (byHand || outside) }
      })
      .filter(({ message, stays }) => stays || message.on >= from)
    const kept = await regrouped(former, randomUUID, setImmediate)
    const moved = former.filter(({ message, key, stays }) => !stays && kept.keyOf(message.id) !== key)
    const changed = new Set(moved.flatMap(({ message, key }) => [kept.keyOf(message.id), key ?? '']))
    const names = [...changed]
      .filter(key => kept.membersOf(key).length > 0)
      .map(id => ({ id, ...kept.title(id) }))
    for (let at = 0; at < names.length; at += chunk)
      await nameMatters(inner, agency, names.slice(at, at + chunk))
    const rows = moved.map(({ message }) => memberRow(kept, message))
    for (let at = 0; at < rows.length; at += chunk)
      await keepMembers(inner, agency, rows.slice(at, at + chunk))
    return { demands: former.filter(({ stays }) => !stays).length, moved: moved.length }
  })
}
