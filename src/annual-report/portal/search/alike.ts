import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { reportsWithWords } from '../../store/public.ts'

/** Published reports that hold the words of a description, for who is about to ask for what is already public. */
export async function reportsLike(
  work: Work,
  description: string,
): Promise<{ title: string; path: string; note: string }[]> {
  const words = (description.match(/[\p{Script=Han}\d]{4,12}/gu) ?? []).slice(0, 4)
  if (words.length === 0) return []
  const hits = await reportsWithWords(work, words)
  return hits.slice(0, 3).map(({ agency, year, name, publishedOn }) => ({
    ...{ title: `${name} ${year} 年政府信息公开工作年度报告`, path: paths.report(agency, year) },
    note: `${publishedOn} 公布`,
  }))
}
