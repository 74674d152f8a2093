import { z } from '@hono/zod-openapi'
import { agencyCode } from '../../../office/api/forms.ts'
import { forEverybody, forRoles, forSignedIn } from '../../../office/api/who.ts'
import { does, gives, makes, takes } from '../../../platform/http/openapi.ts'
import { callEvents, callStates } from '../../doors/call.ts'
import { signedHeaders } from './forms.ts'

const tags = ['热线来电']
const params = z.object({ id: z.string().max(100) })
const agent = forRoles('hotlineAgent')
const moment = z.string().openapi({ format: 'date-time' })
const number = z.string().trim().max(40, '不能超过 40 个字符')

/** What an exchange tells of a call. */
export const callForm = z
  .object({
    call: z.string('请给出呼叫中心的通话编号').trim().min(1, '请给出呼叫中心的通话编号').max(100),
    event: z.enum(callEvents, '只能是 ringing、answered、ended、recorded'),
    at: z.iso.datetime({ offset: true, error: '时间须写成 2026-01-20T08:00:00+08:00 的形式' }).optional(),
    number: number.default(''),
    agent: z.string().trim().max(40).default('').openapi({ description: '接听的话务员的登录名' }),
    recording: z
      .union([z.literal(''), z.url({ protocol: /^https?$/, error: '录音地址须是完整的网址' }).max(1000)])
      .default('')
      .openapi({ description: '录音的地址，带呼叫中心自己的签名；加密保存，本平台不读取' }),
  })
  .openapi('CallEvent')

/** A call of the simulator. */
export const simulatedForm = z.object({ agency: agencyCode, number: number.min(1, '请填写号码') })

/** What the agent's screen saw last: it is answered when something changed. */
export const mineQuery = z.object({
  seen: z
    .string()
    .max(64)
    .optional()
    .openapi({ description: '上次答复的 stamp；没有变化时最多等 6 秒再答复' }),
})

/** Which demand came of a call. */
export const finishForm = z.object({ demand: z.uuid('请给出诉求的编号') })

/** Why a recording is heard. */
export const recordingForm = z.object({ reason: z.string().max(500).default('') })

/** Which calls are listed. */
export const callsQuery = z.object({
  state: z.enum(['lost', 'late', 'answered']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

const call = z.looseObject({
  ...{ id: z.string(), agency: z.string(), state: z.enum(callStates), number: z.string() },
  ...{ rangAt: moment, answeredAt: moment.nullable(), earlier: z.int(), mine: z.boolean() },
})
const readers = {
  ...forSignedIn,
  description: '可用者：热线的人员，以及上级机关的主管部门、审计员和系统管理员。',
}

/** The routes of calls. */
export const callRoutes = [
  {
    method: 'post',
    ...{ path: '/hotline/inbound/calls', summary: '呼叫中心告知来电', tags, ...forEverybody },
    description: '可用者：持有密钥、对请求签名的呼叫中心，无需登录。',
    request: { headers: signedHeaders, ...takes(callForm) },
    responses: gives(z.object({ id: z.string(), agentKnown: z.boolean() }), '来电的编号'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/calls/mine', summary: '话务员的来电：正在振铃的和本人接听的', tags, ...agent },
    request: { query: mineQuery },
    responses: gives(z.object({ stamp: z.string(), calls: z.array(call) }), '来电；号码只显示一部分'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/calls/{id}/take', summary: '接听：来电归本人，给出号码', tags, ...agent },
    ...{ request: { params }, responses: gives(z.object({ id: z.string(), number: z.string() }), '号码') },
  },
  {
    method: 'post',
    ...{ path: '/hotline/calls/{id}/demand', summary: '来电登记为哪件诉求', tags, ...agent },
    ...{ request: { params, ...takes(finishForm) }, responses: does('已对应') },
  },
  {
    method: 'get',
    ...{ path: '/hotline/calls', summary: '来电记录和接通率', tags, ...readers },
    request: { query: callsQuery },
    responses: gives(
      z.object({
        lines: z.array(z.looseObject({})),
        total: z.int(),
        connection: z.object({ calls: z.int(), answered: z.int(), answeredSoon: z.int() }),
      }),
      '一页来电记录，以及该时段的接通情况',
    ),
  },
  {
    method: 'post',
    ...{ path: '/hotline/calls/{id}/recording', summary: '听取录音', tags },
    ...forRoles('hotlineAgent', 'supervisor', 'administrator'),
    request: { params, ...takes(recordingForm) },
    responses: gives(z.object({ address: z.string() }), '录音的地址；理由记入操作留痕'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/calls/simulated', summary: '模拟来电，不计入统计', tags },
    ...forRoles('administrator'),
    request: takes(simulatedForm),
    responses: makes(z.object({ id: z.string() }), '来电的编号'),
  },
] as const
