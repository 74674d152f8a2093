import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { type Setting, saveSetting, setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { toBeAsked } from '../../store/callback/ways.ts'
import { canSend, messageGateway } from './gateway.ts'

/** The rules, whether a message can go out at all, and how many callers this person's hotlines have yet to ask. */
export async function callbackRules(
  work: Work,
  reader: Actor,
): Promise<{
  readonly rules: Setting<'callbackRules'>
  readonly gateway: boolean
  /** Is it the simulator's? */
  readonly simulated: boolean
  readonly due: { readonly phone: number; readonly message: number }
}> {
  const [rules, gateway, seen] = await Promise.all([
    setting(work.db, 'callbackRules'),
    messageGateway(work),
    agenciesSeen(work, reader),
  ])
  const agencies = seen.map(({ code }) => code)
  const due = await toBeAsked(work, agencies)
  return { rules, gateway: canSend(gateway), simulated: gateway.kind === 'simulator', due }
}

/** Changes the rules for what falls due from now on; what was decided stays. */
export async function settleCallbackRules(
  work: Work,
  rules: Setting<'callbackRules'>,
  by: Actor,
): Promise<Refusal | undefined> {
  if (rules.from >= rules.to) return refuse('发送短信的时间请从早到晚填写，例如 09:00 至 20:00。')
  await saveSetting(work, 'callbackRules', rules, by)
  return undefined
}
