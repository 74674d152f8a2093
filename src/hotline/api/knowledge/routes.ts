import type { OpenAPIHono } from '@hono/zod-openapi'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday, today } from '../../../platform/clock.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import {
  draftEntry,
  entryLines,
  entryView,
  sayUnhelpful,
  takeEntryStep,
} from '../../act/knowledge/entries.ts'
import { entryProposals, settleProposal } from '../../act/knowledge/proposing.ts'
import { liveHelp } from '../../act/live/helping.ts'
import { draftForm, entriesQuery, entryStepForm, knowledgeRoutes, settlingForm, typingForm } from './forms.ts'

const unseen = '没有找到这个知识条目，或者您无权查看。'

/** The knowledge base and the live help of the agent's screen, over HTTP. */
export function knowledgeApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, knowledgeRoutes)
  api.get('/hotline/entries', async context => {
    const { due, ...asked } = queryIn(context, entriesQuery)
    const query = { ...asked, dueBy: due ? today() : undefined }
    return context.json(await entryLines(context.var.work, query, signedIn(context)))
  })
  api.post('/hotline/entries', async context => {
    const told = await body(context, draftForm)
    return context.json(orThrow(await draftEntry(context.var.work, told, by(context))), 201)
  })
  api.get('/hotline/entries/:id', async context => {
    const reading = { reader: signedIn(context), on: today() }
    const view = await entryView(context.var.work, idOf(context), reading)
    if (view === undefined) throw new ProblemError(404, unseen)
    return context.json(view)
  })
  api.post('/hotline/entries/:id/acts', async context => {
    const id = idOf(context)
    const { step, version, ...told } = await body(context, entryStepForm)
    orThrow(await takeEntryStep(context.var.work, { id, step, version }, told, by(context)))
    return context.body(null, 204)
  })
  api.post('/hotline/entries/:id/unhelpful', async context => {
    orThrow(await sayUnhelpful(context.var.work, idOf(context), signedIn(context), momentToday()))
    return context.body(null, 204)
  })
  api.get('/hotline/entry-proposals', async context =>
    context.json({ lines: await entryProposals(context.var.work, signedIn(context)) }),
  )
  api.post('/hotline/entry-proposals/:id', async context => {
    const { reason } = await body(context, settlingForm)
    const settling = { id: idOf(context), declined: reason }
    return context.json(orThrow(await settleProposal(context.var.work, settling, by(context))))
  })
  api.post('/hotline/live', async context => {
    const typing = await body(context, typingForm)
    const { work, secrets } = context.var
    const reading = { reader: signedIn(context), moment: momentToday(), today: today(), secrets }
    return context.json(orThrow(await liveHelp(work, typing, reading)))
  })
  return api
}

const by = (context: Who) => ({ by: signedIn(context), moment: momentToday() })

/** The id in the address. @throws ProblemError 404 where it is none */
function idOf(context: Who): string {
  const id = context.req.param('id') ?? ''
  if (!isUuid(id.toLowerCase())) throw new ProblemError(404, unseen)
  return id
}
