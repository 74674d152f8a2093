import type { OpenAPIHono } from '@hono/zod-openapi'
import { idIn } from '../../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { body, describe, queryIn, wrongForm } from '../../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../../platform/http/problem.ts'
import * as clients from '../../act/doors/clients.ts'
import { filedDemand, fileForClient } from '../../act/doors/filing.ts'
import { fingerprintOf } from '../../act/doors/signing.ts'
import * as subscriptions from '../../act/doors/subscriptions.ts'
import { areaHandlers, areaRoutes } from './area.ts'
import {
  clientForm,
  clientRoutes,
  deliveriesQuery,
  inboundForm,
  inboundRoutes,
  resendForm,
  subscriptionForm,
} from './forms.ts'
import { jsonIn, signedRequest } from './signed.ts'

const idOf = (context: Who) => idIn(context, '没有这个接入方或者这件诉求。')

/** The doors of the hotline over HTTP: for the administrator, and for systems that sign. */
export function doorsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, [...clientRoutes, ...inboundRoutes, ...areaRoutes])
  areaHandlers(api)
  clientHandlers(api)
  api.post('/hotline/inbound/demands', filed)
  api.get('/hotline/inbound/demands/:id', async context => {
    const { client } = await signedRequest(context, 'system')
    const found = await filedDemand(context.var.work, client, idOf(context))
    if (found === undefined) throw new ProblemError(404, '没有这件诉求，或者不是由本接入方登记的。')
    return context.json(found)
  })
  return api
}

function clientHandlers(api: OpenAPIHono<AppEnv>): void {
  api.get('/hotline/clients', async context => {
    const { work, secrets } = context.var
    const lines = await clients.clientsOf(work, signedIn(context))
    const ids = lines.map(({ id }) => id)
    return context.json({
      clients: lines,
      subscriptions: await subscriptions.subscriptionsOf(work, ids, secrets),
    })
  })
  api.post('/hotline/clients', async context => {
    const making = await body(context, clientForm)
    return context.json(orThrow(await clients.makeClient(context.var.work, making, doing(context))), 201)
  })
  api.post('/hotline/clients/:id/key', async context =>
    context.json(orThrow(await clients.renewKey(context.var.work, idOf(context), doing(context)))),
  )
  api.post('/hotline/clients/:id/revoke', async context => {
    orThrow(await clients.revokeClient(context.var.work, idOf(context), doing(context)))
    return context.body(null, 204)
  })
  api.post('/hotline/clients/:id/subscriptions', async context => {
    const asked = { ...(await body(context, subscriptionForm)), client: idOf(context) }
    return context.json(
      orThrow(await subscriptions.subscribeClient(context.var.work, asked, doing(context))),
      201,
    )
  })
  api.post('/hotline/subscriptions/:id/end', async context => {
    orThrow(await subscriptions.endSubscription(context.var.work, idOf(context), doing(context)))
    return context.body(null, 204)
  })
  api.get('/hotline/deliveries', async context => {
    const asked = queryIn(context, deliveriesQuery)
    return context.json(await subscriptions.deliveriesOf(context.var.work, signedIn(context), asked))
  })
  api.post('/hotline/deliveries/resend', async context => {
    const { ids } = await body(context, resendForm)
    return context.json(await subscriptions.resendDeliveries(context.var.work, ids, doing(context)))
  })
}

async function filed(context: Who): Promise<Response> {
  const { client, once, body: text } = await signedRequest(context, 'system')
  if (once === '' || once.length > 200)
    throw new ProblemError(400, '请用 Idempotency-Key 给出本件的编号，不超过 200 个字符。')
  const said = inboundForm.safeParse(jsonIn(text))
  if (!said.success) throw wrongForm(said.error)
  const { service, ...demand } = said.data
  const about = { service, lat: null, long: null, mediaUrl: '', once, fingerprint: fingerprintOf(text) }
  const { work, secrets } = context.var
  const by = { moment: momentToday(), secrets }
  const receipt = orThrow(await fileForClient(work, { client, filing: { ...about, demand } }, by))
  if (!('kind' in receipt)) return context.json(receipt, 201)
  const told = problem(429, `提交过于频繁，请在 ${receipt.seconds} 秒后再试。`)
  return problemResponse(told, { 'retry-after': String(receipt.seconds) })
}

function doing(context: Who): clients.ClientDoing {
  return { by: signedIn(context), moment: momentToday(), secrets: context.var.secrets }
}
