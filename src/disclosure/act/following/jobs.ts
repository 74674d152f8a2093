import { now } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { forgetSubscriptions } from '../../store/following/subscriptions.ts'
import { siteItself } from '../site-itself.ts'
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
        const base = await siteItself(work)
        if (base !== undefined) await tellFollowers({ work, secrets, at: now(), base })
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
