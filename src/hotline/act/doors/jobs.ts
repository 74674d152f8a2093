import { momentToday } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { deliver } from './delivering.ts'

/** What is done for the systems that brought demands: each minute they are told what happened. */
export function doorsJobs(secrets: Secrets): readonly Job[] {
  return [
    {
      name: 'hotline-delivering',
      cron: '* * * * *',
      run: async ({ work }) => {
        await deliver({ work, secrets, moment: momentToday() })
      },
    },
  ]
}
