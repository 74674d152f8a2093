import type { Context, MiddlewareHandler } from 'hono'
import { ProblemError } from '../platform/http/problem.ts'
import type { Secrets } from '../platform/secret.ts'
import type { Site } from '../platform/settings.ts'
import { sessionOf } from '../platform/sign-in/sessions.ts'
import type { Work } from '../platform/work.ts'
import { type Person, people } from './people.ts'
import { giveCookie, tokenIn } from './session-cookie.ts'

/** What every handler finds in its context. */
export interface AppEnv {
  Variables: {
    work: Work
    secrets: Secrets
    /** Who is signed in; null for the public. */
    person: Person | null
    session: string | null
    requestId: string
    /** What the site says of itself, where the page is made for a copy that no server stands behind. */
    still?: Site
  }
}

/** Finds out who asks, and hands out the renewed token where it was due. A disabled person is nobody. */
export function whoAsks(): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const token = tokenIn(context)
    const session = token === undefined ? undefined : await sessionOf(context.var.work, token)
    const [person] = session === undefined ? [] : await people(context.var.work, session.person)
    const known = person !== undefined && !person.disabled
    context.set('person', known ? person : null)
    context.set('session', known ? (session?.id ?? null) : null)
    await next()
    // An answer that gives or takes a session of its own has the last word.
    const said = context.res.headers.getSetCookie().some(line => line.includes('gongkai_session='))
    const { renewed } = session ?? {}
    if (known && renewed !== undefined && !said) giveCookie(context, renewed.token, renewed.secondsLeft)
  }
}

/** The person who asks. @throws ProblemError 401 for the public */
export function signedIn(context: Context<AppEnv>): Person {
  const { person } = context.var
  if (person === null) throw new ProblemError(401, '请先登录。填写的内容仍在页面上，登录后可继续。')
  return person
}

/** Who asks, in a handler that finds the signed-in person in it. */
export type Who = Parameters<typeof signedIn>[0]
