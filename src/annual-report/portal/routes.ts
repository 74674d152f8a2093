import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { agencyTree } from '../../office/agencies.ts'
import type { AppEnv } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { paths } from '../../web/paths.ts'
import { reportFile } from '../act/files.ts'
import { listReports, publishedReport } from '../act/views.ts'
import { titleOf } from '../printed/document.ts'
import { isFormat } from '../printed/format.ts'
import { reportHtml } from '../render/html.ts'
import { mediaType } from '../render/render.ts'
import { publishedYears } from '../store/lines.ts'
import { checkRoutes } from './check-routes.ts'
import { comparePage } from './compare-page.ts'
import { besideReport, frontPage, listPage } from './pages.ts'
import { shown } from './shown.ts'

const column = { name: '政府信息公开年报', description: '各机关政府信息公开工作年度报告' }
const styles = readFileSync(join(import.meta.dirname, '../../web/styles.css'), 'utf8')

/** Says so, in the portal's layout. */
export function missing(context: Context<AppEnv>): Promise<Response> {
  const main = html`<h1>没有找到</h1><p>没有这个页面，或者这份报告尚未公布。请到<a href="${paths.reports()}">年报列表</a>查找。</p>`
  return shown(context, { title: '没有找到' }, main, 404)
}

/** The portal's pages of annual reports; open to the public. */
export function annualReportPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  portal.get(paths.styles(), context =>
    context.body(styles, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=300' }),
  )
  portal.get('/large-type', context => {
    const back = context.req.query('back') ?? '/'
    const value = context.req.query('on') === '1' ? '1' : '0'
    setCookie(context, 'large-type', value, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'Lax',
      httpOnly: true,
    })
    return context.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
  })
  portal.get('/', async context => {
    const { lines } = await listReports(context.var.work, null, {
      page: 1,
      size: 8,
      sort: '-published_on',
      today: today(),
    })
    return shown(context, { title: '首页' }, frontPage(lines))
  })
  listRoutes(portal)
  reportRoutes(portal)
  checkRoutes(portal)
  return portal
}

function listRoutes(portal: Hono<AppEnv>): void {
  portal.get('/annual-reports', async context => {
    const { work } = context.var
    const agency = context.req.query('agency') || undefined
    const year = numberIn(context.req.query('year'))
    const pageNumber = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const filter = { agency, year, page: pageNumber, size: 20, today: today() }
    const [{ lines, total }, agencies, years] = await Promise.all([
      listReports(work, null, filter),
      agencyTree(work),
      publishedYears(work),
    ])
    const view = { lines, total, page: pageNumber, size: 20, agencies, years, agency, year }
    return shown(context, { title: '政府信息公开年报', column }, listPage(view))
  })
  portal.get('/annual-reports/:agency/compare', async context => {
    const agency = context.req.param('agency')
    const { work } = context.var
    const { lines } = await listReports(work, null, {
      agency,
      page: 1,
      size: 50,
      sort: 'year',
      today: today(),
    })
    const [last, previous] = [lines.at(-1), lines.at(-2) ?? lines.at(-1)]
    const from = numberIn(context.req.query('from')) ?? previous?.year
    const to = numberIn(context.req.query('to')) ?? last?.year
    if (from === undefined || to === undefined) return missing(context)
    const [before, after] = await Promise.all([
      publishedReport(work, { agency, year: from }),
      publishedReport(work, { agency, year: to }),
    ])
    if (before === undefined || after === undefined) return missing(context)
    const view = {
      agency,
      name: after.report.agency,
      years: lines,
      before: before.report,
      after: after.report,
    }
    return shown(context, { title: `${after.report.agency}历年对比`, column }, comparePage(view))
  })
}

function reportRoutes(portal: Hono<AppEnv>): void {
  const show = async (context: Context<AppEnv>, edition?: number) => {
    const agency = context.req.param('agency') ?? ''
    const year = numberIn(context.req.param('year')) ?? 0
    const found = await publishedReport(context.var.work, { agency, year }, edition)
    if (found === undefined) return missing(context)
    const { report, explanations, line, editions } = found
    const superseded = line.edition < editions.length
    const main = html`${superseded ? html`<p class="refused">这是第 ${line.edition} 版，已由<a href="${paths.report(agency, year)}">第 ${editions.length} 版</a>更正。</p>` : ''}${reportHtml(report, { explanations, publishedOn: line.publishedOn })}${besideReport(agency, year, editions)}`
    const article = { publishedOn: line.publishedOn, source: report.agency }
    return shown(context, { title: titleOf(report), column, article }, main)
  }
  portal.get('/annual-reports/:agency/:year{\\d{4}}', context => show(context))
  portal.get('/annual-reports/:agency/:year{\\d{4}}/editions/:edition{\\d+}', context =>
    show(context, Number(context.req.param('edition'))),
  )
  portal.get('/annual-reports/:agency/:year{\\d{4}}/:file{file\\.[a-z]+}', async context => {
    const { agency, year, file } = context.req.param()
    const format = file.replace('file.', '')
    const found = await publishedReport(context.var.work, { agency, year: Number(year) })
    if (found === undefined || !isFormat(format)) return missing(context)
    const { report, line } = found
    const key = { agency, year: report.year, edition: line.edition }
    const bytes = (await reportFile(context.var.work, key, format)) ?? new Uint8Array()
    const name = encodeURIComponent(`${titleOf(report)}.${format}`)
    return context.body(Uint8Array.from(bytes), 200, {
      ...{ 'content-type': mediaType[format], 'content-disposition': `attachment; filename*=UTF-8''${name}` },
    })
  })
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
