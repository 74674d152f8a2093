import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forRoles, forSignedIn, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { body, describe, does, gives, queryIn, takes } from '../../platform/http/openapi.ts'
import {
  publishAnswer,
  publishedDemand,
  publishedList,
  saidTheSameAs,
  withdrawPublished,
} from '../act/published/publishing.ts'
import { demandIn } from './demand-in.ts'

const tags = ['热线公开答复']
const key = z.object({ id: z.string().max(100).openapi({ description: '诉求的编号' }) })
const text = z.string().trim().max(10_000).default('')
const publishing = z
  .object({ title: text, question: text, answer: text })
  .openapi('PublishedDemandWords', { description: '公开的标题、问题和答复，不得含个人信息' })
const withdrawing = z.object({ reason: text })
const published = z.looseObject({
  ...{ title: z.string(), question: z.string(), answer: z.string(), publishedAt: z.string() },
  ...{ withdrawnAt: z.string().nullable(), same: z.int() },
})
const path = '/demands/{id}/published'

const listQuery = z.object({
  state: z.enum(['public', 'withdrawn']).optional(),
  q: z.string().trim().max(60).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/published', summary: '公开答复列表，含已撤下的', tags, ...forSignedIn },
    request: { query: listQuery },
    responses: gives(
      z.object({ lines: z.array(z.looseObject({ demand: z.string() })), total: z.int() }),
      '一页公开答复和总数',
    ),
  },
  {
    method: 'get',
    ...{ path, summary: '诉求公开的答复', tags, ...forSignedIn },
    request: { params: key },
    responses: gives(
      z.object({
        published: published.nullable(),
        same: z.object({ demand: z.string(), title: z.string() }).nullable(),
      }),
      '公开的答复；来电人提交时说与哪个公开的答复是同样的问题；没有的为 null',
    ),
  },
  {
    method: 'put',
    ...{ path, summary: '公开答复，或者改写后再公开', tags, ...forRoles('supervisor') },
    request: { params: key, ...takes(publishing) },
    responses: does('已公开'),
  },
  {
    method: 'post',
    ...{ path: `${path}/withdrawal`, summary: '撤下公开的答复', tags, ...forRoles('supervisor') },
    request: { params: key, ...takes(withdrawing) },
    responses: does('已撤下'),
  },
] as const

/** Answers that are chosen for everybody, over HTTP. */
export function publishedDemandsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/published', async context =>
    context.json(await publishedList(context.var.work, queryIn(context, listQuery), signedIn(context))),
  )
  api.get('/demands/:id/published', async context => {
    const { id } = (await demandIn(context)).demand
    const { work } = context.var
    const [found, same] = await Promise.all([publishedDemand(work, id), saidTheSameAs(work, id)])
    return context.json({ published: found ?? null, same: same ?? null })
  })
  api.put('/demands/:id/published', async context => {
    const told = await body(context, publishing)
    const { work, secrets } = context.var
    const doing = {
      id: (await demandIn(context)).demand.id,
      by: signedIn(context),
      moment: momentToday(),
      secrets,
    }
    orThrow((await publishAnswer(work, doing, told)) ?? 'published')
    return context.body(null, 204)
  })
  api.post('/demands/:id/published/withdrawal', async context => {
    const { reason } = await body(context, withdrawing)
    const doing = { id: (await demandIn(context)).demand.id, by: signedIn(context), moment: momentToday() }
    orThrow((await withdrawPublished(context.var.work, doing, reason)) ?? 'withdrawn')
    return context.body(null, 204)
  })
  return api
}
