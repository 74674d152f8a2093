import { momentToday, today } from '../../../platform/clock.ts'
import type { Job } from '../../../platform/jobs.ts'
import { addDays } from '../../../statute/day.ts'
import { askForRun, hotlinesSince } from '../../store/topics/runs.ts'
import { daysOpen, joinWaiting } from './joining.ts'
import { doWaitingRun } from './regrouping.ts'

/** What is done for matters: each minute what came in joins, and a run that was asked for is done; each night one over the last days. */
export const topicsJobs: readonly Job[] = [
  {
    name: 'hotline-matters',
    cron: '* * * * *',
    run: async ({ work }) => {
      for (const agency of await hotlinesSince(work, addDays(today(), -daysOpen)))
        while ((await joinWaiting(work, agency, today())) > 0);
      while (await doWaitingRun(work, momentToday()));
    },
  },
  {
    name: 'hotline-regrouping',
    cron: '23 2 * * *',
    run: async ({ work }) => {
      const [from, until, at] = [addDays(today(), -daysOpen), today(), momentToday()]
      for (const agency of await hotlinesSince(work, from))
        await askForRun(work, { agency, from, until, byName: '每夜归集', at })
    },
  },
]
