import { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { gatheringApi } from '../annual-report/api/gathering.ts'
import { annualReportApi } from '../annual-report/api/routes.ts'
import { annualReportPortal, missing } from '../annual-report/portal/routes.ts'
import { officeApi } from '../office/api.ts'
import { type AppEnv, whoAsks } from '../office/env.ts'
import { identityRoutes } from '../office/oidc-routes.ts'
import { setupPortal } from '../office/portal/setup-page.ts'
import { isLocal } from '../platform/http/address.ts'
import { ownPagesOnly, problemOfError, requestLog, safeHeaders } from '../platform/http/guards.ts'
import { metricsText } from '../platform/http/metrics.ts'
import { problem, problemResponse } from '../platform/http/problem.ts'
import { rateLimit } from '../platform/http/rate-limit.ts'
import { passingSecrets } from '../platform/secret.ts'
import type { Work } from '../platform/work.ts'
import { deskRoutes, signInDoors } from './desk-routes.ts'

/** The whole site on this database: probes, interface, desk, portal. */
export function siteOn(work: Work, secrets = passingSecrets()): OpenAPIHono<AppEnv> {
  const site = new OpenAPIHono<AppEnv>()
  site.use(requestLog())
  probes(site, work)
  site.use(safeHeaders())
  site.use(ownPagesOnly())
  site.use(rateLimit(Number(process.env.GONGKAI_RATE ?? 1200)))
  site.use(async (context, next) => {
    context.set('work', work)
    context.set('secrets', secrets)
    context.set('person', null)
    context.set('session', null)
    await next()
  })
  site.use('/api/*', whoAsks())
  site.route('/api/v1', signInDoors())
  site.route('/api/v1', identityRoutes())
  site.route('/api/v1', officeApi())
  site.route('/api/v1', annualReportApi())
  site.route('/api/v1', gatheringApi())
  site.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'gongkai 公开', version: '1', description: '政府信息公开平台接口' },
  })
  site.route('/', deskRoutes())
  site.route('/', annualReportPortal())
  site.route('/', setupPortal())
  site.onError((error, context) => problemResponse(problemOfError(error, context)))
  site.notFound(context =>
    context.req.path.startsWith('/api/') ? problemResponse(problem(404, '没有这个地址。')) : missing(context),
  )
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
    if (!isLocal(context)) return problemResponse(problem(404, '没有这个地址。'))
    const { rows } = await sql<{ n: number }>`select rows as n from audit_head`.execute(work.db)
    return context.text(metricsText({ gongkai_audit_rows: rows[0]?.n ?? 0 }))
  })
}
