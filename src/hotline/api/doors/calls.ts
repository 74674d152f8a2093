import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { agencyTree } from '../../../office/agencies.ts'
import { idIn } from '../../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { administers } from '../../../office/roles.ts'
import { instantOf, momentToday, today } from '../../../platform/clock.ts'
import { body, describe, queryIn, wrongForm } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { addDays, dayOf } from '../../../statute/day.ts'
import { callsListed } from '../../act/doors/call-list.ts'
import * as acts from '../../act/doors/calls.ts'
import { fingerprintOf } from '../../act/doors/signing.ts'
import {
  callForm,
  callRoutes,
  callsQuery,
  finishForm,
  mineQuery,
  recordingForm,
  simulatedForm,
} from './call-forms.ts'
import { jsonIn, signedRequest } from './signed.ts'

/** So long an agent's screen waits for something new. */
const noCall = '没有这个来电。'
const patienceMilliseconds = 6000
const lookMilliseconds = 1000

/** Calls over HTTP: told by the exchange, seen by the agent, listed for the supervisor. */
export function callsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, callRoutes)
  api.post('/hotline/inbound/calls', told)
  api.get('/hotline/calls/mine', mine)
  api.get('/hotline/calls', listed)
  api.post('/hotline/calls/simulated', simulated)
  api.post('/hotline/calls/:id/take', async context => {
    const by = { ...doing(context), agent: signedIn(context) }
    return context.json(orThrow(await acts.takeCall(context.var.work, idIn(context, noCall), by)))
  })
  api.post('/hotline/calls/:id/demand', async context => {
    const id = idIn(context, noCall)
    const { demand } = await body(context, finishForm)
    orThrow(await acts.finishCall(context.var.work, { id, demand }, signedIn(context)))
    return context.body(null, 204)
  })
  api.post('/hotline/calls/:id/recording', async context => {
    const id = idIn(context, noCall)
    const { reason } = await body(context, recordingForm)
    const reading = { ...doing(context), reader: signedIn(context) }
    return context.json(orThrow(await acts.openRecording(context.var.work, { id, reason }, reading)))
  })
  return api
}

async function listed(context: Who): Promise<Response> {
  const { work, secrets } = context.var
  const { from, to, ...asked } = queryIn(context, callsQuery)
  const span = {
    from: instantOf(from === undefined ? addDays(today(), -30) : dayOf(from), '00:00:00'),
    to: instantOf(addDays(to === undefined ? today() : dayOf(to), 1), '00:00:00'),
  }
  return context.json(await callsListed(work, { ...asked, ...span }, { reader: signedIn(context), secrets }))
}

async function simulated(context: Who): Promise<Response> {
  const { agency, number } = await body(context, simulatedForm)
  const tree = await agencyTree(context.var.work)
  if (!administers(signedIn(context), agency, tree))
    throw new ProblemError(403, '模拟来电由该机构的系统管理员办理。')
  const telling = {
    agency,
    number,
    call: `simulated ${randomUUID()}`,
    event: 'ringing',
    simulated: true,
  } as const
  return context.json(
    orThrow(await acts.tellCall(context.var.work, { ...telling, agent: '', recording: '' }, doing(context))),
    201,
  )
}

async function told(context: Who): Promise<Response> {
  const { client, body: text } = await signedRequest(context, 'exchange')
  const said = callForm.safeParse(jsonIn(text))
  if (!said.success) throw wrongForm(said.error)
  const telling = { ...said.data, agency: client.agency, simulated: false }
  return context.json(orThrow(await acts.tellCall(context.var.work, telling, doing(context))))
}

/** Answers at once with what is new; where nothing is, waits for it, so that a hundred screens ask seldom and see a call at once. */
async function mine(context: Who): Promise<Response> {
  const { work } = context.var
  const agent = signedIn(context)
  const { seen } = queryIn(context, mineQuery)
  const until = Date.now() + patienceMilliseconds
  for (;;) {
    const calls = await acts.callsFor(work, agent, doing(context))
    const stamp = fingerprintOf(JSON.stringify(calls)).slice(0, 16)
    if (stamp !== seen || Date.now() >= until || context.req.raw.signal.aborted)
      return context.json({ stamp, calls })
    await new Promise(resolve => setTimeout(resolve, lookMilliseconds))
  }
}

const doing = (context: Who) => ({ moment: momentToday(), secrets: context.var.secrets })
