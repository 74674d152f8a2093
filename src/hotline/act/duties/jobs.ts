import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { doWaitingTraining, learnWhereDemandsGo } from './learning.ts'

/** Each night is learned anew where demands go, and within a minute where somebody asked for it. */
export const dutyJobs: readonly Job[] = [
  {
    ...{ name: 'hotline-units', cron: '41 2 * * *' },
    run: async ({ work }) => {
      await learnWhereDemandsGo(work, momentToday())
    },
  },
  {
    ...{ name: 'hotline-unit-trainings', cron: '* * * * *' },
    run: async ({ work }) => {
      while (await doWaitingTraining(work, momentToday()));
    },
  },
]
