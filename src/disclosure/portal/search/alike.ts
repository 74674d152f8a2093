import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { theForm } from '../../forms.ts'
import { askedFor } from '../../store/search/asked.ts'
import { hitsAt } from '../../store/search/hits.ts'
import { placesFound } from '../../store/search/search.ts'

/** So many pieces of a description are looked for, each by itself. */
const mostPieces = 4

/** Public items that hold a document number or a piece of a description, for who is about to ask for what is public. */
export async function itemsLike(
  work: Work,
  description: string,
): Promise<{ title: string; path: string; note: string }[]> {
  const pieces = description.match(
    /[\p{Script=Han}A-Za-z]{2,14}\s?[[({〔【［（]?\d{4}[\])}〕】］）]?第?\d+号|[\p{Script=Han}\d]{4,14}/gu,
  )
  const wanted = (pieces ?? [])
    .map(wordsOf)
    .filter(piece => piece.length > 1)
    .slice(0, mostPieces)
  const found: number[] = []
  for (const piece of wanted) {
    const asked = askedFor(piece)
    found.push(...(await placesFound(work, asked, { order: 'fit', from: 0, size: 3 })))
  }
  const hits = await hitsAt(work, [...new Set(found)].slice(0, 5))
  return hits.map(({ item, title, form, publishedOn }) => ({
    ...{ title, path: paths.item(item), note: `${theForm(form).label}，${publishedOn} 公开` },
  }))
}

/** A piece without the words that only ask. */
function wordsOf(piece: string): string {
  return piece.replace(
    /^(?:我|本人|想|要|申请|公开|获取|了解|查询|关于|请|贵局|提供|的)+|(?:的|等|有关|相关|情况|信息|文件|材料)+$/gu,
    '',
  )
}
