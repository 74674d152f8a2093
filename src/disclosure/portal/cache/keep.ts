import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../../../office/env.ts'
import { caughtUp } from './moves.ts'
import type { KeptPage } from './pages.ts'

/** Answers a page of the shelf from memory until what it depends on moves. */
export type ShelfKeep = MiddlewareHandler<AppEnv>

interface Told {
  readonly address: string
  readonly tags: readonly string[]
}
const told = new WeakMap<Request, Told>()

/**
 * Says what the page that is being made depends on (`shelfTag`), and its own address. A page of which nothing is said is not
 * kept, nor one that was asked for under another writing of its address: nobody fills the memory with inventions.
 */
export function dependsOn(context: Context<AppEnv>, address: string, tags: readonly string[]): void {
  told.set(context.req.raw, { address, tags })
}

/** Keeps what the handlers behind it make, by address and size of type. */
export function shelfKept(): ShelfKeep {
  return async (context, next) => {
    if (context.var.still !== undefined) return next()
    const pages = await caughtUp(context.var.work)
    const name = `${getCookie(context, 'large-type') === '1' ? '大' : ''} ${context.req.url}`
    const known = pages.get(name)
    if (known !== undefined) return answer(context, known)
    const { moves } = pages
    await next()
    const { status } = context.res
    if (context.req.method !== 'GET' || (status !== 200 && status !== 410)) return undefined
    const about = told.get(context.req.raw)
    const page = await pageOf(context.res, status)
    if (about !== undefined && sameAddress(context.req.url, about.address) && moves === pages.moves) {
      pages.keep(name, page, about.tags)
    }
    context.res = undefined
    context.res = answer(context, page)
    return undefined
  }
}

function sameAddress(asked: string, own: string): boolean {
  const { pathname, search } = new URL(asked)
  return plainly(pathname + search) === plainly(own)
}

/** The address in plain letters; as it is where its signs make no letters, which anybody can ask for. */
function plainly(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

async function pageOf(response: Response, status: 200 | 410): Promise<KeptPage> {
  const body = new Uint8Array(await response.arrayBuffer())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const type = response.headers.get('content-type') ?? 'text/html; charset=utf-8'
  return { body, etag, type, status }
}

function answer(context: Context<AppEnv>, { body, etag, type, status }: KeptPage): Response {
  const headers = { etag, 'cache-control': 'public, no-cache', vary: 'Cookie', 'content-type': type }
  if (context.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { status, headers })
}
