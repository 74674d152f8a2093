import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, holds, reaches } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { instantOf } from '../../../platform/clock.ts'
import { type Setting, saveSetting, setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { LookLine, LookNotice, LookRule, LookSum } from '../../looks/look.ts'
import { unusualBy } from '../../looks/look.ts'
import { type LooksAsked, lookLines } from '../../store/looks/looks.ts'
import { keepLookNotice, lookNoticeOf, lookNotices } from '../../store/looks/notices.ts'
import { lookSums } from '../../store/looks/sums.ts'
import { lookBounds } from './looking.ts'

/** The hotlines whose work this person watches: where he is supervisor, or over which he is auditor. */
export async function watched(work: Work, reader: Actor): Promise<string[]> {
  const tree = await agencyTree(work)
  return tree
    .map(({ code }) => code)
    .filter(code => holds(reader, 'supervisor', code) || reaches(reader, 'auditor', code, tree))
}

/** A span of days, both included. */
export interface DaysAsked {
  readonly from: Day
  readonly to: Day
}

/** A page of the record 查看来电人记录, by person; the unusual ones with the rules that they reach. */
export async function lookRecord(
  work: Work,
  asked: DaysAsked & {
    readonly q?: string | undefined
    readonly unusual?: boolean | undefined
    readonly page: number
    readonly size: number
  },
  reader: Actor,
): Promise<{ lines: (LookSum & { readonly unusual: readonly LookRule[] })[]; total: number }> {
  const { q = '', page, size, from, to } = asked
  const [bounds, sums] = await Promise.all([
    lookBounds(work),
    lookSums(work, { agencies: await watched(work, reader), from, to }),
  ])
  const lines = sums
    .map(sum => ({ ...sum, unusual: unusualBy(sum, bounds) }))
    .filter(({ personName }) => personName.includes(q))
    .filter(({ unusual }) => asked.unusual !== true || unusual.length > 0)
  return { lines: lines.slice((page - 1) * size, page * size), total: lines.length }
}

/** A page of the looks themselves, each leading to its demand. */
export async function looksSeen(
  work: Work,
  { from, to, ...asked }: Omit<LooksAsked, 'agencies' | 'from' | 'to'> & DaysAsked,
  reader: Actor,
): Promise<{ lines: LookLine[]; total: number }> {
  const span = { from: instantOf(from, '00:00:00'), to: instantOf(addDays(to, 1), '00:00:00') }
  return await lookLines(work, { ...asked, ...span, agencies: await watched(work, reader) })
}

/** What this person is told of unusual looks; `waiting` what nobody has dealt with. */
export async function lookNoticesFor(work: Work, reader: Actor, waiting: boolean): Promise<LookNotice[]> {
  const agencies = await watched(work, reader)
  return agencies.length === 0 ? [] : await lookNotices(work, agencies, waiting)
}

/** Somebody dealt with a notice and says how; never of his own looks. */
export async function dealWithLooks(
  work: Work,
  { id, words }: { readonly id: string; readonly words: string },
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<object | Refusal> {
  const agencies = await watched(work, by)
  return await work.transaction(async inner => {
    const notice = await lookNoticeOf(inner, id)
    if (notice === undefined || !agencies.includes(notice.agency)) return refuse('没有这条提醒。')
    if (notice.person === by.id) return refuse('关于本人查看的提醒，由其他督办员或者审计员处理。')
    if (notice.noticedAt !== null) return refuse(`${notice.noticedByName ?? '他人'}已经处理过这条提醒。`)
    if ([...words.trim()].length < 4) return refuse('请写明核实的情况和处理，至少 4 个字。')
    await keepLookNotice(inner, id, { by: by.id, byName: by.name, at: moment, words: words.trim() })
    const who = { by: by.id, byName: by.name, agency: notice.agency }
    await audit(inner, { ...who, act: 'hotline.looksDealt', subject: id, detail: { person: notice.person } })
    return {}
  })
}

/** From how many on looks and exports are watched or refused, as it is settled. */
export function watchSettings(work: Work): Promise<Setting<'hotlineWatch'>> {
  return setting(work.db, 'hotlineWatch')
}

/** Changes it, from now on. */
export async function settleWatch(work: Work, told: Setting<'hotlineWatch'>, by: Actor): Promise<void> {
  await saveSetting(work, 'hotlineWatch', told, by)
}
