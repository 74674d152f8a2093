import { Hono } from 'hono'
import type { AppEnv } from '../../office/env.ts'
import { shown } from '../../office/portal/shown.ts'
import { paths } from '../../web/paths.ts'
import { publishedDemands } from '../act/published/publishing.ts'
import { answersRoutes } from './answers/routes.ts'
import { fileRoutes } from './file/routes.ts'
import { frontPage } from './front-page.ts'
import { questionsRoutes } from './knowledge/routes.ts'
import { rateRoutes } from './rate/routes.ts'
import { trackRoutes } from './track/routes.ts'

const column = { name: '12345诉求', description: '提交诉求，查询办理进度，查看公开的答复' }

/** The public's pages of the hotline: filing, following, and what was answered to others. Open to everybody. */
export function hotlinePortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  portal.get(paths.hotline(), async context => {
    const { lines } = await publishedDemands(context.var.work, { q: '', page: 1, size: 5 })
    return shown(context, { title: '12345诉求', column }, frontPage(lines))
  })
  fileRoutes(portal)
  trackRoutes(portal)
  answersRoutes(portal)
  questionsRoutes(portal)
  rateRoutes(portal)
  return portal
}
