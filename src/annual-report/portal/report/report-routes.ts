import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import type { Keep } from '../../../web/kept.ts'
import { paths } from '../../../web/paths.ts'
import { publishedExtract } from '../../act/extract.ts'
import { reportFile } from '../../act/files.ts'
import { publishedReport } from '../../act/views.ts'
import { titleOf } from '../../printed/document.ts'
import { isFormat } from '../../printed/format.ts'
import { mediaType } from '../../render/render.ts'
import { column } from '../list/list-routes.ts'
import { besideReport, differencePage } from './beside.ts'
import { differenceOf } from './difference.ts'
import { sizesOf } from './files.ts'
import { articleOf } from './report-page.ts'

/** A report, its editions, what they changed, and its files. */
export function reportRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get('/annual-reports/:agency/:year{\\d{4}}', keep, context => showReport(context))
  portal.get('/annual-reports/:agency/:year{\\d{4}}/editions/:edition{\\d+}', keep, context =>
    showReport(context, Number(context.req.param('edition'))),
  )
  portal.get('/annual-reports/:agency/:year{\\d{4}}/difference', keep, showDifference)
  portal.get('/annual-reports/:agency/:year{\\d{4}}/:file{file\\.[a-z]+}', context => giveFile(context))
  portal.get('/annual-reports/:agency/:year{\\d{4}}/editions/:edition{\\d+}/:file{file\\.[a-z]+}', context =>
    giveFile(context, Number(context.req.param('edition'))),
  )
}

function keyIn(context: Context<AppEnv>) {
  return { agency: context.req.param('agency') ?? '', year: numberIn(context.req.param('year')) ?? 0 }
}

async function showReport(context: Context<AppEnv>, edition?: number): Promise<Response> {
  const { work } = context.var
  const key = keyIn(context)
  const found = await publishedReport(work, key, edition)
  if (found === undefined) return missing(context)
  const { report, line, editions } = found
  const of = { ...key, edition: line.edition }
  const [sizes, extract] = await Promise.all([sizesOf(work, of), publishedExtract(work, of)])
  const extracted = extract !== undefined
  const base = await baseHere(context)
  const latest = line.edition === editions.length
  const path = latest ? paths.report(key.agency, key.year) : paths.edition(key.agency, key.year, line.edition)
  const view = { ...of, extracted, name: report.agency, editions, sizes, address: base + path }
  const notice = latest
    ? ''
    : html`<p class="refused">这是第 ${line.edition} 版，已由<a href="${paths.report(key.agency, key.year)}">第 ${editions.length} 版</a>更正。</p>`
  const main = html`${notice}${await articleOf({ ...of, extracted }, found)}${besideReport(view)}`
  const about = { publishedOn: line.publishedOn, source: report.agency }
  return shown(context, { title: titleOf(report), column, article: about, script: true }, main)
}

async function showDifference(context: Context<AppEnv>): Promise<Response> {
  const key = keyIn(context)
  const [from, to] = [numberIn(context.req.query('from')) ?? 1, numberIn(context.req.query('to')) ?? 2]
  const [before, after] = await Promise.all([
    publishedReport(context.var.work, key, from),
    publishedReport(context.var.work, key, to),
  ])
  if (before === undefined || after === undefined) return missing(context)
  const about = { ...key, name: after.report.agency }
  const lines = { from: before.line, to: after.line }
  const main = differencePage(about, lines, differenceOf(before.report, after.report))
  return shown(context, { title: `${titleOf(after.report)}版次差异`, column }, main)
}

async function giveFile(context: Context<AppEnv>, edition?: number): Promise<Response> {
  const key = keyIn(context)
  const format = context.req.param('file')?.replace('file.', '') ?? ''
  const found = await publishedReport(context.var.work, key, edition)
  if (found === undefined || !isFormat(format)) return missing(context)
  const { line, report } = found
  const tag = `"${line.hash.slice(0, 22)}-${line.edition}-${format}"`
  const age = edition === undefined ? 'public, no-cache' : 'public, max-age=31536000, immutable'
  const headers = { etag: tag, 'cache-control': age }
  if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers)
  const bytes = await reportFile(context.var.work, { ...key, edition: line.edition }, format)
  if (bytes === undefined) return missing(context)
  return context.body(Uint8Array.from(bytes), 200, {
    ...{ ...headers, 'content-type': mediaType[format] },
    'content-disposition': namedFile(`${titleOf(report)}.${format}`),
  })
}
