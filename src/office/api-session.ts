import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { today } from '../platform/clock.ts'
import { addressOf } from '../platform/http/address.ts'
import { body, describe, does, gives, takes } from '../platform/http/openapi.ts'
import { ProblemError } from '../platform/http/problem.ts'
import { rateLimit } from '../platform/http/rate-limit.ts'
import { setting } from '../platform/settings.ts'
import { endSession, sessionsOf } from '../platform/sign-in/sessions.ts'
import { isRefusal } from '../statute/refusal.ts'
import { agencyTree } from './agencies.ts'
import { forEverybody, forSignedIn } from './api/who.ts'
import { type AppEnv, signedIn } from './env.ts'
import type { Person } from './people.ts'
import { roleLabel } from './roles.ts'
import { giveCookie, takeCookie } from './session-cookie.ts'
import { changeOwnPassword, endOwnSession, signIn } from './sign-in.ts'

const signInForm = z.object({
  name: z.string().trim().toLowerCase().min(1, '请填写登录名').max(40),
  password: z.string().min(1, '请填写密码').max(200),
})

const passwordForm = z.object({ current: z.string().max(200), next: z.string().max(200) })
const meForm = z
  .object({
    ...{ id: z.string(), name: z.string(), signIn: z.string(), demo: z.boolean(), today: z.string() },
    grants: z.array(
      z.object({ role: z.string(), roleLabel: z.string(), agency: z.string(), agencyName: z.string() }),
    ),
  })
  .openapi('Session')
const openForm = z.object({
  ...{ id: z.string(), client: z.string(), createdAt: z.string(), seenAt: z.string(), own: z.boolean() },
})
const tags = ['登录']
const told = [
  {
    method: 'get',
    ...{ path: '/session', summary: '本人和所任角色', tags, ...forSignedIn },
    responses: gives(meForm, '本人'),
  },
  {
    method: 'post',
    ...{ path: '/session', summary: '用登录名和密码登录', tags, ...forEverybody },
    ...{ request: takes(signInForm), responses: gives(meForm, '已登录，会话在 Cookie 中') },
  },
  {
    method: 'delete',
    ...{ path: '/session', summary: '退出登录', tags, ...forSignedIn },
    responses: does('已退出'),
  },
  {
    method: 'get',
    ...{ path: '/sessions', summary: '本人在何处登录', tags, ...forSignedIn },
    responses: gives(z.object({ sessions: z.array(openForm) }), '各处登录，最近的在前'),
  },
  {
    method: 'delete',
    ...{ path: '/sessions/{id}', summary: '结束本人的一处登录', tags, ...forSignedIn },
    ...{ request: { params: z.object({ id: z.uuid() }) }, responses: does('已结束') },
  },
  {
    method: 'post',
    ...{ path: '/password', summary: '修改本人密码', tags, ...forSignedIn },
    ...{ request: takes(passwordForm), responses: does('已修改，其他登录已结束') },
  },
] as const

/** Signing in and out, one's own sessions and password. Open to: the public (sign-in), the signed-in person (the rest). */
export function sessionApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  describe(api, told)
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
    const change = await body(context, passwordForm)
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
