import type { Context, Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing, siteOf } from '../../../office/portal/shown.ts'
import { dutyKinds } from '../../../statute/proactive.ts'
import { keeping } from '../../../web/kept.ts'
import { paths } from '../../../web/paths.ts'
import { xml } from '../../../web/xml.ts'
import { wordsOf } from '../../act/following/subscribing.ts'
import { hasRows, itemForms } from '../../forms.ts'
import { movedLast } from '../../store/following/changes.ts'
import { concerns } from '../../store/following/concerns.ts'
import { itemsOfPart, publicItems } from '../../store/following/map.ts'
import type { Following } from '../../subscription.ts'
import { followingIn } from './asked.ts'
import { atomOf, type Feed, rssOf } from './feed.ts'

/** So many entries stand in a feed. */
const entries = 50
/** So many movements are looked through for words. */
const lookedThrough = 500
/** So many addresses stand in one part of the map: the protocol allows 50,000. */
const inPart = 40_000

/** What machines read of the shelf: feeds of a column, a search or a document, and the map of the site. */
export function feedsRoutes(portal: Hono<AppEnv>): void {
  const keep = keeping()
  portal.get(paths.itemsFeed(), keep, async context =>
    given(context, 'atom', await feedAsked(context, paths.itemsFeed)),
  )
  portal.get(paths.itemsRss(), keep, async context =>
    given(context, 'rss', await feedAsked(context, paths.itemsRss)),
  )
  portal.get(paths.sitemap(), keep, async context => {
    const parts = Math.ceil((await publicItems(context.var.work)) / inPart)
    const names = ['columns', 'reports', ...Array.from({ length: parts }, (_, part) => part + 1)]
    const base = await baseHere(context)
    const all = names.map(name => `<sitemap><loc>${xml(base + paths.sitemapPart(name))}</loc></sitemap>`)
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${all.join('\n')}\n</sitemapindex>\n`
    return context.body(body, 200, { 'content-type': 'application/xml; charset=utf-8' })
  })
  portal.get(paths.sitemapPart('columns'), keep, async context => {
    const base = await baseHere(context)
    const agencies = await agencyTree(context.var.work)
    const all = columnPaths(agencies.map(({ code }) => code))
    return mapOf(
      context,
      all.map(path => `<url><loc>${xml(base + path)}</loc></url>`),
    )
  })
  portal.get('/:file{sitemap-[1-9][0-9]?\\.xml}', keep, async context => {
    const part = Number(/\d+/.exec(context.req.param('file'))?.[0])
    const items = await itemsOfPart(context.var.work, { part, size: inPart })
    if (items.length === 0) return missing(context)
    const base = await baseHere(context)
    const all = items.map(
      ({ item, on }) => `<url><loc>${xml(base + paths.item(item))}</loc><lastmod>${on}</lastmod></url>`,
    )
    return mapOf(context, all)
  })
}

function mapOf(context: Context<AppEnv>, addresses: readonly string[]): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join('\n')}\n</urlset>\n`
  return context.body(body, 200, { 'content-type': 'application/xml; charset=utf-8' })
}

/** The columns of the shelf, and the catalogue of each kind and agency. */
function columnPaths(agencies: readonly string[]): string[] {
  const columns = [paths.disclosure(), paths.guide(), paths.rules(), paths.catalogue(), paths.documents()]
  const lists = [paths.consultations(), paths.series(), paths.openData(), paths.subscriptions()]
  return [
    ...columns,
    ...itemForms.filter(hasRows).map(form => paths.results(form)),
    ...lists,
    ...dutyKinds.map(duty => paths.catalogue({ duty })),
    ...agencies.map(agency => paths.catalogue({ agency })),
  ]
}

/** Where a reader finds what a feed follows. */
function pageOf({ item, q, agency, form, duty, series }: Following): string {
  if (item !== undefined) return paths.item(item)
  return q === undefined
    ? paths.catalogue({ agency, form, duty, series })
    : paths.search({ q, agency, form, duty })
}

async function given(
  context: Context<AppEnv>,
  kind: 'atom' | 'rss',
  feed: Feed | undefined,
): Promise<Response> {
  if (feed === undefined) return missing(context)
  const body = kind === 'atom' ? atomOf(feed) : rssOf(feed)
  return context.body(body, 200, { 'content-type': `application/${kind}+xml; charset=utf-8` })
}

async function feedAsked(context: Context<AppEnv>, self: typeof paths.itemsFeed): Promise<Feed | undefined> {
  const { work } = context.var
  const following = followingIn(context.req.query())
  const words = await wordsOf(work, following)
  if (words === undefined) return undefined
  const { agency, form, duty, series, item, q } = following
  const looked = await movedLast(
    work,
    { agency, form, duty, series, item, q },
    q === undefined ? entries : lookedThrough,
  )
  const moved = looked.filter(each => concerns(following, each)).slice(0, entries)
  const tree = await agencyTree(work)
  const names = new Map(tree.map(({ code, name }) => [code, name]))
  const [site, base] = [await siteOf(context), await baseHere(context)]
  const query = { agency, form, duty, series, item, q }
  const address = {
    self: base + self(query),
    page: base + pageOf(following),
  }
  return { ...address, title: `${site.name}：${words}`, owner: site.owner || site.name, base, names, moved }
}
