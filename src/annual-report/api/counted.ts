import { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { agencyTree } from '../../office/agencies.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { sees } from '../../office/roles.ts'
import { today } from '../../platform/clock.ts'
import { describe, queryIn, wrongForm } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { cellOf, cellsOf } from '../act/counted.ts'
import { countedView, rehearsal } from '../act/rehearsal.ts'
import { restatement } from '../act/restated.ts'
import { cellQuery, countedRoutes } from './counted-told.ts'
import { reportKey } from './views.ts'

const unseen = '没有找到，或者您无权查看。'

/** What the records say of a year, for whoever may see the agency: its count, each cell, restatements, the rehearsal. */
export function countedApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  describe(api, countedRoutes)
  api.get('/reports/:agency/:year/counted', async context => {
    const view = await countedView(context.var.work, await keySeen(context), today())
    return context.json(found(view))
  })
  api.get('/reports/:agency/:year/counted/cell', async context => {
    const key = await keySeen(context)
    const asked = queryIn(context, cellQuery)
    return context.json(found(await cellOf(context.var.work, { ...key, ...asked }, { asOf: today() })))
  })
  api.get('/reports/:agency/:year/restatement', async context =>
    context.json((await restatement(context.var.work, await keySeen(context))) ?? null),
  )
  api.get('/reports/:agency/:year/rehearsal', async context =>
    context.json(found(await rehearsal(context.var.work, await keySeen(context), today()))),
  )
  api.get('/requests/:id/cells', async context => {
    const person = signedIn(context)
    const id = z.uuid().safeParse(context.req.param('id'))
    const cells = id.success ? await cellsOf(context.var.work, id.data, today()) : undefined
    if (cells === undefined || !sees(person, cells.agency, await agencyTree(context.var.work)))
      throw new ProblemError(404, unseen)
    return context.json(cells)
  })
  return api
}

/** The agency and year in the address, where this person may see the agency. @throws ProblemError 400, 401, 404 */
async function keySeen(context: Who) {
  const person = signedIn(context)
  const key = reportKey.safeParse(context.req.param())
  if (!key.success) throw wrongForm(key.error)
  if (!sees(person, key.data.agency, await agencyTree(context.var.work))) throw new ProblemError(404, unseen)
  return key.data
}

function found<T>(view: T | undefined): T {
  if (view === undefined) throw new ProblemError(404, unseen)
  return view
}
