import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forWorkers, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { worksAt } from '../../office/roles.ts'
import { body, describe, gives } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { givePaper, lookIntoPaper, pageOfPaper, type Which } from '../act/giving.ts'
import { formOfRequest } from './answers.ts'
import { caseSeen, doing, problemOf, recordSeen } from './doing.ts'
import { requestKey } from './forms.ts'

const part = z.number().min(0).max(1)
const marksForm = z.object({
  boxes: z
    .array(z.object({ page: z.int().min(1), x: part, y: part, width: part, height: part }))
    .max(5000, '一份文件最多标记 5000 处')
    .openapi({ description: '遮盖的位置：页码自 1 起，坐标为页宽、页高的比例' }),
  words: z
    .array(z.string().trim().min(1, '遮盖的词不能为空').max(200))
    .max(500)
    .openapi({ description: '文字中逐处遮盖的词' }),
})

const tags = ['依申请公开']
const handlers = forWorkers
const paperKey = requestKey.extend({ paper: z.uuid() })
const found = z.object({
  paper: z.object({ id: z.string(), name: z.string() }).loose(),
  looked: z.object({
    ...{ kind: z.string(), pages: z.int().optional() },
    found: z.array(z.object({ kind: z.string(), where: z.string(), what: z.string(), count: z.int() })),
  }),
})

const routes = [
  {
    method: 'get',
    ...{ path: '/requests/{id}/papers/{paper}/look', summary: '检查材料中看不见的内容', tags, ...handlers },
    ...{
      request: { params: paperKey },
      responses: gives(found, '批注、修订、隐藏内容、属性、黑块下的文字等'),
    },
  },
  {
    method: 'get',
    ...{
      path: '/requests/{id}/papers/{paper}/pages/{page}',
      summary: '材料的一页，供标记',
      tags,
      ...handlers,
    },
    request: { params: paperKey.extend({ page: z.string() }) },
    responses: { 200: { description: 'PNG' }, 404: { description: '没有找到，或者无权查看' } },
  },
  {
    method: 'post',
    ...{ path: '/requests/{id}/papers/{paper}/give', summary: '遮盖、重建后提供给申请人', tags, ...handlers },
    request: {
      params: paperKey,
      body: { required: true, content: { 'application/json': { schema: marksForm } } },
    },
    responses: gives(formOfRequest, '办理后的申请'),
  },
] as const

/** What is given out: looked into, marked, rebuilt, and only then open to the applicant. */
export function givingRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/requests/:id/papers/:paper/look', async context => {
    const which = await ownPaper(context)
    return context.json(orThrow(await lookIntoPaper(context.var.work, which)))
  })
  api.get('/requests/:id/papers/:paper/pages/:page', async context => {
    const which = await ownPaper(context)
    const page = Number(context.req.param('page'))
    if (!Number.isInteger(page) || page < 1) throw new ProblemError(404, '没有这一页。')
    const image = orThrow(await pageOfPaper(context.var.work, which, page))
    const headers = { 'content-type': 'image/png', 'cache-control': 'no-store' }
    return context.body(Uint8Array.from(image), 200, headers)
  })
  api.post('/requests/:id/papers/:paper/give', async context => {
    const { paper } = await ownPaper(context)
    const { record: _, ...by } = await doing(context)
    const marks = await body(context, marksForm)
    const done = await givePaper(context.var.work, by, { paper, marks })
    if ('kind' in done) throw problemOf(done)
    return context.json(await caseSeen(context))
  })
}

/** A paper of a request of one's own agency. @throws ProblemError 403 for whoever only supervises or audits it */
async function ownPaper(context: Who): Promise<Which> {
  const { request } = await recordSeen(context)
  if (!worksAt(signedIn(context), request.agency))
    throw new ProblemError(403, '材料由本机关的经办人员检查和提供。')
  const paper = context.req.param('paper') ?? ''
  if (!/^[\da-f-]{36}$/i.test(paper)) throw new ProblemError(404, '没有找到。')
  return { request: request.id, paper, secrets: context.var.secrets }
}
