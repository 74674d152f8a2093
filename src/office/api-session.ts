import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { today } from '../platform/clock.ts'
import { addressOf } from '../platform/http/address.ts'
import { body } from '../platform/http/openapi.ts'
import { ProblemError } from '../platform/http/problem.ts'
import { rateLimit } from '../platform/http/rate-limit.ts'
import { endSession, sessionsOf } from '../platform/sessions.ts'
import { setting } from '../platform/settings.ts'
import { isRefusal } from '../statute/refusal.ts'
import { agencyTree } from './agencies.ts'
import { type AppEnv, signedIn } from './env.ts'
import type { Person } from './people.ts'
import { roleLabel } from './roles.ts'
import { giveCookie, takeCookie } from './session-cookie.ts'
import { changeOwnPassword, endOwnSession, signIn } from './sign-in.ts'

const signInForm = z.object({
  name: z.string().trim().toLowerCase().min(1, '请填写登录名').max(40),
  password: z.string().min(1, '请填写密码').max(200),
})

/** Signing in and out, one's own sessions and password. Open to: the public (sign-in), the signed-in person (the rest). */
export function sessionApi(): Hono<AppEnv> {
  const api = new Hono<AppEnv>()
  api.get('/session', async context => context.json(await me(context, signedIn(context))))
  api.post('/session', rateLimit(30), async context => {
    const { name, password } = await body(context, signInForm)
    const client = context.req.header('user-agent') ?? ''
    const attempt = { signIn: name, password, client, address: addressOf(context) }
    const result = await signIn(context.var.work, attempt)
    if (isRefusal(result)) throw new ProblemError(401, result.message)
    await leaveBefore(context)
    giveCookie(context, result.token)
    return context.json(await me(context, result.person))
  })
  api.delete('/session', async context => {
    const person = signedIn(context)
    if (context.var.session !== null) await endOwnSession(context.var.work, person, context.var.session)
    takeCookie(context)
    return context.body(null, 204)
  })
  api.get('/sessions', async context => {
    const sessions = await sessionsOf(context.var.work, signedIn(context).id)
    return context.json({
      sessions: sessions.map(each => ({ ...each, own: each.id === context.var.session })),
    })
  })
  api.delete('/sessions/:id', async context => {
    const id = z.uuid().safeParse(context.req.param('id'))
    const ended = id.success && (await endSession(context.var.work, signedIn(context).id, id.data))
    if (!ended) throw new ProblemError(404, '没有这个登录记录，可能已经退出。')
    return context.body(null, 204)
  })
  api.post('/password', async context => {
    const change = await body(context, z.object({ current: z.string().max(200), next: z.string().max(200) }))
    const result = await changeOwnPassword(context.var.work, signedIn(context), change)
    if (isRefusal(result)) throw ProblemError.of(result)
    return context.body(null, 204)
  })
  return api
}

/** Whoever signs in anew leaves the session that the browser had before: no token outlives a sign-in. */
export async function leaveBefore(context: Context<AppEnv>): Promise<void> {
  const { work, person, session } = context.var
  if (person !== null && session !== null) await endOwnSession(work, person, session)
}

async function me(context: Context<AppEnv>, person: Person) {
  const { work } = context.var
  const [tree, site] = await Promise.all([agencyTree(work), setting(work.db, 'site')])
  const names = new Map(tree.map(({ code, name }) => [code, name]))
  return {
    ...{ id: person.id, name: person.name, signIn: person.signIn, demo: site.demo, today: today() },
    grants: person.grants.map(({ role, agency }) => ({
      ...{ role, roleLabel: roleLabel[role], agency, agencyName: names.get(agency) ?? agency },
    })),
  }
}
