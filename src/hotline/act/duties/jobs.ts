import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { learnWhereDemandsGo } from './suggesting.ts'

/** Each night is learned anew where demands go. */
export const dutyJobs: readonly Job[] = [
  {
    ...{ name: 'hotline-units', cron: '41 2 * * *' },
    run: async ({ work }) => {
      await learnWhereDemandsGo(work, momentToday())
    },
  },
]
