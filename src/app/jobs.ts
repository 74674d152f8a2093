import { annualReportJobs } from '../annual-report/act/jobs.ts'
import { checkJobs } from '../disclosure/act/checks/jobs.ts'
import { followingJobs } from '../disclosure/act/following/jobs.ts'
import { disclosureJobs } from '../disclosure/jobs.ts'
import { foiJobs } from '../foi/jobs.ts'
import { bulletinJobs } from '../hotline/act/bulletins/jobs.ts'
import { callbackJobs } from '../hotline/act/callback/jobs.ts'
import { categoriesJobs } from '../hotline/act/categories/jobs.ts'
import { doorsJobs } from '../hotline/act/doors/jobs.ts'
import { dutyJobs } from '../hotline/act/duties/jobs.ts'
import { figuresJobs } from '../hotline/act/figures/jobs.ts'
import { knowledgeJobs } from '../hotline/act/knowledge/jobs.ts'
import { looksJobs } from '../hotline/act/looks/jobs.ts'
import { projectJobs } from '../hotline/act/projects/jobs.ts'
import { safetyJobs } from '../hotline/act/safety/jobs.ts'
import { topicsJobs } from '../hotline/act/topics/jobs.ts'
import type { Job } from '../platform/jobs.ts'
import type { Secrets } from '../platform/secret.ts'
import { purgeSessions } from '../platform/sign-in/sessions.ts'

/** Everything that is done without anybody asking. */
export function jobsWith(secrets: Secrets): readonly Job[] {
  return [
    ...annualReportJobs,
    ...disclosureJobs,
    ...followingJobs(secrets),
    ...foiJobs,
    ...doorsJobs(secrets),
    ...figuresJobs,
    ...topicsJobs,
    ...safetyJobs,
    ...categoriesJobs,
    ...checkJobs,
    ...dutyJobs,
    ...callbackJobs(secrets),
    ...knowledgeJobs,
    ...looksJobs,
    ...projectJobs,
    ...bulletinJobs,
    {
      name: 'purge',
      cron: '17 * * * *',
      run: async ({ work }) => {
        await purgeSessions(work)
      },
    },
  ]
}
