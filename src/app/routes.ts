import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { annualReportApi } from '../annual-report/api.ts'
import { officeApi } from '../office/api.ts'
import { type AppEnv, whoAsks } from '../office/env.ts'
import { ownPagesOnly, problemOfError, requestLog, safeHeaders } from '../platform/http.ts'
import { metricsText } from '../platform/metrics.ts'
import { problem, problemResponse } from '../platform/problem.ts'
import { rateLimit } from '../platform/rate-limit.ts'
import type { Work } from '../platform/work.ts'

const root = join(import.meta.dirname, '../..')
const desk = join(root, 'dist/desk')

/** The whole site on this database: probes, interface, desk, portal. */
export function siteOn(work: Work): OpenAPIHono<AppEnv> {
  const site = new OpenAPIHono<AppEnv>()
  site.use(requestLog())
  probes(site, work)
  site.use('/desk/*', safeHeaders(true))
  site.use(async (context, next) =>
    context.req.path.startsWith('/desk') ? next() : safeHeaders(false)(context, next),
  )
  site.use(ownPagesOnly())
  site.use(rateLimit(Number(process.env.GONGKAI_RATE ?? 1200)))
  site.use(async (context, next) => {
    context.set('work', work)
    context.set('person', null)
    context.set('session', null)
    await next()
  })
  site.use('/api/*', whoAsks())
  site.route('/api/v1', officeApi())
  site.route('/api/v1', annualReportApi())
  site.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'gongkai 公开', version: '1', description: '政府信息公开平台接口' },
  })
  deskFiles(site)
  site.onError((error, context) => problemResponse(problemOfError(error, context)))
  site.notFound(() => problemResponse(problem(404, '没有这个地址。')))
  return site
}

function probes(site: OpenAPIHono<AppEnv>, work: Work): void {
  site.get('/healthz', context => context.text('ok'))
  site.get('/readyz', async context => {
    const ready = await sql`select 1`.execute(work.db).then(
      () => true,
      () => false,
    )
    return ready ? context.text('ready') : context.text('database unreachable', 503)
  })
  site.get('/metrics', async context => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from audit`.execute(work.db)
    return context.text(metricsText({ gongkai_audit_rows: rows[0]?.n ?? 0 }))
  })
}

/** The desk's files carry their hash in the name; every other address of the desk gives its one page. */
function deskFiles(site: OpenAPIHono<AppEnv>): void {
  site.use(
    '/desk/assets/*',
    serveStatic({
      root: 'dist',
      onFound: (_, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  const page = async () => {
    const file = join(desk, 'index.html')
    if (!existsSync(file)) return problemResponse(problem(503, '工作台尚未生成，请稍候再试。'))
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }
    return new Response(await readFile(file), { headers })
  }
  site.get('/desk', page)
  site.get('/desk/*', page)
}
