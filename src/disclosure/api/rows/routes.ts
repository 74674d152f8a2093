import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { forRoles, forSignedIn, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { describe, gives, makes, queryIn, wrongForm } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { spooled } from '../../../platform/http/spooled.ts'
import { loadRows, type RowsAsked, tryRows } from '../../act/rows/loading.ts'
import { rowsOfItem } from '../../act/rows/looking.ts'
import { largestRowsBytes } from '../../read/sheet/rows.ts'
import { rowMappingForm } from '../../store/rows/mappings.ts'
import { itemRecordSeen } from '../doing.ts'
import { resultForm, runForm } from './forms.ts'

const tags = ['结果明细']
const params = z.object({ id: z.string() })
const sent = z.object({
  name: z.string().max(200).default('').openapi({ description: '文件名' }),
  mapping: z.string().optional().openapi({
    description: '各项目所在的列（自 0 起）的 JSON，如 {"reference":0,"party":1}；不写则按表头推测',
  }),
})
const file = z
  .string()
  .openapi({ format: 'binary', description: '.xlsx、.csv 或者每行一个 JSON 对象，不超过 100 MB' })
const media = { schema: file }
const content = { 'application/octet-stream': media, 'text/csv': media, 'application/x-ndjson': media }
const about = { tags, ...forRoles('officer', 'departmentOfficer') }
const asks = { params, query: sent, body: { required: true, content } }
const page = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const rowsForm = z.object({ rows: z.int(), batch: z.string(), sha256: z.string() })
const listForm = z.object({
  ...{ count: z.int(), shownCount: z.int(), sha256: z.string(), fileName: z.string() },
  ...{ loadedAt: z.string(), loadedBy: z.string(), lines: z.array(resultForm) },
})

const routes = [
  {
    method: 'post',
    ...{ path: '/items/{id}/rows/check', summary: '试读结果明细，不保存', ...about, request: asks },
    responses: gives(runForm, '读出的列、行数、逐行问题'),
  },
  {
    method: 'post',
    ...{ path: '/items/{id}/rows', summary: '上传结果明细：全部或者一行也不', ...about, request: asks },
    responses: makes(
      rowsForm.extend({ draftVersion: z.int().openapi({ description: '稿件的新版本号' }) }),
      '新的一批，已写入稿件；旧的一批保持不变',
    ),
  },
  {
    method: 'get',
    ...{ path: '/items/{id}/rows', summary: '稿件或者已公开内容的结果明细', tags, ...forSignedIn },
    ...{
      request: { params, query: page },
      description: '可用者：该机关的人员，以及上级机关的主管部门、审计员。',
    },
    responses: gives(listForm, '按表中的顺序'),
  },
] as const

/** Results in bulk over HTTP, for the staff and their systems. */
export function rowsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.post('/items/:id/rows/check', async context => {
    const doing = doingOf(context)
    const run = await sentTo(context, asked => tryRows(context.var.work, doing, asked))
    return context.json(orThrow(run))
  })
  api.post('/items/:id/rows', async context => {
    const doing = doingOf(context)
    const done = await sentTo(context, asked => loadRows(context.var.work, doing, asked))
    const { rows, draftVersion } = orThrow(done)
    return context.json({ rows: rows.count, batch: rows.batch, sha256: rows.sha256, draftVersion }, 201)
  })
  api.get('/items/:id/rows', async context => {
    const record = await itemRecordSeen(context)
    const found = await rowsOfItem(context.var.work, record, queryIn(context, page))
    if (found === undefined) throw new ProblemError(404, '没有结果明细。')
    return context.json(found)
  })
  return api
}

function doingOf(context: Context<AppEnv>) {
  return { id: context.req.param('id') ?? '', by: signedIn(context), today: today() }
}

async function sentTo<T>(context: Context<AppEnv>, use: (asked: RowsAsked) => Promise<T>): Promise<T> {
  const asked = queryIn(context, sent)
  const { name, mapping } = asked
  const chosen = mapping === undefined ? undefined : rowMappingForm.safeParse(jsonOf(mapping))
  if (chosen?.success === false) throw wrongForm(chosen.error)
  return await spooled(context, largestRowsBytes, path => use({ path, name, mapping: chosen?.data }))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
