import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import type { Keep } from '../../../web/kept.ts'
import { publishedExtract } from '../../act/extract.ts'
import { publishedReport } from '../../act/views.ts'
import { linesInCell } from '../../extract/in-cell.ts'
import { cellLabel } from '../../labels.ts'
import { extractCsv, extractJson } from '../../render/extract-file.ts'
import { column } from '../list/list-routes.ts'
import { extractPage, linesOnPage } from './extract-page.ts'

const place = '/annual-reports/:agency/:year{\\d{4}}/editions/:edition{\\d+}/extract'

/** The extract of an edition: the list behind each figure of table 3, and its files. */
export function extractRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get(place, keep, showExtract)
  portal.get(`${place}.csv`, context => giveExtract(context, 'csv'))
  portal.get(`${place}.json`, context => giveExtract(context, 'json'))
}

async function extractIn(context: Context<AppEnv>) {
  const key = { agency: context.req.param('agency') ?? '', year: numberIn(context.req.param('year')) ?? 0 }
  const edition = numberIn(context.req.param('edition')) ?? 0
  const { work } = context.var
  const extract = await publishedExtract(work, { ...key, edition })
  return extract === undefined ? undefined : { ...key, edition, extract }
}

async function showExtract(context: Context<AppEnv>): Promise<Response> {
  const found = await extractIn(context)
  if (found === undefined) return missing(context)
  const { extract, ...key } = found
  const report = await publishedReport(context.var.work, key, key.edition)
  const path = context.req.query('cell')
  const lines = path === undefined ? extract.lines : linesInCell(extract, path)
  if (lines === undefined || report === undefined) return missing(context)
  const cell = path === undefined ? undefined : { path, label: cellLabel(path) }
  const last = Math.max(1, Math.ceil(lines.length / linesOnPage))
  const page = Math.min(last, Math.max(1, numberIn(context.req.query('page')) ?? 1))
  const main = extractPage({ ...key, name: extract.agency, cell, lines, page })
  const title = `${extract.agency}${key.year}年申请核验摘录`
  return shown(context, { title, column }, main)
}

async function giveExtract(context: Context<AppEnv>, kind: 'csv' | 'json'): Promise<Response> {
  const found = await extractIn(context)
  if (found === undefined) return missing(context)
  const { extract } = found
  const name = `${extract.agency}${extract.year}年申请核验摘录.${kind}`
  return context.body(kind === 'csv' ? extractCsv(extract) : extractJson(extract), 200, {
    'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    'content-disposition': namedFile(name),
    'cache-control': 'public, max-age=31536000, immutable',
  })
}
