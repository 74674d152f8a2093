import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { agenciesSeen } from '../../../office/agencies.ts'
import { agencyCode } from '../../../office/api/forms.ts'
import { idIn } from '../../../office/api/id-in.ts'
import { forRoles, forSignedIn, forTheWholeHouse, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { body, describe, does, gives, takes } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import {
  categoryAccuracy,
  categoryLines,
  categoryOfDemand,
  decideCategory,
  settleCategories,
} from '../../act/categories/deciding.ts'
import { trainNow } from '../../act/categories/training.ts'
import { categoriesIn } from '../../classify/tree.ts'
import { unseenDemand } from '../demand-in.ts'

const tags = ['热线派单']
const key = z.object({ id: z.string().max(100).openapi({ description: '诉求的标识' }) })
const categoryForm = z
  .object({ category: z.string('请选择分类').trim().min(1, '请选择分类').max(200, '没有这个分类') })
  .openapi('DemandCategory')
const treeForm = z
  .object({ lines: z.string('请填写分类').max(400_000, '分类过长') })
  .openapi('CategoryTree', { description: '每行一个分类，一至三级，各级之间用“/”' })
const agencyKey = z.object({ agency: z.string().max(63).openapi({ description: '热线的机构代码' }) })
const trainingForm = z.object({ agency: agencyCode }).openapi('CategoryTraining')
const figures = z.looseObject({ tested: z.int(), unsure: z.int(), macroF1: z.number() })

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/categories', summary: '诉求的分类', tags, ...forSignedIn },
    responses: gives(z.object({ lines: z.string(), categories: z.array(z.string()) }), '分类，上级在前'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/categories', summary: '修改分类，已有诉求的分类不变', tags, ...forTheWholeHouse },
    request: takes(treeForm),
    responses: does('已保存'),
  },
  {
    method: 'get',
    ...{
      path: '/hotline/categories/accuracy/{agency}',
      summary: '一个热线的分类准确情况',
      tags,
      ...forSignedIn,
    },
    request: { params: agencyKey },
    responses: gives(
      z.looseObject({ corrected: figures, confirmed: z.int() }),
      '最近一次训练的检验和人工更正的情况；没有模型的 model 为 null',
    ),
  },
  {
    method: 'post',
    ...{ path: '/hotline/categories/training', summary: '立即训练一个热线的分类模型，训练完后答复', tags },
    ...forRoles('dispatcher', 'supervisor'),
    request: takes(trainingForm),
    responses: does('已训练'),
  },
  {
    method: 'get',
    ...{ path: '/demands/{id}/category', summary: '诉求的分类和把握', tags, ...forSignedIn },
    request: { params: key },
    responses: gives(z.looseObject({ mayDecide: z.boolean() }), '没有分类的 held 为 null'),
  },
  {
    method: 'put',
    ...{ path: '/demands/{id}/category', summary: '选定诉求的分类，模型不再改动', tags },
    ...forRoles('hotlineAgent', 'dispatcher', 'supervisor'),
    request: { params: key, ...takes(categoryForm) },
    responses: does('已选定'),
  },
] as const

/** Categories of demands, over HTTP. */
export function categoriesApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/categories', async context => {
    const lines = await categoryLines(context.var.work)
    return context.json({ lines, categories: categoriesIn(lines) })
  })
  api.put('/hotline/categories', async context => {
    const { lines } = await body(context, treeForm)
    const by = { by: signedIn(context), at: momentToday() }
    orThrow((await settleCategories(context.var.work, lines, by)) ?? 'saved')
    return context.body(null, 204)
  })
  api.get('/hotline/categories/accuracy/:agency', async context => {
    const agency = context.req.param('agency')
    const [seen] = await agenciesSeen(context.var.work, signedIn(context), agency)
    if (seen === undefined) throw new ProblemError(404, '没有这个热线，或者您无权查看。')
    return context.json(await categoryAccuracy(context.var.work, agency))
  })
  api.post('/hotline/categories/training', async context => {
    const { agency } = await body(context, trainingForm)
    const by = { by: signedIn(context), at: momentToday() }
    orThrow(await trainNow(context.var.work, agency, by))
    return context.body(null, 204)
  })
  api.get('/demands/:id/category', async context => {
    const view = await categoryOfDemand(context.var.work, idIn(context, unseenDemand), signedIn(context))
    if (view === undefined) throw new ProblemError(404, unseenDemand)
    return context.json(view)
  })
  api.put('/demands/:id/category', async context => {
    const doing = { id: idIn(context, unseenDemand), by: signedIn(context), at: momentToday() }
    const { category } = await body(context, categoryForm)
    const done = await decideCategory(context.var.work, doing, category)
    if (done === undefined) throw new ProblemError(404, unseenDemand)
    orThrow(done)
    return context.body(null, 204)
  })
  return api
}
