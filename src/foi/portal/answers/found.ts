import type { Work } from '../../../platform/work.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { paths } from '../../../web/paths.ts'
import { publishedAnswers } from '../../act/publishing.ts'

/** One page of the published answers that hold all the words, the newest first, and how many there are. */
export async function answersFound(
  work: Work,
  words: readonly string[],
  {
    agency,
    from,
    size,
  }: { readonly agency: string | undefined; readonly from: number; readonly size: number },
): Promise<{ total: number; hits: { title: string; path: string; text: string; note: string }[] }> {
  const page = Math.floor(from / size) + 1
  const { lines, total } = await publishedAnswers(work, { q: words.join(' '), agency, page, size })
  const hits = lines.map(({ request, title, text, agencyName, publishedOn }) => ({
    ...{ title, path: paths.answer(request), text },
    note: `${agencyName}　${inChinese(dayOf(publishedOn))}公布`,
  }))
  return { total, hits }
}
