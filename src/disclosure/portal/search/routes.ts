import type { Context, Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { noteMissed } from '../../act/search/missed.ts'
import { type Asked, askedFor, asksNothing } from '../../store/search/asked.ts'
import { correctionsOf, type Meant } from '../../store/search/correct.ts'
import { countsOf } from '../../store/search/counts.ts'
import { hitsAt, type ItemHit } from '../../store/search/hits.ts'
import { itemOfIndexNumber } from '../../store/search/index-number.ts'
import { mostListed, placesFound } from '../../store/search/search.ts'
import { suggestionsFor } from '../../store/search/suggest.ts'
import { totalOf } from './facets.ts'
import { searchPage } from './page.ts'
import { readingsOf } from './pieces.ts'
import { narrowingOf, type SearchQuery, searchAddress, searchQueryIn, size } from './query.ts'
import type { FoundElsewhere, PartFound, SearchElsewhere } from './view.ts'

/** Where fewer than so many were found, another word may have been meant. */
const few = 3
const mostSuggested = 8

/** One search over items and what other parts of the house have published; and suggestions while one types. */
export function searchRoutes(portal: Hono<AppEnv>, elsewhere: readonly SearchElsewhere[]): void {
  portal.get(paths.search(), async context => {
    const query = searchQueryIn(name => context.req.query(name))
    return answer(context, query, elsewhere)
  })
  portal.get(paths.suggest(), rateLimit(300), async context => {
    const asked = askedFor(context.req.query('q') ?? '')
    const found = await suggestionsFor(context.var.work, asked, mostSuggested)
    const lines = found.map(({ item, title, documentNumber }) => ({
      ...{ title, documentNumber, path: paths.item(item) },
    }))
    return context.json(lines, 200, { 'cache-control': 'public, max-age=60' })
  })
}

async function answer(
  context: Context<AppEnv>,
  query: SearchQuery,
  elsewhere: readonly SearchElsewhere[],
): Promise<Response> {
  const { work } = context.var
  const asked = askedFor(query.q, narrowingOf(query))
  const [counted, agencies, others] = await Promise.all([
    ...[countsOf(work, asked), agencyTree(work), foundElsewhere(work, { query, asked, elsewhere })],
  ] as const)
  const total = totalOf(counted, query)
  const items = { name: 'items', label: '政府信息', total, exact: counted.exact }
  const parts: PartFound[] = [items, ...others.map(({ hits: _, ...part }) => part)]
  const part = partShown(parts, query)
  const last = Math.max(1, Math.ceil(Math.min(part.total, mostListed) / size))
  if (query.page > last) return context.redirect(paths.search(searchAddress(query, { page: last })))
  const shownItems = part.name === 'items' ? await itemsShown(work, asked, query) : []
  const named = total === 0 ? await itemOfIndexNumber(work, query.q) : undefined
  if (named !== undefined) return context.redirect(paths.item(named))
  const nothing = parts.every(each => each.total === 0) && !asksNothing(asked)
  if (nothing) await noteMissed(work, asked.q)
  const view = {
    ...{ query, asked, parts, part, counted, items: shownItems },
    others: others.find(({ name }) => name === part.name)?.hits ?? [],
    agencyNames: new Map(agencies.map(({ code, name }) => [code, name])),
    meant: total < few && !asksNothing(asked) ? await likelierOf(work, asked, total) : [],
    wider: nothing ? await fewerWords(work, { query, asked, elsewhere }) : [],
  }
  const title = query.q === '' ? '搜索' : `搜索“${query.q}”`
  return shown(context, { title, q: query.q, script: true }, searchPage(view))
}

/** What was likelier meant: it finds more than what was typed. */
async function likelierOf(work: Work, asked: Asked, total: number): Promise<Meant[]> {
  return (await correctionsOf(work, asked)).filter(({ count }) => count > total)
}

/** The part that was chosen; where none was, the first in which anything was found. */
function partShown(parts: readonly PartFound[], query: SearchQuery): PartFound {
  const [items] = parts
  const chosen = parts.find(({ name }) => name === query.in)
  const found = chosen ?? parts.find(({ total }) => total > 0) ?? items
  if (found === undefined) throw new RangeError('no part is searched')
  return found
}

interface Looking {
  readonly query: SearchQuery
  readonly asked: Asked
  readonly elsewhere: readonly SearchElsewhere[]
}

type FoundThere = PartFound & { readonly hits: readonly FoundElsewhere[] }

async function foundElsewhere(work: Work, { query, asked, elsewhere }: Looking): Promise<FoundThere[]> {
  const part = { agency: query.agency, year: query.year, from: (query.page - 1) * size, size }
  return await Promise.all(
    elsewhere.map(async ({ name, label, find }) => {
      const nothing = { total: 0, hits: [] }
      return {
        name,
        label,
        exact: true,
        ...(asksNothing(asked) ? nothing : await find(work, asked.words, part)),
      }
    }),
  )
}

async function itemsShown(work: Work, asked: Asked, query: SearchQuery): Promise<ItemHit[]> {
  const order = query.sort ?? 'fit'
  const places = await placesFound(work, asked, { order, from: (query.page - 1) * size, size })
  return await hitsAt(work, places, asked.writings.flat())
}

/** One word read otherwise: the likeliest reading that finds something among the items. */
async function readOtherwise(work: Work, word: string): Promise<Meant[]> {
  for (const q of readingsOf(word)) {
    const { facets } = await countsOf(work, askedFor(q))
    const count = facets.reduce((sum, each) => sum + each.count, 0)
    if (count > 0) return [{ q, count }]
  }
  return []
}

/** The same search with one word less, and how much is found in the whole house. */
async function fewerWords(work: Work, { asked, elsewhere }: Looking): Promise<Meant[]> {
  const [only, second] = asked.words
  if (only !== undefined && second === undefined) return await readOtherwise(work, only)
  const some = asked.words.map((_, out) => askedFor(asked.words.toSpliced(out, 1).join(' ')))
  const counts = await Promise.all(
    some.map(async fewer => {
      const { facets } = await countsOf(work, fewer)
      const query = { q: fewer.q, in: undefined, sort: undefined, page: 1 }
      const there = await foundElsewhere(work, { query, asked: fewer, elsewhere })
      return [...facets.map(({ count }) => count), ...there.map(({ total }) => total)]
    }),
  )
  return some.flatMap(({ q }, at) => {
    const count = (counts[at] ?? []).reduce((sum, each) => sum + each, 0)
    return count === 0 ? [] : [{ q, count }]
  })
}
