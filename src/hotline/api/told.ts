import { z } from '@hono/zod-openapi'
import { agencyCode } from '../../office/api/forms.ts'
import { forRoles, forSignedIn, forStep, forWorkers } from '../../office/api/who.ts'
import { gives, makes, takes } from '../../platform/http/openapi.ts'
import { dayOf } from '../../statute/day.ts'
import { demandChannels, demandTypes, longest, urgencies } from '../demand.ts'
import { demandStates } from '../standing.ts'
import { demandSteps, lineOfDemandStep } from '../steps.ts'
import { demandSorts } from '../store/queue/asked.ts'
import { limitWarnings } from '../warnings.ts'
import { demandTakers, isDemandStep } from './takers.ts'

const tags = ['12345热线']
const readers = {
  ...forSignedIn,
  description: '可用者：热线和承办单位的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const handlers = {
  ...forStep(step => {
    if (!isDemandStep(step)) return undefined
    const { roles, unitRoles, coUnitRoles, ...line } = lineOfDemandStep(step)
    return { ...line, roles: [...roles, ...unitRoles, ...coUnitRoles] }
  }),
  description: '可用者：依环节而定，见诉求的 steps；限热线和承办单位。',
}
const key = z.object({ id: z.string().max(100).openapi({ description: '诉求的编号' }) })
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const moment = z.string().openapi({ format: 'date-time' })

/** A demand as it is registered. */
export const registeringForm = z
  .object({
    ...{ agency: agencyCode, type: z.enum(demandTypes, '请选择诉求类型') },
    ...{ channel: z.enum(demandChannels, '请选择来源').default('phone') },
    ...{ urgency: z.enum(urgencies, '请选择紧急程度').default('ordinary') },
    subject: text(longest.subject).min(1, '请填写诉求的标题'),
    body: text(longest.body).min(1, '请填写诉求的内容'),
    place: text(longest.place).default(''),
    received: z.iso
      .date('请填写收到日期')
      .transform(dayOf)
      .optional()
      .openapi({ description: '来信、短信、上级转办的收到日期；办理期限仍从派单起算' }),
    confidential: z.boolean().default(false),
    answer: z
      .object({ words: text(2000), entry: z.uuid().optional() })
      .optional()
      .openapi({ description: '直接答复：登记的同时答复并结束；entry 为所用的知识条目' }),
    caller: z
      .object({ name: text(longest.name).default(''), phone: text(longest.phone).default('') })
      .prefault({}),
    once: z
      .string()
      .max(100)
      .optional()
      .openapi({ description: '表单的随机串：重复提交只登记一次，并答复第一次的编号' }),
  })
  .openapi('Registering')

/** What a queue is asked. */
export const queueQuery = z.object({
  state: z
    .enum(['open', ...demandStates])
    .optional()
    .openapi({ description: 'open 为未办结的' }),
  unit: z.string().max(63).optional(),
  type: z.enum(demandTypes).optional(),
  urgency: z.enum(urgencies).optional(),
  category: z.string().trim().max(200).optional().openapi({ description: '分类，含其下级' }),
  within: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .optional()
    .openapi({ description: '几小时内到期；0 为已逾期' }),
  warned: z
    .enum(limitWarnings)
    .optional()
    .openapi({ description: '期限的提醒：已过半、已用八成、今日到期、已逾期的，以及更急的' }),
  beside: z.stringbool().optional().openapi({ description: 'true 为由本单位会办的' }),
  callback: z
    .enum(['phone', 'message'])
    .optional()
    .openapi({ description: '等待回访的：phone 为用电话，message 为短信已发、尚未评价' }),
  q: z.string().trim().max(100).optional().openapi({ description: '诉求中的字，或者编号的开头' }),
  sort: z.enum(demandSorts).default('due'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** What the register of instructions is asked. */
export const instructionsQuery = z.object({
  state: z.enum(['waiting', 'answered']).optional().openapi({ description: 'waiting 为待反馈的' }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** Why somebody opens who calls. */
export const openingForm = z.object({ reason: text(500).default('') })

/** A demand that becomes a request for information: with which agency, and whose, Art. 29. */
export const conversionForm = z
  .object({
    version: z.int().optional(),
    unit: z.string('请选择受理机关').trim().min(1, '请选择受理机关').max(63, '没有这个机关'),
    name: text(longest.name).min(1, '请填写申请人的姓名或者名称'),
    document: text(200).min(1, '请填写申请人的身份证明；没有提供的写“未提供，待补正”'),
    contact: text(200).min(1, '请填写申请人的联系方式'),
    reason: text(2000).default(''),
  })
  .openapi('DemandConversion')

/** A line of the queue, as it is told. */
export const demandLine = z
  .looseObject({
    ...{ id: z.string(), number: z.string(), subject: z.string(), state: z.enum(demandStates) },
    ...{ unit: z.string().nullable(), filedAt: moment, dueAt: moment.nullable(), late: z.boolean() },
  })
  .openapi('DemandLine')
const view = z
  .looseObject({
    demand: z.looseObject({ id: z.string(), number: z.string(), subject: z.string(), body: z.string() }),
    standing: z.looseObject({ state: z.enum(demandStates), version: z.int() }),
    events: z.array(z.looseObject({ kind: z.string(), at: moment, byName: z.string() })),
    clock: z.looseObject({
      counted: z.int(),
      allowance: z.int(),
      dueAt: moment.nullable(),
      late: z.boolean(),
    }),
    steps: z.array(
      z.object({ step: z.string(), label: z.string(), law: z.string(), refusal: z.string().nullable() }),
    ),
    caller: z.string().nullable().openapi({ description: '隐去的来电人；要求保密的为 null' }),
  })
  .openapi('Demand')
const step = z.enum(demandSteps).openapi({ description: '环节' })
const forms = Object.values(demandTakers).map(({ form }) => form)
const stepBody = z
  .union([demandTakers.answer.form, demandTakers.dispatch.form, ...forms])
  .openapi('DemandStepBody', { description: '各环节的填写项；均可带 version' })

const instruction = z
  .looseObject({
    ...{ demand: z.string(), demandNumber: z.string(), leader: z.string(), words: z.string(), at: moment },
    answer: z.string().nullable(),
  })
  .openapi('HotlineInstruction')

/** The interface of demands, as it is described. */
export const demandRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/instructions', summary: '领导批示登记', tags, ...readers },
    request: { query: instructionsQuery },
    responses: gives(z.object({ lines: z.array(instruction), total: z.int() }), '一页批示和总数'),
  },
  {
    method: 'get',
    ...{ path: '/demands', summary: '诉求列表：本热线的，或者由本单位承办的', tags, ...readers },
    request: { query: queueQuery },
    responses: gives(
      z.object({ lines: z.array(demandLine), total: z.int(), more: z.boolean() }),
      '一页诉求和总数；more 为 true 时实际多于 total，请缩小范围或者导出',
    ),
  },
  {
    method: 'get',
    ...{ path: '/demands.csv', summary: '导出符合条件的全部诉求，一件一行，不限行数', tags, ...readers },
    request: { query: queueQuery.omit({ page: true, size: true }) },
    responses: {
      ...gives(z.string(), ''),
      200: { description: '边查边传的 CSV 文件', content: { 'text/csv': { schema: z.string() } } },
    },
  },
  {
    method: 'post',
    ...{ path: '/demands', summary: '登记诉求', tags, ...forRoles('hotlineAgent') },
    request: takes(registeringForm),
    responses: makes(
      z.object({ id: z.string(), number: z.string(), trackingCode: z.string() }),
      '编号和查询码；查询码只出现这一次',
    ),
  },
  {
    method: 'get',
    ...{ path: '/demands/{id}', summary: '一件诉求：经过、期限、可办事项', tags, ...readers },
    request: { params: key },
    responses: gives(view, '诉求'),
  },
  {
    method: 'post',
    ...{ path: '/demands/{id}/steps/{step}', summary: '办理一个环节', tags, ...handlers },
    request: { params: key.extend({ step }), ...takes(stepBody) },
    responses: gives(view, '办理后的诉求'),
  },
  {
    method: 'post',
    ...{ path: '/demands/{id}/conversion', summary: '转为信息公开申请', tags },
    ...forRoles(...lineOfDemandStep('convert').roles),
    request: { params: key, ...takes(conversionForm) },
    responses: gives(
      view.extend({ receipt: z.object({ number: z.string(), trackingCode: z.string() }) }),
      '转办后的诉求，以及申请的编号和查询码；查询码只出现这一次',
    ),
  },
  {
    method: 'post',
    ...{ path: '/demands/{id}/caller', summary: '查看来电人', tags, ...forWorkers },
    request: { params: key, ...takes(openingForm) },
    responses: gives(z.object({ name: z.string(), phone: z.string() }), '来电人；理由记入操作留痕'),
  },
] as const
