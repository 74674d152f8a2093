import { annualReportJobs } from '../annual-report/act/jobs.ts'
import { foiJobs } from '../foi/jobs.ts'
import type { Job } from '../platform/jobs.ts'
import { purgeSessions } from '../platform/sessions.ts'

/** Everything that is done without anybody asking. */
export const jobs: readonly Job[] = [
  ...annualReportJobs,
  ...foiJobs,
  {
    name: 'purge',
    cron: '17 * * * *',
    run: async ({ work }) => {
      await purgeSessions(work)
    },
  },
]
