import type { OpenAPIHono } from '@hono/zod-openapi'
import { idIn } from '../../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { momentToday, today } from '../../../platform/clock.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import { addDays } from '../../../statute/day.ts'
import { correctMatter } from '../../act/topics/correcting.ts'
import { askToRegroup } from '../../act/topics/regrouping.ts'
import { hotTopicsSeen, matterOfDemand, matterView } from '../../act/topics/views.ts'
import { countRead, unseenDemand } from '../demand-in.ts'
import { correctionForm, regroupForm, topicsQuery, topicsRoutes } from './forms.ts'

const unseen = '没有找到这个事项：可能已并入其他事项，或者您无权查看。请回到热点事项列表查看。'
const mostTopics = 200
const usualDays = 29

/** Matters behind demands, over HTTP. */
export function topicsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, topicsRoutes)
  api.get('/hotline/topics', async context => {
    const { from, to, ...asked } = queryIn(context, topicsQuery)
    const until = to ?? today()
    const span = { from: from ?? addDays(until, -usualDays), to: until, most: mostTopics }
    return context.json(await hotTopicsSeen(context.var.work, { ...asked, ...span }, signedIn(context)))
  })
  api.post('/hotline/topics/runs', async context => {
    const run = await body(context, regroupForm)
    const by = { by: signedIn(context), at: momentToday() }
    orThrow((await askToRegroup(context.var.work, run, by)) ?? 'asked')
    return context.body(null, 204)
  })
  api.get('/hotline/topics/:id', async context => {
    const view = await matterView(context.var.work, idIn(context, unseen), {
      ...{ reader: signedIn(context), today: today() },
    })
    if (view === undefined) throw new ProblemError(404, unseen)
    await countRead(
      context,
      view.members.map(({ demand }) => demand),
    )
    return context.json(view)
  })
  api.post('/hotline/topics/:id/corrections', async context => {
    const doing = { matter: idIn(context, unseen), by: signedIn(context) }
    const correction = await body(context, correctionForm)
    return context.json({ id: orThrow(await correctMatter(context.var.work, doing, correction)) })
  })
  api.get('/demands/:id/matter', async context => {
    const id = context.req.param('id')
    const matter = isUuid(id.toLowerCase())
      ? await matterOfDemand(context.var.work, id, signedIn(context))
      : undefined
    if (matter === undefined) throw new ProblemError(404, unseenDemand)
    return context.json({ matter })
  })
  return api
}
