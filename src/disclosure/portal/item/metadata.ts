import type { Day } from '../../../statute/day.ts'
import type { ArticleView } from '../../../web/page-view.ts'
import type { ShelfItem } from '../../store/shelf/item.ts'
import { isInForce } from './head.ts'

const clock = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

/** What the metadata say of an item: by whom, when to the minute, about what. */
export function articleOf({ head, shown }: ShelfItem): ArticleView {
  const { keywords, summary, body } = shown.content
  const picture = /<img[^>]* src="(\/disclosure\/items\/[^"]+)"/.exec(body)?.[1]
  return {
    ...{ publishedOn: shown.publishedOn, minute: clock.format(new Date(shown.publishedAt)) },
    ...{ source: head.agencyName, keywords, summary, image: picture },
  }
}

/** The item as JSON-LD: as legislation where it is in force or repealed, else as an article. */
export function dataOf(
  item: ShelfItem,
  { address, today }: { readonly address: string; readonly today: Day },
): object {
  const { head, shown, relations } = item
  const { content } = shown
  const rule = content.form === 'regulation' || content.form === 'normativeDocument'
  const maker = { '@type': 'GovernmentOrganization', name: head.agencyName }
  const target = (kind: string) =>
    relations.flatMap(each =>
      each.kind === kind && !each.back ? [{ '@type': 'Legislation', name: each.title }] : [],
    )
  return {
    ...{ '@context': 'https://schema.org', '@type': rule ? 'Legislation' : 'Article', url: address },
    ...{ headline: content.title, name: content.title, identifier: head.indexNumber, inLanguage: 'zh-CN' },
    ...{ datePublished: head.firstPublishedOn ?? shown.publishedOn, dateModified: shown.publishedAt },
    ...{ publisher: maker, author: maker, keywords: content.keywords, version: String(shown.number) },
    ...(content.summary === '' ? {} : { description: content.summary }),
    ...(content.madeOn === null ? {} : { dateCreated: content.madeOn }),
    ...(rule
      ? {
          ...{ legislationIdentifier: content.documentNumber, legislationDate: content.madeOn },
          legislationLegalForce: `https://schema.org/${isInForce(item, today) ? 'InForce' : 'NotInForce'}`,
          ...{ legislationRepeals: target('repeals'), legislationChanges: target('revises') },
        }
      : {}),
  }
}
