import type { OpenAPIHono } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import type { Receipt } from '../../foi/act/lodge.ts'
import { idIn } from '../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { body, describe, queryIn } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { DemandDone } from '../act/act.ts'
import { registerAnswered } from '../act/knowledge/answering.ts'
import { convertToRequest } from '../act/requests/converting.ts'
import { demandView, openCaller } from '../act/views/demand.ts'
import { demandsCsv } from '../act/views/export.ts'
import { demandQueue, instructionRegister } from '../act/views/queue.ts'
import type { DemandView } from '../view.ts'
import { demandIn, readAsList, unseenDemand } from './demand-in.ts'
import { demandTakers, isDemandStep } from './takers.ts'
import {
  conversionForm,
  demandRoutes,
  instructionsQuery,
  openingForm,
  queueQuery,
  registeringForm,
} from './told.ts'

/** Demands over HTTP, for the staff: validate, authorise by the table of steps, act, present. */
export function hotlineApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, demandRoutes)
  api.get('/demands', async context => {
    const reading = { reader: signedIn(context), moment: momentToday() }
    const page = await demandQueue(context.var.work, queryIn(context, queueQuery), reading)
    return context.json(await readAsList(context, page))
  })
  api.get('/hotline/instructions', async context =>
    context.json(
      await instructionRegister(context.var.work, queryIn(context, instructionsQuery), signedIn(context)),
    ),
  )
  api.get('/demands.csv', async context => {
    const reading = { reader: signedIn(context), moment: momentToday() }
    const pieces = orThrow(await demandsCsv(context.var.work, queryIn(context, queueQuery), reading))
    context.header('content-type', 'text/csv; charset=utf-8')
    context.header('content-disposition', namedFile('12345热线诉求.csv'))
    return stream(context, async out => {
      for await (const piece of pieces) {
        if (out.aborted) return
        await out.write(piece)
      }
    })
  })
  api.post('/demands', async context => {
    const { work, secrets } = context.var
    const by = signedIn(context)
    const registering = await body(context, registeringForm)
    return context.json(
      orThrow(await registerAnswered(work, registering, { by, moment: momentToday(), secrets })),
      201,
    )
  })
  api.get('/demands/:id', async context => context.json(await seen(context)))
  api.post('/demands/:id/steps/:step', takeStep)
  api.post('/demands/:id/conversion', convert)
  api.post('/demands/:id/caller', async context => {
    const { work, secrets } = context.var
    const { id } = (await demandIn(context)).demand
    const { reason } = await body(context, openingForm)
    const reading = { reader: signedIn(context), moment: momentToday() }
    const caller = orThrow(await openCaller(work, { id, ...reading, secrets }, reason))
    if (caller === undefined) throw new ProblemError(404, '没有登记来电人，或者已不能读取。')
    return context.json(caller)
  })
  return api
}

async function takeStep(context: Who): Promise<Response> {
  const { work } = context.var
  const by = signedIn(context)
  const step = context.req.param('step') ?? ''
  if (!isDemandStep(step)) throw new ProblemError(404, '没有这个环节。')
  const { id } = (await demandIn(context)).demand
  const take = await demandTakers[step].taken(context, { id, by, moment: momentToday() })
  return await shownAfter(context, id, await take(work))
}

/** Turns it into a request for information; the answer carries the request's number and code besides. */
async function convert(context: Who): Promise<Response> {
  const { work, secrets } = context.var
  const by = signedIn(context)
  const { id } = (await demandIn(context)).demand
  const { version, ...told } = await body(context, conversionForm)
  const doing = { id, by, moment: momentToday(), version, secrets }
  const { done, receipt } = await convertToRequest(work, doing, told)
  return await shownAfter(context, id, done, receipt)
}

/** The demand after a step. @throws ProblemError 409 where somebody was faster */
async function shownAfter(
  context: Who,
  id: string,
  result: DemandDone,
  receipt?: Receipt,
): Promise<Response> {
  const done = orThrow(result)
  if ('kind' in done) {
    const { version } = done.standing
    const said = '他人刚刚办理过这件诉求。您填写的内容仍在页面上，请看过最新情况后再办理。'
    throw new ProblemError(409, said, { version })
  }
  const { work, secrets } = context.var
  // Who returned it sees it no longer, and is told that it is done.
  const view = await demandView(work, id, { reader: signedIn(context), moment: momentToday(), secrets })
  return context.json({ ...(view ?? { standing: done }), ...(receipt && { receipt }) })
}

async function seen(context: Who): Promise<DemandView> {
  const { work, secrets } = context.var
  const view = await demandView(work, idIn(context, unseenDemand), {
    reader: signedIn(context),
    moment: momentToday(),
    secrets,
  })
  if (view === undefined) throw new ProblemError(404, unseenDemand)
  return view
}
