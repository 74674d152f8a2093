import { today } from '../platform/clock.ts'
import type { Job } from '../platform/jobs.ts'
import { eraseOldIdentities } from './act/unasked/erasing.ts'
import { proposeSame } from './act/unasked/proposing.ts'
import { tellMovedClocks, warnOnDay } from './act/unasked/warning.ts'

/** What is done for requests without anybody asking. */
export const foiJobs: readonly Job[] = [
  {
    // Asked each hour of the working day, so that a machine that was off at eight still warns; each warning once a day.
    name: 'foi-warnings',
    cron: '5 8-18 * * *',
    run: async ({ work }) => {
      await warnOnDay(work, today())
    },
  },
  {
    // Read off the loaded notices, so that no loading can be missed.
    name: 'foi-moved-clocks',
    cron: '* * * * *',
    run: async ({ work }) => {
      await tellMovedClocks(work, today())
    },
  },
  {
    name: 'foi-same-information',
    cron: '20 3 * * *',
    run: async ({ work }) => {
      await proposeSame(work, today())
    },
  },
  {
    name: 'foi-retention',
    cron: '40 2 * * *',
    run: async ({ work }) => {
      await eraseOldIdentities(work, today())
    },
  },
]
