import type { Published } from '../../disclosure/duties/owed.ts'
import type { Work } from '../../platform/work.ts'
import { firstEditions } from '../store/editions.ts'

/** The annual reports of these agencies with the day on which each was first published, Art. 49. */
export async function reportsPublished(
  work: Work,
  agencies: readonly string[],
): Promise<readonly (Published & { readonly agency: string })[]> {
  const found = await firstEditions(work, agencies)
  return found.map(({ agency, year, on }) => ({
    ...{ agency, on, ofYear: year, item: `${agency}/${year}` },
    title: `${year} 年政府信息公开工作年度报告`,
  }))
}
