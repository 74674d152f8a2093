import type { Job } from '../../../platform/jobs.ts'
import { gatherSums } from '../../store/figures/sums.ts'
import { rebuildFigures } from './rebuilding.ts'

/** What is done for the figures: every ten minutes the sums are put together; each night demands without facts get them. */
export const figuresJobs: readonly Job[] = [
  {
    name: 'hotline-sums',
    cron: '*/10 * * * *',
    run: async ({ work }) => {
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
]
