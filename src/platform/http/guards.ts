import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { routePath } from 'hono/route'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { log } from '../log.ts'
import { hostOf } from './address.ts'
import { countRequest } from './metrics.ts'
import { type Problem, ProblemError, problem } from './problem.ts'

/** Gives each request a number, logs its end without anybody's data, and counts it. */
export function requestLog(): MiddlewareHandler<{ Variables: { requestId: string } }> {
  return async (context, next) => {
    const requestId = randomUUID().slice(0, 13)
    context.set('requestId', requestId)
    const started = performance.now()
    await next()
    context.res.headers.set('x-request-id', requestId)
    const seconds = (performance.now() - started) / 1000
    const route = routePath(context, -1)
    countRequest(context.req.method, route, context.res.status, seconds)
    const line = { requestId, method: context.req.method, route, status: context.res.status, seconds }
    if (context.res.status >= 500) log.error(line)
    else log.debug(line)
  }
}

/** No inline script, nothing from elsewhere, no framing. The desk's pages may add styles, with a number of their own page. */
export function safeHeaders(): MiddlewareHandler {
  const portal = headersWith(["'self'"])
  const desk = headersWith(["'self'", NONCE])
  return (context, next) => (/^\/desk(\/|$)/.test(context.req.path) ? desk : portal)(context, next)
}

function headersWith(styleSrc: (string | typeof NONCE)[]): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      ...{ defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc, imgSrc: ["'self'", 'data:'] },
      ...{ fontSrc: ["'self'"], connectSrc: ["'self'"], formAction: ["'self'"] },
      ...{ baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })
}

/** Forms and calls that change something come from our own pages; those of Open311 carry a key of their own and no session. */
export function ownPagesOnly(): MiddlewareHandler {
  const own = csrf({
    origin: (origin, context) => URL.canParse(origin) && new URL(origin).host === hostOf(context),
    secFetchSite: 'same-origin',
  })
  return (context, next) => (context.req.path.startsWith('/open311/') ? next() : own(context, next))
}

/** What PostgreSQL answers to U+0000, which no text of it can hold: in a text, and in JSON. */
const unkeepable: ReadonlySet<string> = new Set(['22021', '22P05'])

/** What PostgreSQL answers where two acts crossed: each waited for the other, or both made what may be there once. */
const crossed: ReadonlySet<string> = new Set(['40P01', '40001', '23505', '23P01'])

/** The one place where what was thrown becomes an answer: our fault gets an incident number and a log line. */
export function problemOfError(error: Error, context: Context): Problem {
  if (error instanceof ProblemError) return error.problem
  if ('status' in error && typeof error.status === 'number' && error.status < 500) {
    const detail =
      error.status === 403
        ? '请求不是从本站页面发出的，已拒绝。请刷新页面后重试。'
        : '请求有误，请检查后重试。'
    return problem(error.status, detail)
  }
  if ('code' in error && unkeepable.has(String(error.code))) {
    return problem(400, '填写的内容中有不能保存的字符（空字符），请删去后重试。')
  }
  const incident = context.get('requestId')
  if ('code' in error && crossed.has(String(error.code))) {
    log.warn({ requestId: incident, error: withoutValues(error) })
    return problem(409, '他人同时办理了同一事项，您的操作没有保存。请刷新页面，核对后重试。')
  }
  log.error({ requestId: incident, error: withoutValues(error) })
  return problem(500, `系统出错，没有保存任何改动。请稍后重试；联系管理员时请提供事件编号 ${incident}。`)
}

/** What went wrong and where. Quoted parts of the message are left out: databases and parsers quote what people typed. */
export function withoutValues(error: Error): Readonly<Record<string, unknown>> {
  const { name, message, stack = '' } = error
  const code = 'code' in error ? String(error.code) : undefined
  const places = stack.split('\n').filter(line => /^\s+at /.test(line))
  const said = message.replace(/"[^"]*"|'[^']*'|“[^”]*”|`[^`]*`/g, '…').slice(0, 300)
  return { name, code, message: said, places: places.slice(0, 12) }
}
