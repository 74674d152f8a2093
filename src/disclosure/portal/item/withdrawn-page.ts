import { html } from 'hono/html'
import { type Day, inChinese } from '../../../statute/day.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { ShelfHead } from '../../store/shelf/item.ts'
import { headList } from './page.ts'

/** The trace of what was public and is no longer: what it was, since when and why it is gone; nothing of its words. */
export function withdrawnPage(
  { title, agency, agencyName, indexNumber, firstPublishedOn }: ShelfHead,
  withdrawn: { readonly on: Day; readonly reason: string } | undefined,
): Markup {
  return html`<h1>这条信息已撤下</h1>
${headList([
  ...([
    ['名称', title],
    ['索引号', indexNumber],
    ['发布机构', agencyName],
  ] as const),
  ...(firstPublishedOn === null ? [] : [['公开日期', inChinese(firstPublishedOn)] as const]),
  ...(withdrawn === undefined
    ? []
    : ([
        ['撤下日期', inChinese(withdrawn.on)],
        ['撤下原因', withdrawn.reason],
      ] as const)),
])}
<p><a href="${paths.catalogue({ agency })}">${agencyName}公开的其他信息</a>　<a href="${paths.ask({ agency, about: title })}">申请公开这条信息</a></p>`
}
