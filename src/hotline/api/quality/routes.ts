import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { idIn } from '../../../office/api/id-in.ts'
import { forRoles, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { body, describe, does, gives, makes, queryIn, takes } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { drawSample, judgeAnswer, sampleSeen, samplesSeen } from '../../act/quality/sampling.ts'
import { sampleRule, sampleWays } from '../../quality/sample.ts'

const tags = ['热线监督']
const watchers = forRoles('supervisor', 'auditor')
const unseen = '没有这次抽查，或者您无权查看。'
const key = z.object({ id: z.string().max(100) })
const query = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const drawingForm = z
  .object({
    ...{ agency: agencyCode, from: dayForm, to: dayForm, unit: z.string().max(63).optional() },
    way: z.enum(sampleWays, '请选择抽取方式').default('chance').openapi({ description: sampleRule }),
    seed: z.coerce
      .number('请填写数字')
      .int('请填写整数')
      .min(1, '为 1 至 2000000000')
      .max(2_000_000_000, '为 1 至 2000000000')
      .optional()
      .openapi({ description: '随机数；不填的由系统选定并记下' }),
    size: z.coerce.number('请填写件数').int('请填写整数').min(1, '至少 1 件').max(500, '一次最多 500 件'),
  })
  .openapi('AnswerDrawing')
const judgementForm = z
  .object({
    passed: z.boolean('请选择合格或者不合格'),
    reason: z.string().trim().max(500, '不能超过 500 字').default(''),
  })
  .openapi('AnswerJudgement')
const sample = z
  .looseObject({ id: z.string(), seed: z.int(), among: z.int(), size: z.int(), judged: z.int() })
  .openapi('AnswerSample')
const answer = z
  .looseObject({ place: z.int(), demand: z.string(), passed: z.boolean().nullable() })
  .openapi('SampledAnswer')

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/samples', summary: '答复质量抽查，最近的在前', tags, ...watchers },
    request: { query },
    responses: gives(z.object({ lines: z.array(sample), total: z.int() }), '一页抽查和总数'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/samples', summary: '抽取一批答复', tags, ...forRoles('supervisor') },
    request: takes(drawingForm),
    responses: makes(z.object({ id: z.string() }), '抽查的编号'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/samples/{id}', summary: '一次抽查：答复、得分、评判和汇总', tags, ...watchers },
    request: { params: key },
    responses: gives(z.looseObject({ sample, answers: z.array(answer) }), '抽查'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/samples/{id}/answers/{place}', summary: '评判一件答复', tags },
    ...forRoles('supervisor'),
    request: { params: key.extend({ place: z.string().max(10) }), ...takes(judgementForm) },
    responses: does('已评判；再次评判的，以后一次为准，以前的保留'),
  },
] as const

/** Answers drawn to be read by supervisors, over HTTP. */
export function qualityApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/samples', async context =>
    context.json(await samplesSeen(context.var.work, queryIn(context, query), signedIn(context))),
  )
  api.post('/hotline/samples', async context => {
    const { seed = 1 + Math.floor(Math.random() * 999_999), ...drawing } = await body(context, drawingForm)
    const by = { by: signedIn(context), moment: momentToday() }
    return context.json(orThrow(await drawSample(context.var.work, { ...drawing, seed }, by)), 201)
  })
  api.get('/hotline/samples/:id', async context => {
    const found = await sampleSeen(context.var.work, idIn(context, unseen), signedIn(context))
    if (found === undefined) throw new ProblemError(404, unseen)
    return context.json(found)
  })
  api.post('/hotline/samples/:id/answers/:place', async context => {
    const which = { sample: idIn(context, unseen), place: Number(context.req.param('place')) }
    const judged = await body(context, judgementForm)
    const by = { by: signedIn(context), moment: momentToday() }
    orThrow(await judgeAnswer(context.var.work, which, judged, by))
    return context.body(null, 204)
  })
  return api
}
