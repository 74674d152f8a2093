import { countedRequests } from '../../foi/act/figures.ts'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { reportOfCounts } from '../count.ts'
import type { AnnualReport } from '../form.ts'
import type { ReportKey } from '../store/history.ts'

/** The year's figures from the records in the database, Art. 50. */
export async function countReport(work: Work, { agency, year }: ReportKey): Promise<AnnualReport | Refusal> {
  const row = await work.db
    .selectFrom('agencies')
    .select('name')
    .where('code', '=', agency)
    .executeTakeFirst()
  if (row === undefined) return refuse(`没有代码为 ${agency} 的机构。`)
  const span = { agency, from: dayOf(`${year}-01-01`), until: dayOf(`${year}-12-31`) }
  return reportOfCounts(row.name, year, await countedRequests(work, span))
}
