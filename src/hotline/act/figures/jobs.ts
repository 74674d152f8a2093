import { momentToday, today } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { subscriptionRhythms } from '../../figures/subscription.ts'
import { gatherSums } from '../../store/figures/sums.ts'
import { readUnread, rebuildFigures } from './rebuilding.ts'
import { makeSubscribed } from './subscribed.ts'

/** What is done for the figures: every ten minutes the sums are put together; each night demands without facts get them; each morning subscribed reports are made, also those of a day on which nothing ran. */
export const figuresJobs: readonly Job[] = [
  {
    name: 'hotline-sums',
    cron: '*/10 * * * *',
    run: async ({ work }) => {
      await readUnread(work)
      await gatherSums(work)
    },
  },
  {
    name: 'hotline-figures',
    cron: '7 1 * * *',
    run: async ({ work }) => {
      await rebuildFigures(work, { onlyMissing: true })
    },
  },
  {
    name: 'hotline-subscribed-reports',
    cron: '20 6 * * *',
    run: async ({ work }) => {
      for (const rhythm of subscriptionRhythms)
        await makeSubscribed(work, rhythm, { today: today(), moment: momentToday() })
    },
  },
]
