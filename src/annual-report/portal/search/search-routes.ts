import type { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { numberIn, shown } from '../../../office/portal/shown.ts'
import type { Keep } from '../../../web/kept.ts'
import { reportsWithWords } from '../../store/public.ts'
import { searchPage } from './search-page.ts'
import { wordsIn } from './snippets.ts'

/** Searching in the words of what is published. */
export function searchRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get('/search', keep, async context => {
    const { work } = context.var
    const q = (context.req.query('q') ?? '').trim().slice(0, 100)
    const words = wordsIn(q)
    const hits = words.length === 0 ? [] : await reportsWithWords(work, words)
    const fewer = hits.length > 0 || words.length < 2 ? [] : words.map((_, out) => words.toSpliced(out, 1))
    const wider = await Promise.all(
      fewer.map(async some => ({ q: some.join(' '), count: (await reportsWithWords(work, some)).length })),
    )
    const view = {
      ...{ q, words, hits, wider: wider.filter(({ count }) => count > 0) },
      ...{ year: numberIn(context.req.query('year')), agency: context.req.query('agency') || undefined },
      page: Math.max(1, numberIn(context.req.query('page')) ?? 1),
    }
    return shown(context, { title: q === '' ? '搜索' : `搜索“${q}”`, q }, searchPage(view))
  })
}
