import { theSystem } from '../../../office/agencies.ts'
import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { BulletinKind } from '../../bulletins/period.ts'
import { makeDue } from './making.ts'

const job = (kind: BulletinKind, cron: string): Job => ({
  ...{ name: `hotline-bulletin-${kind}`, cron },
  run: async ({ work }) => {
    await makeDue(work, [kind], { by: theSystem, moment: momentToday() })
  },
})

/** Drafts that make themselves: of the week on Monday, of the month on the 1st, of the quarter on its first day. */
export const bulletinJobs: readonly Job[] = [
  job('week', '40 5 * * 1'),
  job('month', '50 5 1 * *'),
  job('quarter', '55 5 1 1,4,7,10 *'),
]
