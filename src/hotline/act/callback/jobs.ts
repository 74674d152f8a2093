import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { handMessages } from './handing.ts'

/** Each minute messages that wait are handed to the operator's gateway. */
export function callbackJobs(secrets: Secrets): readonly Job[] {
  return [
    {
      ...{ name: 'hotline-callback-messages', cron: '* * * * *' },
      run: async ({ work }) => {
        await handMessages({ work, secrets, moment: momentToday() })
      },
    },
  ]
}
