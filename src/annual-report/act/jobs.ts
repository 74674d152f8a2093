import { z } from 'zod'
import { today } from '../../platform/clock.ts'
import type { Job } from '../../platform/jobs.ts'
import { editionsWithoutFiles } from '../store/files.ts'
import { keepFiles } from './files.ts'
import { remindOnDay } from './remind.ts'

const editionForm = z.object({ agency: z.string(), year: z.int(), edition: z.int() })
const sixHours = 6 * 3600

/** What is done for the annual reports without anybody asking. */
export const annualReportJobs: readonly Job[] = [
  {
    // Asked each hour of the working day, so that a machine that was off at eight still reminds; once a day each.
    name: 'report-reminders',
    cron: '0 8-18 * * *',
    run: async ({ work }) => {
      await remindOnDay(work, today())
    },
  },
  {
    // Read off the tables, so that no publication can be missed, also one that was restored from a backup.
    name: 'report-files-due',
    cron: '* * * * *',
    run: async ({ work, send }) => {
      for (const key of await editionsWithoutFiles(work, 200)) {
        const once = { key: `${key.agency}/${key.year}/${key.edition}`, seconds: sixHours }
        await send('report-files', { ...key }, once)
      }
    },
  },
  {
    name: 'report-files',
    run: async ({ work }, data) => {
      await keepFiles(work, editionForm.parse(data))
    },
  },
]
