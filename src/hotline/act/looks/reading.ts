import { type Actor, holdsAnywhere } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { addToReads, keepReads, keepRefusedReading } from '../../store/looks/reads.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'
import { unlimited } from './giving-out.ts'

/** More than the bound: nothing of the page is given, and nothing of it counts. */
class TooMany extends Error {
  readonly before: number
  constructor(before: number) {
    super('too many')
    this.before = before
  }
}

/**
 * Counts the demands of a page of a list before it is given, each demand once a day however often he looks at it. Who has no
 * wider role reads so many in a day: more is copying the register; the first refusal of a day is noted.
 */
export async function countReading(
  work: Work,
  demands: readonly string[],
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<Refusal | undefined> {
  if (demands.length === 0 || unlimited.some(role => holdsAnywhere(by, role))) return undefined
  const { readDemandsPerDay: most } = await setting(work.db, 'hotlineWatch')
  const day = { person: by.id, personName: by.name, on: dayOfMinute(minuteOf(moment)) }
  try {
    await work.transaction(async inner => {
      const fresh = await keepReads(inner, day, demands)
      if (fresh === 0) return
      const read = await addToReads(inner, day, fresh)
      if (read > most) throw new TooMany(read - fresh)
    })
    return undefined
  } catch (cause) {
    if (!(cause instanceof TooMany)) throw cause
    await work.transaction(async inner => {
      if (!(await keepRefusedReading(inner, day, moment))) return
      const who = { by: by.id, byName: by.name, agency: null, subject: by.id }
      await audit(inner, { ...who, act: 'hotline.readRefused', detail: { demands: cause.before } })
    })
    return refuse(
      `您每天最多在列表中查看 ${most} 件诉求，今天已查看 ${cause.before} 件。请用筛选缩小范围，或者明天继续；确需查看更多的，请督办员办理。`,
    )
  }
}
