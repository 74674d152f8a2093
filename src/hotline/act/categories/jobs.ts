import { momentToday, today } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { addDays } from '../../../statute/day.ts'
import { hotlinesSince } from '../../store/topics/runs.ts'
import { learnCategories, suggestMissing } from './training.ts'

const days = 365

/** What is done for categories: each night the office's model is learned anew from what people decided and confirmed. */
export const categoriesJobs: readonly Job[] = [
  {
    name: 'hotline-categories',
    cron: '43 2 * * *',
    run: async ({ work }) => {
      for (const agency of await hotlinesSince(work, addDays(today(), -days))) {
        await learnCategories(work, agency, momentToday())
        await suggestMissing(work, agency)
      }
    },
  },
]
