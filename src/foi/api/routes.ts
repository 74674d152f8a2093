import { OpenAPIHono } from '@hono/zod-openapi'
import { agenciesSeen } from '../../office/agencies.ts'
import { orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { holds } from '../../office/roles.ts'
import { today } from '../../platform/clock.ts'
import { body, describe, queryIn } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { handOverAll } from '../act/hands.ts'
import { lodge } from '../act/lodge.ts'
import { deskChoices } from '../act/views/choices.ts'
import { register } from '../act/views/register.ts'
import { requestsToday } from '../act/views/today.ts'
import { caseRoutes } from './case-routes.ts'
import { reading } from './doing.ts'
import { lodgingForm, registerQuery } from './forms.ts'
import { givingRoutes } from './giving.ts'
import { recordCorrectionRoutes } from './records.ts'
import { askedOf } from './register.ts'
import { statisticsRoutes } from './statistics.ts'
import { stepRoutes } from './step-routes.ts'
import { foiRoutes, handOverForm } from './told.ts'
import { warnedRoutes } from './warned.ts'

/** Requests over HTTP, for the staff: validate, authorise by the table of steps, act, present. */
export function foiApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  describe(api, foiRoutes)
  api.get('/requests', async context => {
    const query = queryIn(context, registerQuery)
    return context.json(await register(context.var.work, askedOf(query), reading(context)))
  })
  api.post('/requests', async context => {
    const by = signedIn(context)
    const lodging = await body(context, lodgingForm)
    if (!holds(by, 'officer', lodging.agency)) throw new ProblemError(403, '登记申请由本机关的公开专员办理。')
    const { work, secrets } = context.var
    return context.json(orThrow(await lodge(work, lodging, { by, today: today(), secrets })), 201)
  })
  api.get('/requests/choices', async context =>
    context.json(await deskChoices(context.var.work, signedIn(context))),
  )
  api.get('/requests/today', async context =>
    context.json(await requestsToday(context.var.work, reading(context), context.req.query('agency'))),
  )
  api.post('/requests/hand-over', async context => {
    const by = signedIn(context)
    const { to, reason, ...which } = await body(context, handOverForm)
    const seen = (await agenciesSeen(context.var.work, by, which.agency)).map(({ code }) => code)
    if (seen.length === 0 || !by.grants.some(({ agency }) => agency === which.agency))
      throw new ProblemError(403, '移交由本机关的人员办理。')
    const asked = { ...which, by, today: today() }
    return context.json(await handOverAll(context.var.work, asked, { to, reason }))
  })
  warnedRoutes(api)
  statisticsRoutes(api)
  caseRoutes(api)
  givingRoutes(api)
  recordCorrectionRoutes(api)
  stepRoutes(api)
  return api
}
