import type { OpenAPIHono } from '@hono/zod-openapi'
import { agenciesSeen } from '../../../office/agencies.ts'
import { idIn } from '../../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { worksAt } from '../../../office/roles.ts'
import { momentToday, today } from '../../../platform/clock.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { importDuties } from '../../act/duties/importing.ts'
import { askToLearn, unitLearning } from '../../act/duties/learning.ts'
import { addToDuties, changeDuty, dutyList } from '../../act/duties/listing.ts'
import { decideProposals, proposalsSeen } from '../../act/duties/proposals.ts'
import { suggestFor, suggestUnit } from '../../act/duties/suggesting.ts'
import { demandSeen } from '../../act/views/demand.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { demandIn } from '../demand-in.ts'
import {
  dutiesQuery,
  dutyChangeForm,
  dutyDecisionsForm,
  dutyForm,
  dutyRoutes,
  pastedForm,
  suggestionForm,
  suggestionsForm,
  unitTrainingForm,
} from './forms.ts'

/** The duties list, what proposes to change it, and what it suggests, over HTTP. */
export function hotlineDutiesApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, dutyRoutes)
  api.get('/hotline/duties', async context => {
    const { page: number, size, ...asked } = queryIn(context, dutiesQuery)
    const reading = { reader: signedIn(context), today: today() }
    const lines = await dutyList(context.var.work, reading, asked)
    return context.json({ lines: lines.slice((number - 1) * size, number * size), total: lines.length })
  })
  api.post('/hotline/duties', async context => {
    const { hotline, ...told } = await body(context, dutyForm)
    const doing = { hotline, by: signedIn(context) }
    return context.json({ id: orThrow(await addToDuties(context.var.work, doing, told)) }, 201)
  })
  api.post('/hotline/duties/pasted', async context => {
    const { hotline, text } = await body(context, pastedForm)
    return context.json(
      orThrow(await importDuties(context.var.work, { hotline, by: signedIn(context) }, text)),
    )
  })
  api.post('/hotline/duties/:id/change', async context => {
    const change = await body(context, dutyChangeForm)
    const doing = { id: idIn(context, '没有这条权责。'), by: signedIn(context) }
    orThrow(await changeDuty(context.var.work, doing, change))
    return context.body(null, 204)
  })
  api.get('/hotline/duty-proposals', async context =>
    context.json(page(await proposalsSeen(context.var.work, signedIn(context), today()))),
  )
  api.post('/hotline/duty-proposals/decisions', async context => {
    const { decisions } = await body(context, dutyDecisionsForm)
    const by = { by: signedIn(context), at: momentToday() }
    orThrow((await decideProposals(context.var.work, by, decisions)) ?? 'decided')
    return context.body(null, 204)
  })
  learningRoutes(api)
  api.get('/demands/:id/suggestion', async context => {
    const [found] = await suggestFor(context.var.work, [await demandIn(context)], today())
    return context.json(found)
  })
  api.post('/demands/suggestions', suggestMany)
  api.post('/demands/suggestion', async context => {
    const asked = await body(context, suggestionForm)
    if (!worksAt(signedIn(context), asked.hotline)) throw new ProblemError(403, '您不在这个热线工作。')
    return context.json(await suggestUnit(context.var.work, asked, today()))
  })
  return api
}

function learningRoutes(api: OpenAPIHono<AppEnv>): void {
  api.get('/hotline/unit-learning/:agency', async context => {
    const [agency, reader] = [context.req.param('agency'), signedIn(context)]
    const [seen] = await agenciesSeen(context.var.work, reader, agency)
    if (seen === undefined) throw new ProblemError(404, '没有这个热线，或者您无权查看。')
    return context.json(await unitLearning(context.var.work, agency, reader))
  })
  api.post('/hotline/unit-trainings', async context => {
    const { hotline } = await body(context, unitTrainingForm)
    const by = { by: signedIn(context), at: momentToday() }
    orThrow(await askToLearn(context.var.work, hotline, by))
    return context.body(null, 204)
  })
}

async function suggestMany(context: Who): Promise<Response> {
  const { ids } = await body(context, suggestionsForm)
  const { work } = context.var
  const records: DemandRecord[] = []
  for (const id of new Set(ids)) {
    const record = await demandSeen(work, id, signedIn(context))
    if (record !== undefined) records.push(record)
  }
  const found = await suggestFor(work, records, today())
  const lines = records.map(({ demand: { id, number, subject }, standing: { version } }, at) => ({
    ...{ id, number, subject, version, suggestion: found[at] },
  }))
  return context.json({ lines })
}

function page<T>(lines: readonly T[]) {
  return { lines, total: lines.length }
}
