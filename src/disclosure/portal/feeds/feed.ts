import { paths } from '../../../web/paths.ts'
import { xml } from '../../../web/xml.ts'
import { type Moved, movedLabel } from '../../subscription.ts'

/** What a feed tells: of what, from whom, and what moved, newest first. */
export interface Feed {
  readonly title: string
  readonly owner: string
  /** The feed's own address, and that of the page it follows. */
  readonly self: string
  readonly page: string
  readonly base: string
  /** The names of the agencies by their codes. */
  readonly names: ReadonlyMap<string, string>
  readonly moved: readonly Moved[]
}

function titleOf({ what, content: { title } }: Moved): string {
  return what === 'published' ? title : `【${movedLabel[what]}】${title}`
}

/** Each movement is an entry of its own, so that a reader sees also what was withdrawn or repealed. */
function idOf({ base }: Feed, { item, change }: Moved): string {
  return `${base}${paths.item(item)}#change-${change}`
}

function summaryOf({ content: { summary, documentNumber }, reason }: Moved): string {
  return [documentNumber ?? '', summary, reason].filter(text => text !== '').join('；')
}

/** The feed as Atom, RFC 4287. */
export function atomOf(feed: Feed): string {
  const { title, self, page, owner, moved, base, names } = feed
  const all = moved.map(
    each => `<entry><title>${xml(titleOf(each))}</title><id>${xml(idOf(feed, each))}</id>
<link href="${xml(base + paths.item(each.item))}"/><updated>${each.at}</updated>
<author><name>${xml(names.get(each.agency) ?? owner)}</name></author><summary>${xml(summaryOf(each))}</summary></entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${xml(title)}</title><id>${xml(self)}</id><updated>${moved[0]?.at ?? '2000-01-01T00:00:00Z'}</updated>
<link rel="self" href="${xml(self)}"/><link href="${xml(page)}"/><author><name>${xml(owner)}</name></author>
${all.join('\n')}
</feed>
`
}

/** The feed as RSS 2.0. */
export function rssOf(feed: Feed): string {
  const { title, self, page, moved, base } = feed
  const all = moved.map(
    each =>
      `<item><title>${xml(titleOf(each))}</title><link>${xml(base + paths.item(each.item))}</link><guid isPermaLink="false">${xml(idOf(feed, each))}</guid><pubDate>${new Date(each.at).toUTCString()}</pubDate><description>${xml(summaryOf(each))}</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(title)}</title><link>${xml(page)}</link><description>${xml(title)}</description><language>zh-CN</language>
<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>
${all.join('\n')}
</channel></rss>
`
}
