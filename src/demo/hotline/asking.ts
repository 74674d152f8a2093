import { askByMessage } from '../../hotline/act/callback/asking.ts'
import { handMessages } from '../../hotline/act/callback/handing.ts'
import { rateByLink } from '../../hotline/act/callback/rating.ts'
import { simulatedLink } from '../../hotline/act/callback/simulated.ts'
import type { Satisfaction } from '../../hotline/events.ts'
import { theSystem } from '../../office/agencies.ts'
import type { Actor } from '../../office/roles.ts'
import type { Secrets } from '../../platform/secret.ts'
import { saveSetting, settingForms } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { must } from '../tell.ts'

/** The demo has no operator: its messages go to the simulator. */
export async function simulateGateway(work: Work): Promise<void> {
  await saveSetting(work, 'messages', settingForms.messages.parse({ simulated: true }), theSystem)
}

interface Asked {
  readonly id: string
  readonly by: Actor
  readonly moment: string
  readonly secrets: Secrets
}

/** Asks a caller by a message and hands it over. @returns the message, which may have failed */
export async function askCaller(work: Work, { id, by, moment, secrets }: Asked): Promise<string> {
  const message = must(await askByMessage(work, id, { by, moment, secrets })).id
  await handMessages({ work, secrets, moment })
  return message
}

/** What a caller says by the link of a message. */
interface Rating {
  readonly handling: Satisfaction
  readonly result: Satisfaction
  readonly words: string
}

/** Asks a caller by a message, who rates by its link half an hour later. @returns whether the message went out */
export async function ratesByMessage(work: Work, asked: Asked, said: Rating): Promise<boolean> {
  const message = await askCaller(work, asked)
  const link = await simulatedLink(work, message, asked)
  if (isRefusal(link)) return false
  const code = link.path.slice(link.path.lastIndexOf('/') + 1)
  const moment = new Date(Date.parse(asked.moment) + 30 * 60_000).toISOString()
  must(await rateByLink(work, { code, moment, secrets: asked.secrets }, { ...said }))
  return true
}
