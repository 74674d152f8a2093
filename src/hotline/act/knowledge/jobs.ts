import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { proposeEntries } from './proposing.ts'

/** Each night frequent answers without an entry become proposals. */
export const knowledgeJobs: readonly Job[] = [
  {
    ...{ name: 'hotline-entry-proposals', cron: '13 3 * * *' },
    run: async ({ work }) => {
      await proposeEntries(work, momentToday())
    },
  },
]
