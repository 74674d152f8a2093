import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forRoles, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, gives, makes, queryIn, takes } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { spooled } from '../../../platform/http/spooled.ts'
import { csvOf, sheetFile } from '../../../web/sheet.ts'
import { mappingSaid } from '../../act/importing/asking.ts'
import { carryOnBehind } from '../../act/importing/carrying.ts'
import {
  beginSiteRun,
  siteRunSeen,
  siteRunsOf,
  siteRunView,
  startKeeping,
  tryAgain,
} from '../../act/importing/runs.ts'
import { hinders, siteFaultKinds, siteFaultLabel } from '../../importing/fault.ts'
import { mostSiteFaults } from '../../importing/view.ts'
import { faultsOfRun } from '../../store/importing/run-faults.ts'
import { readingForm, siteFaultsForm, siteRunForm, siteRunsForm } from './forms.ts'

/** The biggest archive that comes through the browser; bigger ones go by the command. */
const largestArchiveBytes = 500 * 1024 * 1024
const about = { tags: ['从原网站迁入'], ...forRoles('coordinator', 'administrator') }
const key = z.object({ id: z.string().max(50) })
const given = z.object({
  ...{ agency: z.string().max(100), source: z.string().max(100, '原网站名称不能超过 100 字') },
  name: z.string().max(200).default('').openapi({ description: '文件名' }),
  mapping: z
    .string()
    .max(200_000)
    .optional()
    .openapi({ description: 'SiteMapping 的 JSON；不写则按通常的位置读取' }),
})
const archive = { schema: z.string().openapi({ format: 'binary', description: 'ZIP，不超过 500 MB' }) }
const content = { 'application/octet-stream': archive, 'application/zip': archive }
const kindAsked = z.object({ kind: z.enum(siteFaultKinds).optional() })
const faultsAsked = kindAsked.extend({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const made = z.object({ id: z.uuid() })
const sheet = key.extend({ format: z.enum(['csv', 'xlsx']) })

const routes = [
  {
    method: 'get',
    ...{ path: '/site-runs', summary: '本人可以迁入的机关的迁入记录和映射', ...about },
    responses: gives(siteRunsForm, '新的在前'),
  },
  {
    method: 'post',
    ...{ path: '/site-runs', summary: '上传原网站的压缩包并试读，不保存信息', ...about },
    request: { query: given, body: { required: true, content } },
    responses: makes(made, '已收下，正在试读'),
  },
  {
    method: 'get',
    ...{
      path: '/site-runs/{id}',
      summary: '一次迁入：进度、读出的内容、映射',
      ...about,
      request: { params: key },
    },
    responses: gives(siteRunForm, '这次迁入现在的情况'),
  },
  {
    method: 'get',
    ...{ path: '/site-runs/{id}/faults', summary: '逐页的问题', ...about },
    request: { params: key, query: faultsAsked },
    responses: gives(siteFaultsForm, '一页问题和总数'),
  },
  {
    method: 'get',
    ...{
      path: '/site-runs/{id}/faults/sheet/{format}',
      summary: '逐页的问题，CSV 或者 Excel 文件',
      ...about,
    },
    request: { params: sheet, query: kindAsked },
    responses: { 200: { description: '全部符合筛选条件的问题' } },
  },
  {
    method: 'put',
    ...{ path: '/site-runs/{id}/mapping', summary: '修改映射并重新试读', ...about },
    request: { params: key, ...takes(readingForm) },
    responses: gives(siteRunForm, '正在按新的映射试读'),
  },
  {
    method: 'post',
    ...{ path: '/site-runs/{id}/start', summary: '迁入：有错误的页面不迁入，已迁入的不重复', ...about },
    request: { params: key },
    responses: gives(siteRunForm, '正在迁入'),
  },
] as const

/** The moving in of older sites over HTTP. */
export function siteRunsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/site-runs', async context => context.json(await siteRunsOf(context.var.work, moverIn(context))))
  api.post('/site-runs', async context => {
    const by = moverIn(context)
    const { mapping: written, ...asked } = queryIn(context, given)
    const { mapping } = written === undefined ? { mapping: {} } : orThrow(mappingSaid(jsonOf(written)))
    const { work } = context.var
    const begun = await spooled(context, largestArchiveBytes, path =>
      beginSiteRun(work, { ...asked, path, mapping }, by),
    )
    const { id } = orThrow(begun)
    carryOnBehind(work, id, today())
    return context.json({ id }, 201)
  })
  api.get('/site-runs/:id', async context => context.json(await viewSeen(context)))
  api.get('/site-runs/:id/faults', async context => {
    const { id } = await seen(context)
    return context.json(await faultsOfRun(context.var.work, id, queryIn(context, faultsAsked)))
  })
  api.get('/site-runs/:id/faults/sheet/:format', faultSheet)
  api.put('/site-runs/:id/mapping', async context => {
    const run = await seen(context)
    const reading = await body(context, readingForm)
    orThrow((await tryAgain(context.var.work, run, { ...reading, by: signedIn(context) })) ?? {})
    carryOnBehind(context.var.work, run.id, today())
    return context.json(await viewSeen(context))
  })
  api.post('/site-runs/:id/start', async context => {
    const run = await seen(context)
    orThrow((await startKeeping(context.var.work, run)) ?? {})
    carryOnBehind(context.var.work, run.id, today())
    return context.json(await viewSeen(context))
  })
  return api
}

function moverIn(context: Who) {
  const person = signedIn(context)
  const may = person.grants.some(({ role }) => role === 'coordinator' || role === 'administrator')
  if (!may)
    throw new ProblemError(403, '“从原网站迁入”由本机关的局办公室或者系统管理员办理，您没有这个角色。')
  return person
}

async function seen(context: Who) {
  const run = await siteRunSeen(context.var.work, context.req.param('id') ?? '', moverIn(context))
  if (run === undefined) throw new ProblemError(404, '没有找到这次迁入，或者您无权查看。')
  return run
}

async function viewSeen(context: Who) {
  return await siteRunView(context.var.work, await seen(context))
}

async function faultSheet(context: Who): Promise<Response> {
  const { id, source } = await seen(context)
  const format = context.req.param('format')
  if (format !== 'csv' && format !== 'xlsx') throw new ProblemError(404, '没有这种格式。')
  const { kind } = queryIn(context, kindAsked)
  const { faults } = await faultsOfRun(context.var.work, id, { kind, page: 1, size: mostSiteFaults })
  const rows = faults.map(fault => [
    ...[fault.path, hinders(fault) ? '不能迁入' : '提示', siteFaultLabel(fault.kind)],
    ...[fault.label, fault.value, fault.message],
  ])
  const table = [['页面', '程度', '问题', '项目', '页面中的内容', '说明和办法'], ...rows]
  return await sheetFile(context, format === 'csv' ? csvOf(table) : table, `${source}迁入问题`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
