import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isHttps } from '../platform/http/address.ts'
import { sessionLife } from '../platform/sign-in/sessions.ts'

/** Over TLS the browser itself refuses a cookie of this name that another host or a plain connection tries to set. */
function nameOf(context: Context): string {
  return isHttps(context) ? '__Host-gongkai_session' : 'gongkai_session'
}

/** The session's token that the browser shows; undefined where it has none. */
export function tokenIn(context: Context): string | undefined {
  return getCookie(context, nameOf(context))
}

/** Hands the browser its session; scripts cannot read it. */
export function giveCookie(
  context: Context,
  token: string,
  seconds: number = sessionLife.longestSeconds,
): void {
  setCookie(context, nameOf(context), token, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(context), maxAge: seconds },
  })
}

/** Takes the session from the browser. */
export function takeCookie(context: Context): void {
  deleteCookie(context, nameOf(context), { path: '/', secure: isHttps(context) })
}
