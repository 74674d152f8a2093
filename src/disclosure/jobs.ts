import { today } from '../platform/clock.ts'
import type { Job } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { selfCheckJobs } from './act/duties/jobs.ts'
import { carryStaleOn } from './act/importing/carrying.ts'
import { dropOldArchives } from './act/importing/runs.ts'
import { publishDue } from './act/publishing.ts'
import { trimMissed } from './act/search/missed.ts'
import { keepUnkept } from './act/search/unkept.ts'

/** What is done for items without anybody asking. */
export const disclosureJobs: readonly Job[] = [
  ...selfCheckJobs,
  {
    name: 'disclosure-publish-due',
    cron: '* * * * *',
    run: async ({ work }) => {
      const { published, held } = await publishDue(work)
      if (published + held.length > 0) log.info({ what: 'items published at their time', published, held })
    },
  },
  {
    name: 'disclosure-missed-searches',
    cron: '50 2 * * *',
    run: ({ work }) => trimMissed(work),
  },
  {
    name: 'disclosure-search-unkept',
    cron: '*/10 * * * *',
    run: async ({ work }) => {
      const items = await keepUnkept(work)
      if (items > 0) log.info({ what: 'items brought into the search', items })
    },
  },
  {
    name: 'disclosure-site-runs',
    cron: '*/2 * * * *',
    run: async ({ work }) => {
      await carryStaleOn(work, today())
      await dropOldArchives(work)
    },
  },
]
