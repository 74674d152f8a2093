import type { OpenAPIHono } from '@hono/zod-openapi'
import { officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { body, describe, queryIn } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { csvOf, sheetFile } from '../../web/sheet.ts'
import { startItem } from '../act/drafting.ts'
import { itemChoices } from '../act/views/choices.ts'
import { type ItemQuery, itemLines, withheldLedger } from '../act/views/lines.ts'
import { itemsToday } from '../act/views/today.ts'
import { itemReading } from './doing.ts'
import { oneItemRoutes } from './item-routes.ts'
import { itemQuery, itemsAsked } from './query.ts'
import { itemTable } from './sheet.ts'
import { beginningForm, itemRoutes } from './told.ts'

/** Items over HTTP, for the staff: validate, authorise by the table of steps, act, present. */
export function itemsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, itemRoutes)
  api.get('/items', async context =>
    context.json(await itemLines(context.var.work, asked(context), itemReading(context))),
  )
  api.post('/items', async context => {
    const by = signedIn(context)
    const beginning = await body(context, beginningForm)
    const { id } = orThrow(await startItem(context.var.work, { by, today: today() }, beginning))
    return context.json({ id }, 201)
  })
  api.get('/items/sheet/:kind', async context => {
    const kind = context.req.param('kind')
    if (kind !== 'csv' && kind !== 'xlsx') throw new ProblemError(404, '没有这种格式。')
    const table = await itemTable(context.var.work, asked(context), itemReading(context))
    return await sheetFile(context, kind === 'csv' ? csvOf(table) : table, '主动公开信息')
  })
  api.get('/items/choices', async context =>
    context.json(await itemChoices(context.var.work, signedIn(context))),
  )
  api.get('/items/today', async context =>
    context.json(await itemsToday(context.var.work, itemReading(context), context.req.query('agency'))),
  )
  api.get('/items/withheld', async context =>
    context.json(await withheldLedger(context.var.work, asked(context), itemReading(context))),
  )
  oneItemRoutes(api)
  return api
}

/** What the address asks. @throws ProblemError 401 before anything, 400 where it is out of form */
function asked(context: Who): ItemQuery {
  signedIn(context)
  const query = queryIn(context, itemQuery)
  return itemsAsked(query)
}
