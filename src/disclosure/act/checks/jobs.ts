import type { Job } from '../../../platform/jobs.ts'
import { forgetOldFindings, recheckPublic, retryLinks } from './rechecking.ts'

/** What is checked without anybody asking: what is public by changed lists, old links. */
export const checkJobs: readonly Job[] = [
  {
    name: 'disclosure-recheck',
    cron: '*/2 * * * *',
    run: async ({ work }) => {
      await recheckPublic(work, { millis: 100_000, links: true })
    },
  },
  {
    name: 'disclosure-links',
    cron: '10 4 * * *',
    run: async ({ work }) => {
      await retryLinks(work)
      await forgetOldFindings(work)
    },
  },
]
