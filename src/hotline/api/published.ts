import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forRoles, forSignedIn, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { body, describe, gives, queryIn, takes } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { publishedDemand, publishedList, saidTheSameAs } from '../act/published/publishing.ts'
import { answerOnItsWay, takeAnswerStep } from '../act/published/stepping.ts'
import { answerStates } from '../published/published.ts'
import { answerSteps, answerStepTable } from '../published/steps.ts'
import { demandIn } from './demand-in.ts'

const tags = ['热线公开答复']
const id = z.string().max(100).openapi({ description: '诉求的编号' })
const text = z.string().trim().max(10_000).default('')
const words = z
  .object({ title: text, question: text, answer: text })
  .openapi('PublishedDemandWords', { description: '公开的标题、问题和答复' })
const stepForm = z
  .object({
    version: z.int().optional().openapi({ description: '所见的版本号；他人已办理的拒绝' }),
    content: words.optional().openapi({ description: '编辑时填写' }),
    reason: z.string().trim().max(500, '不能超过 500 字').default(''),
    cleared: z
      .array(z.string().max(200))
      .max(50)
      .default([])
      .openapi({ description: '核对时写明：像个人信息、实为单位对外公开的文字' }),
  })
  .openapi('PublicAnswerStep')
const published = z.looseObject({
  ...{ title: z.string(), question: z.string(), answer: z.string(), publishedAt: z.string() },
  ...{ withdrawnAt: z.string().nullable(), same: z.int() },
})
const standing = z.looseObject({ state: z.enum(answerStates).nullable(), version: z.int() })
const onItsWay = z.looseObject({
  standing,
  events: z.array(z.looseObject({ kind: z.string(), at: z.string(), byName: z.string() })),
  steps: z.array(z.object({ step: z.enum(answerSteps), label: z.string(), refusal: z.string().nullable() })),
})
const path = '/demands/{id}/published'

const listQuery = z.object({
  state: z.enum(answerStates).optional(),
  q: z.string().trim().max(60).default(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

const takers = [...new Set(answerSteps.flatMap(step => answerStepTable[step].roles))]

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/published', summary: '公开答复列表：待编辑、待核对、待公开、公开中、已撤下', tags },
    ...forSignedIn,
    request: { query: listQuery },
    responses: gives(
      z.object({ lines: z.array(z.looseObject({ demand: z.string() })), total: z.int() }),
      '一页公开答复和总数',
    ),
  },
  {
    method: 'get',
    ...{ path, summary: '诉求公开的答复', tags, ...forSignedIn },
    request: { params: z.object({ id }) },
    responses: gives(
      z.object({
        published: published.nullable(),
        same: z.object({ demand: z.string(), title: z.string() }).nullable(),
        onItsWay,
      }),
      '公开的答复；来电人提交时说与哪个公开的答复是同样的问题；草稿、经过和现在可以办理的',
    ),
  },
  {
    method: 'post',
    ...{ path: `${path}/{step}`, summary: '办理一条公开答复：提议、编辑、核对、退回、公开、撤下', tags },
    ...forRoles(...takers),
    request: { params: z.object({ id, step: z.string().max(20) }), ...takes(stepForm) },
    responses: gives(standing, '办理后的情况'),
  },
] as const

/** Answers on their way to everybody, over HTTP. */
export function publishedDemandsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/published', async context =>
    context.json(await publishedList(context.var.work, queryIn(context, listQuery), signedIn(context))),
  )
  api.get('/demands/:id/published', async context => {
    const record = await demandIn(context)
    const { work } = context.var
    const { id: demand } = record.demand
    const [found, same, onTheWay] = await Promise.all([
      publishedDemand(work, demand),
      saidTheSameAs(work, demand),
      answerOnItsWay(work, record, signedIn(context)),
    ])
    return context.json({ published: found ?? null, same: same ?? null, onItsWay: onTheWay })
  })
  api.post('/demands/:id/published/:step', async context => {
    const step = answerSteps.find(each => each === context.req.param('step'))
    const { demand } = await demandIn(context)
    if (step === undefined) throw new ProblemError(404, '公开答复没有这个步骤。')
    const { version, ...told } = await body(context, stepForm)
    const { work, secrets } = context.var
    const at = { by: signedIn(context), moment: momentToday(), secrets }
    return context.json(orThrow(await takeAnswerStep(work, { id: demand.id, step, version, ...at }, told)))
  })
  return api
}
