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
 * question is asked for every page, but once for all that wait: nobody is shown what no longer stands.
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

interface Asking {
  running?: Promise<string> | undefined
  next?: Promise<string> | undefined
}
const asking = new WeakMap<Work, Asking>()

/** How many acts there are, and the day: one question for all who come while the last one is answered. */
function stampOf(work: Work): Promise<string> {
  const state = asking.get(work) ?? {}
  asking.set(work, state)
  if (state.running !== undefined) {
    state.next ??= state.running.then(
      () => askAgain(work, state),
      () => askAgain(work, state),
    )
    return state.next
  }
  const question = work.db.selectFrom('audit_head').select('rows').executeTakeFirstOrThrow()
  state.running = question
    .then(({ rows }) => `${rows} ${today()}`)
    .finally(() => {
      state.running = undefined
    })
  return state.running
}

function askAgain(work: Work, state: Asking): Promise<string> {
  state.next = undefined
  return stampOf(work)
}
