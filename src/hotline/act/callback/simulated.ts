import { type Actor, holds } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { isInvented } from '../../callback/message.ts'
import { messageOf } from '../../store/callback/messages.ts'
import { callerOf } from '../../store/callers.ts'
import { messageGateway } from './gateway.ts'
import { ratingCode } from './links.ts'

/** The link of a simulated message, which its invented caller would open; never that of a message to somebody real. */
export async function simulatedLink(
  work: Work,
  id: string,
  { by, secrets }: { readonly by: Actor; readonly secrets: Secrets },
): Promise<{ readonly path: string } | Refusal> {
  const [message, { kind }] = await Promise.all([messageOf(work, id), messageGateway(work)])
  if (message === undefined || !holds(by, 'callbackAgent', message.agency))
    return refuse('没有这条短信，或者您不是这条热线的回访员。')
  const caller = await callerOf(work, message.demand, secrets)
  if (kind !== 'simulator' || caller === undefined || !isInvented(caller.phone))
    return refuse('只有模拟网关发给 000 开头的试用号码的短信可以在这里打开。')
  if (message.state !== 'handed') return refuse('这条短信还没有发出。')
  return { path: paths.rateByLink(ratingCode(message, secrets)) }
}
