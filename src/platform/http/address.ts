import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Is a proxy before us whose `X-Forwarded` headers are believed? */
function trustsProxy(): boolean {
  return process.env.GONGKAI_TRUST_PROXY === 'on'
}

/** Who asks: the address of the connection, or what a trusted proxy says. Empty inside the process. */
export function addressOf(context: Context): string {
  const told = trustsProxy() ? context.req.header('x-forwarded-for') : undefined
  return told === undefined ? connectedAddress(context) : (told.split(',').at(-1)?.trim() ?? '')
}

/** Does the request come from this machine itself, and not through a proxy on it? */
export function isLocal(context: Context): boolean {
  const passedOn = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
    name => context.req.header(name) !== undefined,
  )
  return !passedOn && /^(|::1|(::ffff:)?127(\.\d+){3})$/.test(connectedAddress(context))
}

/** Does the browser speak TLS? A header that lies about it harms its own sender alone. */
export function isHttps(context: Context): boolean {
  return new URL(context.req.url).protocol === 'https:' || context.req.header('x-forwarded-proto') === 'https'
}

/** The host that the browser asked for, with its port. */
export function hostOf(context: Context): string | undefined {
  return (trustsProxy() ? context.req.header('x-forwarded-host') : undefined) ?? context.req.header('host')
}

/** The address of the site as the browser sees it, without a path. */
export function originOf(context: Context): string {
  return `${isHttps(context) ? 'https' : 'http'}://${hostOf(context) ?? new URL(context.req.url).host}`
}

function connectedAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    return ''
  }
}
