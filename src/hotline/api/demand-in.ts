import { idIn } from '../../office/api/id-in.ts'
import { signedIn, type Who } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { countReading } from '../act/looks/reading.ts'
import { demandSeen } from '../act/views/demand.ts'
import type { DemandRecord } from '../store/standing-row.ts'

/** What is said where there is no such demand, or it is not this reader's: the same. */
export const unseenDemand = '没有找到这件诉求，或者您无权查看。'

/** The demand in the address, if this person may see it. @throws ProblemError 404 */
export async function demandIn(context: Who): Promise<DemandRecord> {
  const id = idIn(context, unseenDemand)
  const record = await demandSeen(context.var.work, id, signedIn(context))
  if (record === undefined) throw new ProblemError(404, unseenDemand)
  return record
}

/** A page of a list of demands, counted for who reads it. @throws ProblemError 429 where he has read too many today */
export async function readAsList<P extends { readonly lines: readonly { readonly id: string }[] }>(
  context: Who,
  page: P,
): Promise<P> {
  await countRead(
    context,
    page.lines.map(({ id }) => id),
  )
  return page
}

/** Counts these demands, of which a list or a matter tells, for who reads it. @throws ProblemError 429 where he has read too many today */
export async function countRead(context: Who, ids: readonly string[]): Promise<void> {
  const refusal = await countReading(context.var.work, ids, { by: signedIn(context), moment: momentToday() })
  if (refusal !== undefined) throw new ProblemError(429, refusal.message)
}
