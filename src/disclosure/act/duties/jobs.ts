import { today } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { setting } from '../../../platform/settings.ts'
import { keepTodaysCheck, visitFrontPage } from './self-check.ts'

/** Where the site answers: at its own domain; where none is set, at the port on which this process serves it. */
function addressOf(domain: string): string | undefined {
  return domain === 'localhost' ? process.env.GONGKAI_SELF : `https://${domain}/`
}

/** The site watches itself: its front page each hour, all that the national check asks each morning. */
export const selfCheckJobs: readonly Job[] = [
  {
    name: 'disclosure-visit',
    cron: '7 * * * *',
    run: async ({ work }) => {
      const address = addressOf((await setting(work.db, 'site')).domain)
      if (address !== undefined) await visitFrontPage(work, address)
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
