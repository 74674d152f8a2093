import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { gatherForEach } from './gathering.ts'

/** What is done for projects without anybody asking: their demands are gathered anew each night, with what came late. */
export const projectJobs: readonly Job[] = [
  {
    ...{ name: 'hotline-projects', cron: '23 3 * * *' },
    run: async ({ work }) => {
      await gatherForEach(work, momentToday())
    },
  },
]
