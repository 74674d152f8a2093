import type { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { numberIn, shown } from '../../../office/portal/shown.ts'
import type { Keep } from '../../../web/kept.ts'
import { paths, type ReportsQuery } from '../../../web/paths.ts'
import { csvOf, sheetFile } from '../../../web/sheet.ts'
import { type LineQuery, linesOf, type PublicLine, standingWords, treeOrder } from './lines.ts'
import { agencyPage, gridPage, listPage } from './list-page.ts'
import { publicRecord } from './record.ts'

/** The column that the pages of annual reports stand in. */
export const column = { name: '政府信息公开年报', description: '各机关政府信息公开工作年度报告' }

const standings = ['onTime', 'late', 'missing', 'notDue', 'published', 'all'] as const

/** What the address of a list asks for; what is no choice is left out. */
export function queryIn(read: (name: string) => string | undefined): ReportsQuery & LineQuery {
  const text = (name: string) => read(name)?.slice(0, 60) || undefined
  const size = numberIn(read('size'))
  return {
    ...{ agency: text('agency'), year: numberIn(read('year')), q: text('q'), sort: text('sort') },
    standing: standings.find(each => each === read('standing')),
    view: read('view') === 'grid' ? 'grid' : undefined,
    page: Math.max(1, numberIn(read('page')) ?? 1),
    size: size === 50 || size === 100 ? size : undefined,
  }
}

/** The list, its files, and the page of each agency. */
export function listRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get('/annual-reports', keep, async context => {
    const query = queryIn(name => context.req.query(name))
    const all = await publicRecord(context.var.work)
    const tree = treeOrder([...new Set(all.map(({ agency }) => agency))])
    const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a)
    const grid = query.view === 'grid'
    const found = linesOf(
      all,
      grid ? { ...query, standing: query.standing ?? 'all', sort: undefined } : query,
    )
    const size = query.size ?? 20
    const page = Math.min(query.page ?? 1, Math.max(1, Math.ceil(found.length / size)))
    const lines = grid ? found : found.slice((page - 1) * size, page * size)
    const asked = grid ? { ...query, standing: query.standing ?? ('all' as const) } : query
    const view = { lines, total: found.length, page, size, tree, years, query: asked }
    return shown(context, { title: '政府信息公开年报', column }, grid ? gridPage(view) : listPage(view))
  })
  for (const kind of ['csv', 'xlsx'] as const) {
    portal.get(`/annual-reports.${kind}`, async context => {
      const query = queryIn(name => context.req.query(name))
      const rows = tableOf(linesOf(await publicRecord(context.var.work), query))
      return sheetFile(context, kind === 'csv' ? csvOf(rows) : rows, '政府信息公开年报列表')
    })
  }
  portal.get('/annual-reports/:agency', keep, async (context, next) => {
    const all = await publicRecord(context.var.work)
    const agencies = [...new Set(all.map(({ agency }) => agency))]
    const agency = agencies.find(({ code }) => code === context.req.param('agency'))
    if (agency === undefined) return next()
    const near = {
      above: agencies.find(({ code }) => code === agency.parent),
      below: agencies.filter(({ parent }) => parent === agency.code),
    }
    const lines = all.filter(line => line.agency === agency)
    return shown(context, { title: agency.name, column }, agencyPage(agency, lines, near))
  })
}

function tableOf(lines: readonly PublicLine[]): (string | number | null)[][] {
  return [
    ['机关', '年度', '公布日期', '公布情况', '新收申请（件）', '办结（件）', '结转下年（件）', '地址'],
    ...lines.map(line => {
      const { agency, year, published } = line
      return [
        ...[agency.name, year, published?.publishedOn ?? null, standingWords(line)],
        ...[published?.received ?? null, published?.concluded ?? null, published?.carriedOut ?? null],
        published === undefined ? null : paths.report(agency.code, year),
      ]
    }),
  ]
}
