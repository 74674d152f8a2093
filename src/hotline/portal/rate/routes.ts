import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { momentToday } from '../../../platform/clock.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { rateByLink, ratedByLink } from '../../act/callback/rating.ts'
import { type RateTyped, ratePage, rateToldPage } from './pages.ts'

const about = { title: '评价诉求的办理' }

/** Rating by the link of a message: to look at it uses nothing up, since machines look at links before people do. */
export function rateRoutes(portal: Hono<AppEnv>): void {
  const path = paths.rateByLink(':code')
  portal.use(path, async (context, next) => {
    await next()
    context.res.headers.set('cache-control', 'no-store')
    context.res.headers.set('x-robots-tag', 'noindex')
  })
  portal.get(path, rateLimit(60), context => formOr(context, { typed: {} }))
  portal.post(path, rateLimit(20), async context => {
    const { work, secrets } = context.var
    const code = context.req.param('code') ?? ''
    const body = await context.req.parseBody()
    const typed = Object.fromEntries(
      Object.entries(body).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, plainText(value)]] : [],
      ),
    )
    const done = await rateByLink(work, { code, moment: momentToday(), secrets }, typed)
    if (isRefusal(done)) return formOr(context, { typed, refusal: done.message })
    return shown(context, about, rateToldPage('已收到您的评价', '谢谢。热线会据此督促办理单位。'))
  })
}

async function formOr(context: Context<AppEnv>, typed: RateTyped): Promise<Response> {
  const { work, secrets } = context.var
  const code = context.req.param('code') ?? ''
  const found = await ratedByLink(work, { code, moment: momentToday(), secrets })
  if (isRefusal(found)) return shown(context, about, rateToldPage('不能评价', found.message), 410)
  return shown(context, about, ratePage(code, found.record, typed), typed.refusal === undefined ? 200 : 422)
}
