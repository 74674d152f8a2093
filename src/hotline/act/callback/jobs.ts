import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { chooseWays } from './choosing.ts'
import { handMessages } from './handing.ts'

/** Each minute the rules say who is asked by message, and messages that wait are handed to the operator's gateway. */
export function callbackJobs(secrets: Secrets): readonly Job[] {
  return [
    {
      ...{ name: 'hotline-callback-messages', cron: '* * * * *' },
      run: async ({ work }) => {
        const moment = momentToday()
        await chooseWays({ work, secrets, moment })
        await handMessages({ work, secrets, moment })
      },
    },
  ]
}
