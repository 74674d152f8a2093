import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { idIn } from '../../../office/api/id-in.ts'
import { forRoles, forSignedIn, forTheWholeHouse, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { body, describe, does, gives, makes, queryIn, takes } from '../../../platform/http/openapi.ts'
import { saveSetting, setting, settingForms, withSecretsSealed } from '../../../platform/settings.ts'
import {
  askByMessage,
  callbackMessageLines,
  callbackMessages,
  resendMessage,
} from '../../act/callback/asking.ts'
import { callbackRules, settleCallbackRules } from '../../act/callback/rules.ts'
import { simulatedLink } from '../../act/callback/simulated.ts'
import { chosenWays } from '../../callback/choosing.ts'
import { callbackMessageStates } from '../../callback/message.ts'
import { countRead, demandIn } from '../demand-in.ts'

const tags = ['热线回访']
const key = z.object({ id: z.string().max(100) })
const message = z.looseObject({ id: z.string(), state: z.enum(callbackMessageStates) })
const messagesQuery = z.object({
  state: z.enum(callbackMessageStates).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const gatewayForm = z.object(settingForms.messages.unwrap().shape).openapi('MessageGateway')

const rulesForm = settingForms.callbackRules.unwrap().extend({}).openapi('CallbackRules')

const routes = [
  {
    method: 'get',
    ...{ path: '/demands/{id}/messages', summary: '一件诉求的短信回访', tags, ...forSignedIn },
    request: { params: key },
    responses: gives(
      z.object({ lines: z.array(message), decided: z.looseObject({ way: z.enum(chosenWays) }).nullable() }),
      '短信，新的在前；decided 为回访规则选定的方式和理由，没有选定的为 null',
    ),
  },
  {
    method: 'post',
    ...{ path: '/demands/{id}/messages', summary: '发起短信回访', tags, ...forRoles('callbackAgent') },
    request: { params: key },
    responses: makes(z.object({ id: z.string() }), '待发；一分钟内交给短信网关'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/messages', summary: '短信回访列表', tags },
    ...forRoles('callbackAgent', 'supervisor'),
    request: { query: messagesQuery },
    responses: gives(z.object({ lines: z.array(message), total: z.int() }), '一页短信和总数'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/messages/{id}/resend', summary: '重新发送失败的短信', tags },
    ...forRoles('callbackAgent'),
    request: { params: key },
    responses: does('待发'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/messages/{id}/simulated', summary: '模拟网关所发短信的评价链接', tags },
    ...forRoles('callbackAgent'),
    request: { params: key },
    responses: gives(z.object({ path: z.string() }), '只有发给 000 开头的试用号码的才给出'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/message-gateway', summary: '短信网关的设置', tags, ...forTheWholeHouse },
    responses: gives(
      z.object({
        ...{ simulated: z.boolean(), address: z.string(), days: z.int(), keySecretSet: z.boolean() },
      }),
      '地址为空的，不发短信；密钥不显示',
    ),
  },
  {
    method: 'put',
    ...{
      path: '/hotline/message-gateway',
      summary: '保存短信网关的设置，立即生效',
      tags,
      ...forTheWholeHouse,
    },
    request: takes(gatewayForm),
    responses: does('已保存'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/callback-rules', summary: '回访方式的规则', tags, ...forSignedIn },
    responses: gives(
      z.object({
        rules: rulesForm,
        gateway: z.boolean().openapi({ description: '是否已设置短信网关和网站域名；没有的全部用电话回访' }),
        simulated: z.boolean().openapi({ description: '是否为模拟网关' }),
        due: z.object({ phone: z.int(), message: z.int() }),
      }),
      '规则，和本人可见的热线等待回访的件数',
    ),
  },
  {
    method: 'put',
    ...{ path: '/hotline/callback-rules', summary: '保存回访方式的规则，以后到期的回访适用', tags },
    ...forTheWholeHouse,
    request: takes(rulesForm),
    responses: does('已保存'),
  },
] as const

const unseen = '没有找到这条短信，或者您无权查看。'

/** Callbacks by message, over HTTP. */
export function callbackApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/demands/:id/messages', async context => {
    const { id } = (await demandIn(context)).demand
    return context.json(await callbackMessages(context.var.work, id))
  })
  api.post('/demands/:id/messages', async context => {
    const { id } = (await demandIn(context)).demand
    const { work, secrets } = context.var
    const asking = { by: signedIn(context), moment: momentToday(), secrets }
    return context.json(orThrow(await askByMessage(work, id, asking)), 201)
  })
  api.get('/hotline/messages', listed)
  api.post('/hotline/messages/:id/resend', async context => {
    const id = idIn(context, unseen)
    orThrow(await resendMessage(context.var.work, id, { by: signedIn(context), moment: momentToday() }))
    return context.body(null, 204)
  })
  api.get('/hotline/messages/:id/simulated', async context => {
    const { work, secrets } = context.var
    const reading = { by: signedIn(context), secrets }
    return context.json(orThrow(await simulatedLink(work, idIn(context, unseen), reading)))
  })
  api.get('/hotline/message-gateway', async context => {
    const { keySecret, ...shown } = await setting(context.var.work.db, 'messages')
    return context.json({ ...shown, keySecretSet: keySecret !== '' })
  })
  api.put('/hotline/message-gateway', async context => {
    const { work, secrets } = context.var
    const value = await withSecretsSealed(work.db, 'messages', await body(context, gatewayForm), secrets)
    await saveSetting(work, 'messages', value, signedIn(context))
    return context.body(null, 204)
  })
  api.get('/hotline/callback-rules', async context =>
    context.json(await callbackRules(context.var.work, signedIn(context))),
  )
  api.put('/hotline/callback-rules', async context => {
    const rules = await body(context, rulesForm)
    orThrow((await settleCallbackRules(context.var.work, rules, signedIn(context))) ?? 'saved')
    return context.body(null, 204)
  })
  return api
}

async function listed(context: Who): Promise<Response> {
  const asked = queryIn(context, messagesQuery)
  const found = await callbackMessageLines(context.var.work, asked, signedIn(context))
  await countRead(
    context,
    found.lines.map(({ demand }) => demand),
  )
  return context.json(found)
}
