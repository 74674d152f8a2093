import { z } from '@hono/zod-openapi'
import { agencyCode, nameForm } from '../../../office/api/forms.ts'
import { forEverybody, forRoles } from '../../../office/api/who.ts'
import { does, gives, makes, takes } from '../../../platform/http/openapi.ts'
import { demandChannels, demandTypes, longest, urgencies } from '../../demand.ts'
import { clientKinds, toldKinds } from '../../doors/client.ts'
import { services } from '../../doors/services.ts'

const tags = ['热线接入']
const admin = forRoles('administrator')
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const params = z.object({ id: z.string().max(100) })
const id = z.uuid('编号不正确')

/** A system that is let in. */
export const clientForm = z
  .object({
    ...{ agency: agencyCode, name: nameForm, kind: z.enum(clientKinds, '请选择接入方的种类') },
    channel: z.enum(demandChannels, '请选择来源').default('app'),
    perMinute: z.coerce
      .number('请填写每分钟件数')
      .int('请填写整数')
      .min(1, '至少每分钟 1 件')
      .max(6000, '最多每分钟 6000 件')
      .default(60),
  })
  .openapi('HotlineClient')

/** Where a client is told of what. */
export const subscriptionForm = z
  .object({
    address: z.string().trim().min(1, '请填写推送地址').max(500, '不能超过 500 字'),
    kinds: z
      .array(z.enum(toldKinds, '没有这种情况'))
      .min(1, '请至少选择一种情况')
      .max(toldKinds.length)
      .default([...toldKinds]),
  })
  .openapi('HotlineSubscription')

/** Which deliveries are looked at. */
export const deliveriesQuery = z.object({
  state: z.enum(['waiting', 'delivered', 'dead']).optional(),
  client: id.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** Which deliveries are sent again. */
export const resendForm = z.object({ ids: z.array(id).min(1, '请选择要重发的').max(500, '一次最多 500 条') })

/** A demand that a system brings. */
export const inboundForm = z
  .object({
    ...{ type: z.enum(demandTypes, '没有这种诉求类型'), urgency: z.enum(urgencies).default('ordinary') },
    subject: text(longest.subject).min(1, '请填写标题'),
    body: text(longest.body).min(1, '请填写内容'),
    place: text(longest.place).default(''),
    confidential: z.boolean().default(false),
    caller: z
      .object({ name: text(longest.name).default(''), phone: text(longest.phone).default('') })
      .prefault({}),
    service: z
      .string()
      .refine(code => services.some(each => each.code === code), '没有这个类别')
      .nullable()
      .default(null)
      .openapi({ description: '类别的编码，见 /open311/v2/services.json；没有的不写' }),
  })
  .openapi('InboundDemand')

/** The headers of a signed call, as they are described. */
export const signedHeaders = z.object({
  'gongkai-client': z.string().optional().openapi({ description: '接入方的编号' }),
  'gongkai-signature': z.string().optional().openapi({
    description:
      't=秒,v1=签名：HMAC-SHA-256（十六进制），内容为“秒、方法、路径、Idempotency-Key、正文”五行；五分钟内有效',
  }),
  'idempotency-key': z.string().optional().openapi({ description: '接入方自己的编号：重复提交只登记一次' }),
})
const signed = { tags, ...forEverybody, description: '可用者：持有密钥、对请求签名的接入方，无需登录。' }
const keyGiven = z.object({ id: z.string(), key: z.string().openapi({ description: '只显示这一次' }) })
const moment = z.string().openapi({ format: 'date-time' })
const demand = z.object({
  ...{ id: z.string(), number: z.string(), state: z.string(), filedAt: moment },
  ...{ unit: z.string().nullable(), closedAt: moment.nullable() },
  events: z.array(z.object({ kind: z.string(), at: moment })),
})

/** The routes of the administrator. */
export const clientRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/clients', summary: '接入方和推送地址', tags, ...admin },
    responses: gives(
      z.object({ clients: z.array(z.looseObject({})), subscriptions: z.array(z.looseObject({})) }),
      '接入方',
    ),
  },
  {
    method: 'post',
    ...{ path: '/hotline/clients', summary: '登记接入方', tags, ...admin },
    ...{ request: takes(clientForm), responses: makes(keyGiven, '编号和密钥') },
  },
  {
    method: 'post',
    ...{ path: '/hotline/clients/{id}/key', summary: '更换密钥，原密钥立即失效', tags, ...admin },
    ...{ request: { params }, responses: gives(keyGiven, '新的密钥') },
  },
  {
    method: 'post',
    ...{ path: '/hotline/clients/{id}/revoke', summary: '停用接入方', tags, ...admin },
    ...{ request: { params }, responses: does('已停用') },
  },
  {
    method: 'post',
    ...{ path: '/hotline/clients/{id}/subscriptions', summary: '登记推送地址', tags, ...admin },
    request: { params, ...takes(subscriptionForm) },
    responses: makes(keyGiven, '编号和签名密钥'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/subscriptions/{id}/end', summary: '停用推送地址', tags, ...admin },
    ...{ request: { params }, responses: does('已停用') },
  },
  {
    method: 'get',
    ...{ path: '/hotline/deliveries', summary: '推送记录：待发、已送达、未送达', tags, ...admin },
    request: { query: deliveriesQuery },
    responses: gives(z.object({ lines: z.array(z.looseObject({})), total: z.int() }), '一页推送记录'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/deliveries/resend', summary: '重发未送达的', tags, ...admin },
    request: takes(resendForm),
    responses: gives(z.object({ count: z.int() }), '重发的条数'),
  },
] as const

/** The routes of systems that sign. */
export const inboundRoutes = [
  {
    method: 'post',
    ...{ path: '/hotline/inbound/demands', summary: '接入方登记诉求', ...signed },
    request: { headers: signedHeaders, ...takes(inboundForm) },
    responses: makes(
      z.object({ id: z.string(), number: z.string(), trackingCode: z.string() }),
      '编号和查询码；以同一 Idempotency-Key 再次提交，答复相同',
    ),
  },
  {
    method: 'get',
    ...{ path: '/hotline/inbound/demands/{id}', summary: '接入方查询自己登记的诉求', ...signed },
    request: { params, headers: signedHeaders },
    responses: gives(demand, '办理情况'),
  },
] as const
