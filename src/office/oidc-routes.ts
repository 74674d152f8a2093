import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { isHttps, originOf } from '../platform/http/address.ts'
import { body, describe, gives, takes } from '../platform/http/openapi.ts'
import { ProblemError } from '../platform/http/problem.ts'
import { rateLimit } from '../platform/http/rate-limit.ts'
import { setting } from '../platform/settings.ts'
import { tokenHash } from '../platform/sign-in/sessions.ts'
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts'
import { apiPaths, deskPaths } from '../web/paths.ts'
import { forEverybody, forRoles } from './api/who.ts'
import { leaveBefore } from './api-session.ts'
import { type AppEnv, signedIn } from './env.ts'
import { enterIdentity, identityOf, personOfIdentity } from './identity.ts'
import { beginTrip, endTrip, type IdentityService, serviceOf, type Trip } from './oidc.ts'
import { holdsAnywhere } from './roles.ts'
import { giveCookie } from './session-cookie.ts'
import { beginSession, noteRefused } from './sign-in.ts'

const tripSeconds = 600
const tripPurpose = 'sign-in trip'
const refusalPurpose = 'sign-in refusal'
const tripForm = z.object({
  ...{ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string(), until: z.number() },
})

const identityForm = z.object({
  identity: z.string().trim().min(1, '请填写身份标识').max(255, '身份标识过长').nullable(),
})
const tags = ['登录']
const goesOn = { 302: { description: '转到下一个页面；不能登录时回到登录页并说明原因' } }
const ofPerson = z.object({ id: z.uuid() })
const administrators = forRoles('administrator')
const told = [
  {
    method: 'get',
    ...{ path: '/session/oidc', summary: '用统一身份认证登录', tags, ...forEverybody },
    ...{ request: { query: z.object({ back: z.string().optional() }) }, responses: goesOn },
  },
  {
    method: 'get',
    ...{ path: '/session/oidc/callback', summary: '统一身份认证的返回地址', tags },
    ...{ ...forEverybody, responses: goesOn },
  },
  {
    method: 'get',
    ...{ path: '/people/{id}/identity', summary: '人员的身份标识', tags: ['人员和角色'] },
    ...{ ...administrators, request: { params: ofPerson }, responses: gives(identityForm, '身份标识') },
  },
  {
    method: 'put',
    ...{ path: '/people/{id}/identity', summary: '登记人员的身份标识', tags: ['人员和角色'] },
    ...{ ...administrators, request: { params: ofPerson, ...takes(identityForm) } },
    responses: gives(identityForm, '已登记'),
  },
] as const

/** Signing in through the government's identity service, and the marks of people there. Open to: the public; administrators. */
export function identityRoutes(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  describe(api, told)
  api.get('/session/oidc', rateLimit(30), async context => {
    const service = await serviceIn(context)
    if (isRefusal(service)) return refused(context, service)
    const begun = await beginTrip(service, callbackOf(context), backIn(context.req.query('back')))
    if (isRefusal(begun)) return refused(context, begun)
    remember(context, begun.trip)
    return context.redirect(begun.address, 302)
  })
  api.get('/session/oidc/callback', rateLimit(30), async context => {
    const trip = remembered(context)
    const service = await serviceIn(context)
    if (isRefusal(service)) return refused(context, service)
    if (trip === undefined) return refused(context, refuse('这次登录已过期或已经用过，请重新登录。'))
    const cameBackTo = new URL(`${callbackOf(context)}${new URL(context.req.url).search}`)
    const told = await endTrip(service, cameBackTo, trip)
    if (isRefusal(told)) return refused(context, told)
    const refusal = await enter(context, told.identity)
    return refusal === undefined ? context.redirect(trip.back, 302) : refused(context, refusal)
  })
  api.get('/people/:id/identity', async context => {
    const id = administered(context)
    return context.json({ identity: await identityOf(context.var.work, id) })
  })
  api.put('/people/:id/identity', async context => {
    const id = administered(context)
    const { identity } = await body(context, identityForm)
    const entered = await enterIdentity(context.var.work, id, identity, signedIn(context))
    if (isRefusal(entered)) throw ProblemError.of(entered)
    return context.json(entered)
  })
  return api
}

function administered(context: Context<AppEnv>): string {
  if (!holdsAnywhere(signedIn(context), 'administrator'))
    throw new ProblemError(403, '身份标识由系统管理员登记。')
  const id = z.uuid().safeParse(context.req.param('id'))
  if (!id.success) throw new ProblemError(404, '没有这个人。')
  return id.data
}

async function serviceIn(context: Context<AppEnv>): Promise<IdentityService | Refusal> {
  const { work, secrets } = context.var
  return (
    serviceOf(await setting(work.db, 'oidc'), secrets) ??
    refuse('本平台没有设置统一身份认证。请用登录名和密码登录。')
  )
}

async function enter(context: Context<AppEnv>, identity: string): Promise<Refusal | undefined> {
  const { work } = context.var
  const person = await personOfIdentity(work, identity)
  if (person === undefined || person.disabled) {
    await noteRefused(work, person?.id ?? tokenHash(identity).slice(0, 12), 'identity')
    return refuse(
      person === undefined
        ? `您已通过统一身份认证，但本平台尚未登记您的身份标识“${identity}”。请把这个标识告诉系统管理员，由其在“人员”中登记后再登录。`
        : '您的账户已停用。如需恢复，请联系系统管理员。',
    )
  }
  const client = context.req.header('user-agent') ?? ''
  const token = await beginSession(work, person, { client, door: 'identity' })
  await leaveBefore(context)
  giveCookie(context, token)
  return undefined
}

function callbackOf(context: Context): string {
  return `${originOf(context)}${apiPaths.oidcCallback()}`
}

/** Only into our own desk, never to another site. */
function backIn(told: string | undefined): string {
  return told !== undefined && /^\/desk(\/[\w\-./]*)?(\?[\w\-./=&%]*)?$/.test(told) ? told : deskPaths.today()
}

/** The reason travels sealed, so that nobody else's link can put words on the sign-in page. */
function refused(context: Context<AppEnv>, { message }: Refusal): Response {
  const sealed = context.var.secrets.seal(refusalPurpose, message)
  return context.redirect(deskPaths.signIn(undefined, sealed), 302)
}

/** Why signing in just failed; undefined where these are not our own words. */
export function openRefusal(context: Context<AppEnv>, sealed: string): string | undefined {
  return context.var.secrets.open(refusalPurpose, sealed)
}

function cookieName(context: Context): string {
  return isHttps(context) ? '__Host-gongkai_trip' : 'gongkai_trip'
}

function remember(context: Context<AppEnv>, trip: Trip): void {
  const until = Date.now() + tripSeconds * 1000
  const sealed = context.var.secrets.seal(tripPurpose, JSON.stringify({ ...trip, until }))
  setCookie(context, cookieName(context), sealed, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isHttps(context), maxAge: tripSeconds },
  })
}

/** What was remembered, once: the cookie goes with the answer. */
function remembered(context: Context<AppEnv>): Trip | undefined {
  const sealed = getCookie(context, cookieName(context)) ?? ''
  deleteCookie(context, cookieName(context), { path: '/', secure: isHttps(context) })
  const text = context.var.secrets.open(tripPurpose, sealed)
  const trip = text === undefined ? undefined : tripForm.parse(JSON.parse(text))
  return trip === undefined || trip.until < Date.now() ? undefined : trip
}
