import { type Setting, setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'

/** By what messages go out: nothing, the gateway of the operator, or the simulator, with which an office tries callbacks by message. */
export interface MessageGateway extends Setting<'messages'> {
  readonly kind: 'none' | 'operator' | 'simulator'
  /** For the links; null where the site has none yet. */
  readonly domain: string | null
}

/** The gateway as it is set. */
export async function messageGateway(work: Work): Promise<MessageGateway> {
  const [messages, { domain }] = await Promise.all([setting(work.db, 'messages'), setting(work.db, 'site')])
  const kind = messages.simulated ? 'simulator' : messages.address === '' ? 'none' : 'operator'
  return { ...messages, kind, domain: domain === 'localhost' ? null : domain }
}

/** Can a message with a link reach a caller? He cannot open an address of this machine; the simulator's are opened at the desk. */
export function canSend({ kind, domain }: MessageGateway): boolean {
  return kind === 'simulator' || (kind === 'operator' && domain !== null)
}
