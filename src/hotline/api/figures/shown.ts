import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen } from '../../../office/agencies.ts'
import { dayForm } from '../../../office/api/forms.ts'
import { forSignedIn, forWorkers, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday, today } from '../../../platform/clock.ts'
import { body, describe, does, gives, takes } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import { dayOf } from '../../../statute/day.ts'
import { sheetFile } from '../../../web/sheet.ts'
import { forgetReport, savedReports, saveReport, subscribeReport } from '../../act/figures/saved.ts'
import { openIssue } from '../../act/figures/subscribed.ts'
import { wallboard } from '../../act/figures/wallboard.ts'
import { subscriptionRhythms } from '../../figures/subscription.ts'

const tags = ['12345热线']
const readers = {
  ...forSignedIn,
  description: '可用者：热线和承办单位的人员，以及上级机关的主管部门、审计员和系统管理员；限本人可见的诉求。',
}
const saved = { name: z.string().trim().min(1, '请填写报表的名称').max(50, '不能超过 50 字') }
const savedForm = z
  .object({ ...saved, query: z.string().max(2000, '条件过长') })
  .openapi('SavedReport', { description: '报表的名称和页面地址中的条件' })
const every = z
  .enum(subscriptionRhythms)
  .nullable()
  .openapi({ description: 'day 每日，week 每周一，month 每月 1 日；null 为不订阅' })
const issue = z.object({ from: z.string(), until: z.string(), isOpened: z.boolean() })
const id = z.string().max(100)
const board = z.looseObject({ asOf: z.string(), today: z.string() }).openapi('Wallboard')

const subscriptionForm = z.object({ every }).openapi('ReportSubscription')

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/wallboard', summary: '大屏：今日、一周、队列、逾期、承办单位', tags, ...readers },
    responses: gives(board, '大屏'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/saved-reports', summary: '本人保存的报表', tags, ...forSignedIn },
    responses: gives(z.array(savedForm.extend({ id: z.string(), every, issues: z.array(issue) })), '报表'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/saved-reports', summary: '保存报表，同名的替换', tags, ...forWorkers },
    request: takes(savedForm),
    responses: does('已保存'),
  },
  {
    method: 'delete',
    ...{ path: '/hotline/saved-reports/{id}', summary: '删除本人保存的报表', tags, ...forWorkers },
    request: { params: z.object({ id }) },
    responses: does('已删除'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/saved-reports/{id}/subscription', summary: '订阅报表，到日自动生成', tags },
    ...{ ...forWorkers, request: { params: z.object({ id }), ...takes(subscriptionForm) } },
    responses: does('已办理'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/saved-reports/{id}/issues/{until}', summary: '一期订阅的报表', tags, ...forWorkers },
    request: { params: z.object({ id, until: dayForm.openapi({ description: '该期的最后一日' }) }) },
    responses: {
      ...gives(z.string(), ''),
      200: { description: 'CSV 文件', content: { 'text/csv': { schema: z.string() } } },
    },
  },
] as const

/** The wallboard, and the reports that people keep, over HTTP. */
export function shownFiguresApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/wallboard', async context => {
    const { work } = context.var
    const agencies = (await agenciesSeen(work, signedIn(context))).map(({ code }) => code)
    return context.json(await wallboard(work, agencies, { today: today(), moment: momentToday() }))
  })
  api.get('/hotline/saved-reports', async context =>
    context.json(await savedReports(context.var.work, signedIn(context))),
  )
  api.post('/hotline/saved-reports', async context => {
    const told = await body(context, savedForm)
    const by = signedIn(context)
    orThrow((await saveReport(context.var.work, told, { by, at: momentToday() })) ?? 'saved')
    return context.body(null, 204)
  })
  api.post('/hotline/saved-reports/:id/subscription', async context => {
    const { every: rhythm } = await body(context, subscriptionForm)
    const told = { id: reportIn(context), every: rhythm }
    orThrow((await subscribeReport(context.var.work, told, signedIn(context))) ?? 'subscribed')
    return context.body(null, 204)
  })
  api.get('/hotline/saved-reports/:id/issues/:until', async context => {
    const until = dayForm.safeParse(context.req.param('until'))
    const asked = { id: reportIn(context), person: signedIn(context).id, at: momentToday() }
    const found = until.success && (await openIssue(context.var.work, { ...asked, until: dayOf(until.data) }))
    if (!found) throw new ProblemError(404, '没有这一期报表。')
    return await sheetFile(context, found.sheet, `${found.name}_${until.data}`)
  })
  api.delete('/hotline/saved-reports/:id', async context => {
    await forgetReport(context.var.work, reportIn(context), signedIn(context))
    return context.body(null, 204)
  })
  return api
}

/** The report in the address. @throws ProblemError 404 */
function reportIn(context: Who): string {
  const found = context.req.param('id') ?? ''
  if (!isUuid(found.toLowerCase())) throw new ProblemError(404, '没有这个报表。')
  return found
}
