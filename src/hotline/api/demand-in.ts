import { idIn } from '../../office/api/id-in.ts'
import { signedIn, type Who } from '../../office/env.ts'
import { ProblemError } from '../../platform/http/problem.ts'
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
