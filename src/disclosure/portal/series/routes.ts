import { type Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { yearOf } from '../../../statute/day.ts'
import { paths } from '../../../web/paths.ts'
import { collections } from '../../store/duties/collections.ts'
import { seriesLines, seriesStories } from '../../store/duties/series.ts'
import { seriesListPage, seriesPage } from './pages.ts'

const column = { name: '系列报道和访谈', description: '通过报刊、广播、电视等渠道按系列公开的信息' }
const perPage = 50

/** The series of other channels, and what stands in each. Open to everybody. */
export function seriesPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  portal.get(paths.series(), async context => {
    const { work } = context.var
    const [lines, gathered] = await Promise.all([seriesLines(work), collections(work)])
    return shown(context, { title: '系列报道和访谈', column }, seriesListPage(lines, gathered))
  })
  portal.get(`${paths.series()}/:name`, named)
  portal.get(`${paths.series()}/:agency/:name`, one)
  return portal
}

/** A name alone leads on to the series of that name, or to all of them where several agencies have one. */
async function named(context: Context<AppEnv>): Promise<Response> {
  const lines = await seriesLines(context.var.work, { name: context.req.param('name') ?? '' })
  const [line] = lines
  if (line === undefined) return missing(context)
  if (lines.length === 1) return context.redirect(paths.oneSeries(line.agency, line.name), 301)
  return shown(context, { title: line.name, column }, seriesListPage(lines))
}

async function one(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const [name, agency] = [context.req.param('name') ?? '', context.req.param('agency') ?? '']
  const [line] = await seriesLines(work, { name, agency })
  // A series of nothing is no page: it holds something, or it is listed as planned.
  if (line === undefined) return missing(context)
  const year = numberIn(context.req.query('year'))
  const asked = year !== undefined && year >= 1949 && year <= 2999 ? year : undefined
  const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
  const { first, last } = line
  const { stories, total } = await seriesStories(work, { name, agency, year: asked, page, size: perPage })
  const end = Math.max(1, Math.ceil(total / perPage))
  if (page > end) {
    return context.redirect(paths.oneSeries(agency, name, { year: asked, page: end === 1 ? undefined : end }))
  }
  const years =
    first === null || last === null
      ? []
      : Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, back) => yearOf(last) - back)
  const view = { line, stories, total, page, size: perPage, year: asked, years }
  return shown(context, { title: name, column }, seriesPage(view))
}
