import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { goneSeconds, type Present, presenceSeconds } from '../../live/presence.ts'
import { forgetPresence, keepPresence } from '../../store/live/presence.ts'

/** Who has which demand open; whether he may see it was asked before. */
export interface Presenting {
  readonly demand: string
  readonly by: Actor
  readonly moment: string
}

const tolerated = 5

/** Somebody has a demand open: it is seen by the others for a minute, and he is told who they are. */
export async function sayPresent(
  work: Work,
  { demand, by, moment }: Presenting,
  writing: boolean,
): Promise<Present[]> {
  const presence = { demand, person: by.id, name: by.name, writing, at: moment }
  return await keepPresence(work, presence, { freshSeconds: presenceSeconds - tolerated, goneSeconds })
}

/** He closed it. */
export async function sayGone(work: Work, { demand, by }: Omit<Presenting, 'moment'>): Promise<void> {
  await forgetPresence(work, { demand, person: by.id })
}

/** Rows of those who left without saying so. */
export async function sweepPresence(work: Work, moment: string): Promise<void> {
  await forgetPresence(work, { before: new Date(Date.parse(moment) - goneSeconds * 1000).toISOString() })
}
