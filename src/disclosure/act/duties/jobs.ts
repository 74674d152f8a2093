import { today } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { siteItself } from '../site-itself.ts'
import { keepTodaysCheck, visitFrontPage } from './self-check.ts'

/** The site watches itself: its front page each hour, all that the national check asks each morning. */
export const selfCheckJobs: readonly Job[] = [
  {
    name: 'disclosure-visit',
    cron: '7 * * * *',
    run: async ({ work }) => {
      const address = await siteItself(work)
      if (address !== undefined) await visitFrontPage(work, `${address}/`)
    },
  },
  {
    name: 'disclosure-self-check',
    cron: '30 6 * * *',
    run: async ({ work }) => {
      await keepTodaysCheck(work, today())
    },
  },
]
