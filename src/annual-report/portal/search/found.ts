import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { reportsWithWords } from '../../store/public.ts'

/** One page of the published reports that hold all the words, the newest first, and how many there are. */
export async function reportsFound(
  work: Work,
  words: readonly string[],
  { agency, year, from, size }: Narrowed,
): Promise<{ total: number; hits: { title: string; path: string; text: string; note: string }[] }> {
  const asked = words.map(word => word.replace(/^(\d{4})年(?:度)?$/, '$1'))
  const all = asked.length === 0 ? [] : await reportsWithWords(work, asked)
  const chosen = all.filter(
    hit => (year === undefined || hit.year === year) && (agency === undefined || hit.agency === agency),
  )
  const hits = chosen.slice(from, from + size).map(({ agency: code, year: of, text, publishedOn }) => {
    const [title = '', ...lines] = text.split('\n')
    return { title, path: paths.report(code, of), text: lines.join('\n'), note: `${publishedOn} 公布` }
  })
  return { total: chosen.length, hits }
}

/** What a search is narrowed to, and which part of it is asked for. */
interface Narrowed {
  readonly agency: string | undefined
  readonly year: number | undefined
  readonly from: number
  readonly size: number
}
