import { networkOf } from '../../../platform/http/rate-limit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { callerId } from '../../events.ts'
import { filedFromSince, noteFiledFrom } from '../../store/caller/filed-from.ts'
import { filedSince } from '../../store/callers.ts'
import { lockFiling } from '../../store/doors/filings.ts'
import type { DemandRecord } from '../../store/standing-row.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/**
 * What one caller may do in a day and a night, and one network in an hour; beyond it is a flood. A network is often a whole
 * house or a hall of self-service, so that it may do more (docs/decisions/0025).
 */
const most = { ofNumber: 10, ofNetwork: 30, notes: 10, urgings: 1, reopenings: 2, ratings: 3 } as const
/** So long is what a caller types into a form of the tracking page, in characters. */
const longestWords = 2000

/** Who files: his number, the network of his address where it is known. */
export interface FilingOf {
  readonly phone: string
  readonly from: string
  readonly moment: string
  readonly secrets: Secrets
}

/** Why so many demands are not taken in; whoever else files from there waits until this one is written. */
export async function refusalOfFlood(
  work: Work,
  { phone, from, moment, secrets }: FilingOf,
): Promise<Refusal | undefined> {
  await lockFiling(work, 'portal', phone.replaceAll(/\D/g, ''))
  if ((await filedSince(work, { phone, since: before(moment, dayMs), secrets })) >= most.ofNumber)
    return refuse(
      `同一电话 24 小时内最多提交 ${most.ofNumber} 件。同一件事请凭查询码补充；确有其他诉求的，请拨打热线。`,
    )
  if (from === '') return undefined
  const network = secrets.mark('hotline network', networkOf(from))
  if ((await filedFromSince(work, network, before(moment, hourMs))) >= most.ofNetwork)
    return refuse('这个网络一小时内提交的诉求太多，请一小时后再提交；着急的请拨打 12345。')
  await noteFiledFrom(work, { network, moment }, before(moment, dayMs))
  return undefined
}

/** Why words are not taken in: a form ends at its length, who sends past the form does too. */
export function refusalOfLength(words: string): Refusal | undefined {
  const { length } = [...words]
  return length > longestWords ? refuse(`不能超过 ${longestWords} 字，现在有 ${length} 字。`) : undefined
}

/** Why the caller may not do this now, beside what the table of steps says. */
export function refusalOfCaller(
  step: string,
  { standing, events }: DemandRecord,
  moment: string,
): Refusal | undefined {
  const his = (kind: 'noted' | 'urged' | 'reopened', since = '') =>
    events.filter(event => event.kind === kind && event.by === callerId && event.at > since).length
  const yesterday = before(moment, dayMs)
  switch (step) {
    case 'note':
      if (his('noted', yesterday) < most.notes) return undefined
      return refuse(`24 小时内最多补充 ${most.notes} 次，请明天再补充，或者拨打 12345 说明。`)
    case 'urge':
      if (his('urged', yesterday) < most.urgings) return undefined
      return refuse('24 小时内已经催办过，承办单位已经看到；请明天再催，或者拨打 12345。')
    case 'callBack':
      if (ratingsOf(events) < most.ratings) return undefined
      return refuse(`这次办理您已经评价 ${most.ratings} 次，以最后一次为准；仍要更正的请拨打 12345。`)
    case 'reopen':
      if (his('reopened') >= most.reopenings)
        return refuse(`已经要求重新办理 ${most.reopenings} 次；再有异议的请拨打 12345，由督办员处理。`)
      if (standing.satisfied === true) return refuse('您对办理结果表示满意；有新的情况请提交新的诉求。')
      if (standing.satisfied === null && standing.state !== 'closed')
        return refuse('请先评价办理过程和办理结果；不满意的，再要求重新办理。')
      return undefined
    default:
      return undefined
  }
}

/** How often the caller rated the last feedback. */
function ratingsOf(events: DemandRecord['events']): number {
  const rounds = events.slice(events.findLastIndex(({ kind }) => kind === 'fedBack') + 1)
  return rounds.filter(({ kind, by }) => kind === 'calledBack' && by === callerId).length
}

const before = (moment: string, ms: number) => new Date(Date.parse(moment) - ms).toISOString()
