import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { escalateUnnoticed } from './noticing.ts'

/** What is done for safety: each minute, alarms that nobody noticed are told to the supervisors. */
export const safetyJobs: readonly Job[] = [
  {
    name: 'hotline-alarms',
    cron: '* * * * *',
    run: async ({ work }) => {
      await escalateUnnoticed(work, momentToday())
    },
  },
]
