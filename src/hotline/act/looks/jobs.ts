import { today } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { addDays } from '../../../statute/day.ts'
import { forgetReads } from '../../store/looks/reads.ts'

/** Which demands somebody read in lists is kept for so many days; how many they were is kept. */
const keptDays = 7

/** Each night what lists were read is forgotten, but for the last days. */
export const looksJobs: readonly Job[] = [
  {
    ...{ name: 'hotline-list-reads', cron: '35 3 * * *' },
    run: async ({ work }) => {
      await forgetReads(work, addDays(today(), -keptDays))
    },
  },
]
