import { now } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { forgetSubscriptions } from '../../store/following/subscriptions.ts'
import { tellFollowers } from './telling.ts'

/** So long the address of a subscription that ended, or was never confirmed, is kept: seven days, our choice. */
const keptMilliseconds = 7 * 86_400_000

/** What is done for those who follow. */
export function followingJobs(secrets: Secrets): readonly Job[] {
  return [
    {
      name: 'disclosure-following',
      cron: '* * * * *',
      run: async ({ work }) => {
        await tellFollowers({ work, secrets, at: now(), base: await baseOf(work) })
      },
    },
    {
      name: 'disclosure-forgetting',
      cron: '50 2 * * *',
      run: async ({ work }) => {
        await forgetSubscriptions(work, new Date(Date.now() - keptMilliseconds).toISOString())
      },
    },
  ]
}

/** What stands before a path of the site in a letter; where no domain is set, it is the demo on this machine. */
async function baseOf(work: Work): Promise<string> {
  const { domain } = await setting(work.db, 'site')
  return domain === 'localhost' ? 'http://localhost:8080' : `https://${domain}`
}
