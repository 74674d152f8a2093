import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn } from '../../../office/api/who.ts'
import { does, gives, takes } from '../../../platform/http/openapi.ts'

const tags = ['12345热线']
const readers = {
  ...forSignedIn,
  description: '可用者：热线的人员，以及上级机关的主管部门、审计员和系统管理员；要求保密的诉求只显示编号。',
}
const correctors = forRoles('dispatcher', 'supervisor')
const key = z.object({ id: z.string().max(100).openapi({ description: '事项的标识' }) })
const number = z.string('请填写诉求编号').trim().min(1, '请填写诉求编号').max(100, '没有这个编号')

/** What a list of hot topics is asked. */
export const topicsQuery = z.object({
  from: dayForm.optional(),
  to: dayForm.optional(),
  q: z.string().trim().max(100).optional().openapi({ description: '名称或者地点中的字' }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** How a matter is corrected by hand. */
export const correctionForm = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rename'),
      title: z.string().trim().min(1, '请填写名称').max(100, '不能超过 100 字'),
    }),
    z.object({
      kind: z.literal('takeOut'),
      demands: z.array(z.string().max(100)).min(1, '请选择诉求').max(500),
    }),
    z.object({ kind: z.literal('putIn'), number }),
    z.object({ kind: z.literal('merge'), number }),
  ])
  .openapi('MatterCorrection')

/** Over which days demands are grouped anew. */
export const regroupForm = z
  .object({ agency: agencyCode, from: dayForm, until: dayForm })
  .openapi('MatterRegrouping')

const topic = z
  .looseObject({
    ...{ id: z.string(), rank: z.int(), title: z.string(), place: z.string(), callers: z.int() },
    ...{ demands: z.int(), heat: z.number(), from: z.string(), to: z.string() },
  })
  .openapi('HotTopic')
const member = z.looseObject({ demand: z.string(), number: z.string(), on: z.string() })
const matter = z
  .looseObject({
    ...{ id: z.string(), title: z.string(), heat: z.number(), callers: z.int() },
    ...{ members: z.array(member), days: z.array(z.object({ on: z.string(), demands: z.int() })) },
  })
  .openapi('HotlineMatter')

/** The interface of matters, as it is described. */
export const topicsRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/topics', summary: '一段时间的热点事项，最热的在前', tags, ...readers },
    request: { query: topicsQuery },
    responses: gives(
      z.object({ lines: z.array(topic), total: z.int(), runs: z.array(z.looseObject({ id: z.string() })) }),
      '一页热点、总数和最近的归集',
    ),
  },
  {
    method: 'post',
    ...{
      path: '/hotline/topics/runs',
      summary: '重新归集一段时间的诉求，人工认定的不动',
      tags,
      ...correctors,
    },
    request: takes(regroupForm),
    responses: does('已登记，几分钟内完成'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/topics/{id}', summary: '一个事项：诉求、归入的理由、每日件数', tags, ...readers },
    request: { params: key },
    responses: gives(matter, '事项'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/topics/{id}/corrections', summary: '更正事项：改名、移出、归入、合并', tags },
    ...correctors,
    request: { params: key, ...takes(correctionForm) },
    responses: gives(z.object({ id: z.string() }), '诉求现在所在的事项'),
  },
  {
    method: 'get',
    ...{ path: '/demands/{id}/matter', summary: '诉求所属的事项和相似的诉求', tags, ...forSignedIn },
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: gives(
      z.object({ matter: z.looseObject({ id: z.string() }).nullable() }),
      '还没有归入的为 null',
    ),
  },
] as const
