import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { today } from '../platform/clock.ts'
import type { Work } from '../platform/work.ts'
import { Bounded } from './bounded.ts'

/** Answers a public page from memory as long as nothing has been done in the house since it was made. */
export type Keep = MiddlewareHandler<{ Variables: { work: Work } }>

interface Kept {
  readonly stamp: string
  /** As it is sent, so that no request encodes it again. */
  readonly body: Uint8Array<ArrayBuffer>
  readonly tag: string
  readonly type: string
}

/** Pages of so many bytes in all are kept. */
const most = 32 * 1024 * 1024

/**
 * Every act of the house adds a row to the trail, so the number of its rows tells whether anything can have changed. The
 * question is asked at most twenty times a second, whoever acted in whichever process: what no longer stands is shown
 * for that long at most.
 */
export function keeping(): Keep {
  const pages = new Bounded<Kept>(most)
  return async (context, next) => {
    const large = getCookie(context, 'large-type') === '1'
    const name = `${large ? '大' : ''} ${context.req.url}`
    const stamp = await stampOf(context.var.work)
    const known = pages.get(name)
    if (known?.stamp === stamp) return answer(context, known)
    await next()
    if (context.res.status !== 200 || context.req.method !== 'GET') return undefined
    const body = new Uint8Array(await context.res.arrayBuffer())
    const type = context.res.headers.get('content-type') ?? 'text/html; charset=utf-8'
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const made = { stamp, body, tag, type }
    pages.set(name, made, body.length + 1000)
    context.res = undefined
    context.res = answer(context, made)
    return undefined
  }
}

function answer(context: Context, { body, tag, type }: Kept): Response {
  const headers = { etag: tag, 'cache-control': 'public, no-cache', vary: 'Cookie', 'content-type': type }
  if (context.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

interface Asked {
  readonly at: number
  readonly stamp: Promise<string>
}
const asked = new WeakMap<Work, Asked>()

/** An answer stands so long, in milliseconds. */
const stands = 50

/** How many acts there are, and the day: one question for all who come while its answer stands. */
function stampOf(work: Work): Promise<string> {
  const last = asked.get(work)
  if (last !== undefined && performance.now() - last.at < stands) return last.stamp
  const question = work.db.selectFrom('audit_head').select('rows').executeTakeFirstOrThrow()
  const stamp = question.then(({ rows }) => `${rows} ${today()}`)
  asked.set(work, { at: performance.now(), stamp })
  stamp.catch(() => asked.delete(work))
  return stamp
}
