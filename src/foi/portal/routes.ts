import { Hono } from 'hono'
import type { AppEnv } from '../../office/env.ts'
import { shown } from '../../office/portal/shown.ts'
import { keeping } from '../../web/kept.ts'
import { paths } from '../../web/paths.ts'
import { publishedAnswers } from '../act/publishing.ts'
import { answersRoutes } from './answers/routes.ts'
import type { LookElsewhere } from './ask/look.ts'
import { askRoutes } from './ask/routes.ts'
import { guidePage } from './guide-page.ts'
import { recordRoutes } from './records/routes.ts'
import { trackRoutes } from './track/routes.ts'

const column = { name: '依申请公开', description: '怎样申请政府信息公开，查询办理进度' }

/** The public's pages of requests: asking, tracking, and what was answered and published. Open to everybody. */
export function foiPortal(elsewhere: LookElsewhere): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  const keep = keeping()
  portal.get(paths.requests(), keep, async context => {
    const query = { q: '', agency: undefined, page: 1, size: 5 }
    const { lines } = await publishedAnswers(context.var.work, query)
    return shown(context, { title: '依申请公开', column }, guidePage(lines))
  })
  askRoutes(portal, elsewhere)
  trackRoutes(portal)
  recordRoutes(portal)
  answersRoutes(portal, keep)
  return portal
}
