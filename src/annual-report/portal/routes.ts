import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { newestOnShelf } from '../../disclosure/act/shelf/newest.ts'
import type { AppEnv } from '../../office/env.ts'
import { shown } from '../../office/portal/shown.ts'
import { type Asset, script, styles } from '../../web/assets.ts'
import { keeping } from '../../web/kept.ts'
import { paths } from '../../web/paths.ts'
import { checkRoutes } from './check/check-routes.ts'
import { compareRoutes } from './compare/compare-routes.ts'
import { extractRoutes } from './extract/extract-routes.ts'
import { frontPage } from './front/front-page.ts'
import { listRoutes } from './list/list-routes.ts'
import { publicRecord } from './list/record.ts'
import { reportRoutes } from './report/report-routes.ts'
import { feedRoutes } from './site/feeds.ts'

/** The portal's pages of annual reports; open to the public. */
export function annualReportPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  const keep = keeping()
  portal.get(paths.styles(), context => give(context, styles, 'text/css; charset=utf-8'))
  portal.get(paths.script(), context => give(context, script(), 'text/javascript; charset=utf-8'))
  portal.get('/large-type', chooseType)
  portal.get('/', keep, async context => {
    const { work } = context.var
    const [record, disclosed] = await Promise.all([publicRecord(work), newestOnShelf(work, 8)])
    return shown(context, { title: '首页' }, frontPage(record, disclosed))
  })
  feedRoutes(portal, keep)
  compareRoutes(portal, keep)
  reportRoutes(portal, keep)
  extractRoutes(portal, keep)
  listRoutes(portal, keep)
  checkRoutes(portal)
  return portal
}

function give(context: Context<AppEnv>, { text, tag }: Asset, type: string): Response {
  const headers = { etag: tag, 'cache-control': 'public, max-age=300' }
  if (context.req.header('if-none-match') === tag) return context.body(null, 304, headers)
  return context.body(text, 200, { ...headers, 'content-type': type })
}

/** 长辈版 and back: the one cookie of the public pages. */
function chooseType(context: Context<AppEnv>): Response {
  const back = context.req.query('back') ?? '/'
  const value = context.req.query('on') === '1' ? '1' : '0'
  setCookie(context, 'large-type', value, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
  return context.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303)
}
