import { z } from '@hono/zod-openapi'
import { forRoles, forSignedIn, forStep } from '../../office/api/who.ts'
import { gives, makes, takes } from '../../platform/http/openapi.ts'
import { letterFormats } from '../render/render.ts'
import { lineOfFoiStep } from '../steps.ts'
import { formOfRequest, lineForm } from './answers.ts'
import { lodgingForm, registerQuery, requestKey, words } from './forms.ts'
import { isPostedStep, type PostedStep, takers } from './takers.ts'

const tags = ['依申请公开']
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const handlers = {
  ...forStep(step => (isPostedStep(step) ? lineOfFoiStep(step) : undefined)),
  description: '可用者：依环节而定，见申请的 steps；限本机关。',
}
const step = z.enum(Object.keys(takers) as [PostedStep, ...PostedStep[]])
const stepKey = requestKey.extend({ step: step.openapi({ description: '环节' }) })
const said = takes(
  z
    .union([takers.assign.form, takers.draft.form, ...Object.values(takers).map(({ form }) => form)])
    .openapi('FoiStepBody', { description: '各环节的填写项；均可带 version' }),
)
const file = z.string().openapi({ format: 'binary', description: '不超过 50 MB，按内容辨认格式' })

/** What the purpose of a reason is: it goes into the trail. */
export const reasonForm = z.object({ reason: words(500).min(4, '请写明理由，至少 4 个字') })

const clockEvent = z.record(z.string(), z.union([z.string(), z.number()]))
/** Invented events, as the command `gongkai clock` reads them. */
export const whatIfForm = z.object({
  events: z.array(clockEvent).min(1, '请填写假设的事件').max(50),
  asOf: z.string().optional().openapi({ description: '看到哪一天；不写为今天' }),
})

/** Who gives all that he has in hand to whom. */
export const handOverForm = z.object({
  ...{ agency: z.string().max(63), from: words(100), reason: words(500) },
  to: z.object({ id: words(100), name: words(100) }),
})

const clock = z.object({
  state: z.string(),
  due: z.string().nullable(),
  counted: z.int(),
  allowance: z.int(),
})
const binary = { 200: { description: '文件' }, 404: { description: '没有找到，或者无权查看' } }

/** The interface of requests, as it is described. */
export const foiRoutes = [
  {
    method: 'get',
    ...{ path: '/requests', summary: '申请列表：本人可见机关的', tags, ...readers },
    request: { query: registerQuery },
    responses: gives(z.object({ lines: z.array(lineForm), total: z.int() }), '一页申请和总数'),
  },
  {
    method: 'post',
    ...{ path: '/requests', summary: '登记一件申请', tags, ...forRoles('officer') },
    request: takes(lodgingForm),
    responses: makes(
      z.object({ id: z.string(), agency: z.string(), number: z.string(), trackingCode: z.string() }),
      '编号和查询码；查询码只出现这一次',
    ),
  },
  {
    method: 'get',
    ...{ path: '/requests/choices', summary: '各机关的经办人和处室', tags, ...readers },
    responses: gives(z.object({ agencies: z.array(z.unknown()) }), '可选的人和处室'),
  },
  {
    method: 'get',
    ...{ path: '/requests/today', summary: '今日的申请：待办、等待', tags, ...readers },
    request: { query: z.object({ agency: z.string().optional() }) },
    responses: gives(z.object({ tasks: z.array(lineForm), waiting: z.array(lineForm) }), '先到期的在前'),
  },
  {
    method: 'post',
    ...{ path: '/requests/hand-over', summary: '移交一人的全部在办申请', tags },
    ...{ ...handlers, request: takes(handOverForm) },
    responses: gives(z.object({ moved: z.array(z.string()), left: z.array(z.unknown()) }), '已移交的编号'),
  },
  {
    method: 'get',
    ...{ path: '/requests/{id}', summary: '一件申请：经过、材料、文书、期限、可办事项', tags },
    ...{ ...readers, request: { params: requestKey } },
    responses: gives(formOfRequest, '申请，不含个人信息'),
  },
  {
    method: 'post',
    ...{ path: '/requests/{id}/steps/{step}', summary: '办理一个环节', tags, ...handlers },
    request: { params: stepKey, ...said },
    responses: gives(formOfRequest, '办理后的申请'),
  },
  {
    method: 'post',
    ...{ path: '/requests/{id}/preview/{step}', summary: '预览：将发出的文书', tags },
    ...{ ...handlers, request: { params: stepKey, ...said } },
    responses: gives(z.object({ letter: z.unknown(), due: z.string().nullable() }), '什么也没有办理'),
  },
  {
    method: 'post',
    ...{ path: '/requests/{id}/identity', summary: '查看申请人身份信息', tags, ...handlers },
    request: { params: requestKey, ...takes(reasonForm) },
    responses: gives(z.object({ name: z.string() }).loose(), '身份信息；理由记入操作留痕'),
  },
  {
    method: 'post',
    ...{ path: '/requests/{id}/what-if', summary: '试算期限，不保存', tags, ...readers },
    request: { params: requestKey, ...takes(whatIfForm) },
    responses: gives(clock.extend({ days: z.array(z.unknown()) }), '假设之后的期限和逐日说明'),
  },
  {
    method: 'get',
    ...{ path: '/requests/{id}/alike', summary: '重复申请：同一人的、内容相同的', tags },
    ...{ ...readers, request: { params: requestKey } },
    responses: gives(z.object({ lines: z.array(z.unknown()), month: z.unknown() }), '相近的申请和答复'),
  },
  {
    method: 'post',
    ...{ path: '/requests/{id}/papers', summary: '附一份材料', tags, ...handlers },
    request: {
      params: requestKey,
      body: {
        required: true,
        content: { 'multipart/form-data': { schema: z.object({ file, purpose: z.string() }) } },
      },
    },
    responses: gives(formOfRequest, '办理后的申请'),
  },
  {
    method: 'get',
    ...{ path: '/requests/{id}/papers/{paper}', summary: '打开材料，记入操作留痕', tags },
    ...{ ...readers, request: { params: requestKey.extend({ paper: z.uuid() }) } },
    responses: binary,
  },
  {
    method: 'get',
    ...{ path: '/requests/{id}/letters/{letter}', summary: '已发出的文书', tags, ...readers },
    request: { params: requestKey.extend({ letter: z.uuid() }) },
    responses: gives(z.object({ title: z.string(), paragraphs: z.array(z.string()) }).loose(), '文书原文'),
  },
  {
    method: 'get',
    ...{ path: '/requests/{id}/letters/{letter}/{format}', summary: '已发出的文书的文件', tags, ...readers },
    request: { params: requestKey.extend({ letter: z.uuid(), format: z.enum(letterFormats) }) },
    responses: binary,
  },
] as const
