import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { dayForm } from '../../../office/api/forms.ts'
import { idIn } from '../../../office/api/id-in.ts'
import { forRoles, forSignedIn, forTheWholeHouse, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { momentToday, today } from '../../../platform/clock.ts'
import { body, describe, does, gives, queryIn, takes } from '../../../platform/http/openapi.ts'
import { settingForms } from '../../../platform/settings.ts'
import { addDays } from '../../../statute/day.ts'
import { giveOutDemands } from '../../act/looks/giving-out.ts'
import * as record from '../../act/looks/record.ts'
import { causelessWords, idleNumberWords, lookBonds, lookKinds, lookRules } from '../../looks/look.ts'

const tags = ['热线监督']
const usualDays = 29
const watchers = forRoles('supervisor', 'auditor')
const span = {
  ...{ from: dayForm.optional(), to: dayForm.optional() },
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
}
const recordQuery = z.object({
  q: z.string().trim().max(100).optional().openapi({ description: '人员姓名中的字' }),
  unusual: z.stringbool().optional().openapi({ description: 'true 为达到提醒界限的' }),
  ...span,
})
const looksQuery = z.object({
  person: z.string().max(100).optional(),
  kind: z.enum(lookKinds).optional(),
  confidential: z.stringbool().optional().openapi({ description: 'true 为保密诉求的' }),
  causeless: z.stringbool().optional().openapi({ description: causelessWords }),
  ...span,
})
const noticesQuery = z.object({ waiting: z.stringbool().default(false) })
const dealtForm = z.object({ words: z.string().trim().max(500, '不能超过 500 字').default('') })
const exportForm = z
  .object({
    what: z.string().trim().min(1, '请填写列表的名称').max(100, '不能超过 100 字'),
    rows: z.int().min(0).max(1_000_000),
  })
  .openapi('DemandsExport')
const watchForm = settingForms.hotlineWatch.unwrap().extend({}).openapi('HotlineWatch')

const sum = z
  .looseObject({
    ...{ person: z.string(), personName: z.string(), looks: z.int(), confidential: z.int() },
    causeless: z.int().openapi({ description: causelessWords }),
    idleNumbers: z.int().openapi({ description: idleNumberWords }),
    unusual: z.array(z.enum(lookRules)),
  })
  .openapi('LooksOfPerson')
const look = z
  .looseObject({
    ...{ id: z.int(), person: z.string(), kind: z.enum(lookKinds), at: z.string() },
    ...{ demand: z.string().nullable(), bond: z.enum(lookBonds).nullable(), actedAfter: z.boolean() },
  })
  .openapi('HotlineLook')
const notice = z
  .looseObject({
    ...{ id: z.string(), person: z.string(), on: z.string(), rule: z.enum(lookRules), counted: z.int() },
  })
  .openapi('LookNotice')

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/looks', summary: '查看来电人记录，按人员合计', tags, ...watchers },
    request: { query: recordQuery },
    responses: gives(z.object({ lines: z.array(sum), total: z.int() }), '一页人员和总数'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/looks/each', summary: '查看来电人记录，逐次', tags, ...watchers },
    request: { query: looksQuery },
    responses: gives(z.object({ lines: z.array(look), total: z.int() }), '一页查看和总数'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/looks/notices', summary: '异常查看的提醒', tags, ...watchers },
    request: { query: noticesQuery },
    responses: gives(
      z.object({ lines: z.array(notice) }),
      '提醒，最近的在前；waiting 为 true 时只含未处理的',
    ),
  },
  {
    method: 'post',
    ...{ path: '/hotline/looks/notices/{id}', summary: '写明对异常查看的处理', tags, ...watchers },
    request: { params: z.object({ id: z.string().max(100) }), ...takes(dealtForm) },
    responses: does('已处理，记入操作留痕'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/exports', summary: '导出页面上的诉求列表之前告知行数', tags, ...forSignedIn },
    request: takes(exportForm),
    responses: does('可以导出，已记入操作留痕；超过当天限额的拒绝'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/watch', summary: '查看提醒和导出限额的设置', tags, ...forSignedIn },
    responses: gives(watchForm, '各项界限'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/watch', summary: '保存查看提醒和导出限额', tags, ...forTheWholeHouse },
    request: takes(watchForm),
    responses: does('已保存，立即适用'),
  },
] as const

/** Who opens callers, over HTTP: for supervisors and auditors. */
export function looksApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/looks', async context => {
    const asked = spanned(queryIn(context, recordQuery))
    return context.json(await record.lookRecord(context.var.work, asked, signedIn(context)))
  })
  api.get('/hotline/looks/each', async context => {
    const asked = spanned(queryIn(context, looksQuery))
    return context.json(await record.looksSeen(context.var.work, asked, signedIn(context)))
  })
  api.get('/hotline/looks/notices', async context => {
    const { waiting } = queryIn(context, noticesQuery)
    return context.json({
      lines: await record.lookNoticesFor(context.var.work, signedIn(context), waiting),
    })
  })
  api.post('/hotline/looks/notices/:id', async context => {
    const id = idIn(context, '没有这条提醒。')
    const { words } = await body(context, dealtForm)
    const by = { by: signedIn(context), moment: momentToday() }
    orThrow(await record.dealWithLooks(context.var.work, { id, words }, by))
    return context.body(null, 204)
  })
  api.post('/hotline/exports', async context => {
    const { what, rows } = await body(context, exportForm)
    const giving = { act: 'hotline.exportList', what, rows, agency: null, detail: {} } as const
    const at = { by: signedIn(context), moment: momentToday() }
    orThrow((await giveOutDemands(context.var.work, giving, at)) ?? 'noted')
    return context.body(null, 204)
  })
  api.get('/hotline/watch', async context => context.json(await record.watchSettings(context.var.work)))
  api.put('/hotline/watch', async context => {
    await record.settleWatch(context.var.work, await body(context, watchForm), signedIn(context))
    return context.body(null, 204)
  })
  return api
}

/** The last thirty days, where no span is asked for. */
function spanned<
  T extends { from?: record.DaysAsked['from'] | undefined; to?: record.DaysAsked['to'] | undefined },
>(asked: T) {
  const to = asked.to ?? today()
  return { ...asked, to, from: asked.from ?? addDays(to, -usualDays) }
}
