import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { ProblemError } from '../platform/http/problem.ts'
import { sessionOf } from '../platform/sessions.ts'
import type { Work } from '../platform/work.ts'
import { type Person, people } from './people.ts'

/** What every handler finds in its context. */
export interface AppEnv {
  Variables: {
    work: Work
    /** Who is signed in; null for the public. */
    person: Person | null
    session: string | null
    requestId: string
  }
}

/** The name of the session's cookie. */
export const sessionCookie = 'gongkai_session'

/** Finds out who asks. A disabled person is nobody. */
export function whoAsks(): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const token = getCookie(context, sessionCookie)
    const session = token === undefined ? undefined : await sessionOf(context.var.work, token)
    const [person] = session === undefined ? [] : await people(context.var.work, session.person)
    const known = person !== undefined && !person.disabled
    context.set('person', known ? person : null)
    context.set('session', known ? (session?.id ?? null) : null)
    await next()
  }
}

/** The person who asks. @throws ProblemError 401 for the public */
export function signedIn(context: Context<AppEnv>): Person {
  const { person } = context.var
  if (person === null) throw new ProblemError(401, '请先登录。填写的内容仍在页面上，登录后可继续。')
  return person
}
