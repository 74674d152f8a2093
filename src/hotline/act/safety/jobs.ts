import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { sweepPresence } from '../live/presence.ts'
import { escalateUnnoticed } from './noticing.ts'

/** Each minute: alarms that nobody noticed are told to the supervisors, and whoever left a demand is no longer shown at it. */
export const safetyJobs: readonly Job[] = [
  {
    name: 'hotline-alarms',
    cron: '* * * * *',
    run: async ({ work }) => {
      await escalateUnnoticed(work, momentToday())
      await sweepPresence(work, momentToday())
    },
  },
]
