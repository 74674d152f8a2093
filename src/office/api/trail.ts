import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { namedFile } from '../../platform/http/named-file.ts'
import { gives } from '../../platform/http/openapi.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { type AppEnv, signedIn } from '../env.ts'
import { csvOfTrail, type TrailQuery, trailExport, trailPage, verifyTrail } from '../trail.ts'
import { dayForm } from './forms.ts'
import { forRoles, officeRoutes } from './who.ts'

const tags = ['操作留痕']
const readers = forRoles('auditor', 'administrator')
const verifiers = {
  description: `${readers.description}校验范围为全部留痕。`,
  ...{ security: readers.security, middleware: [readers.middleware, rateLimit(20)] },
}
const words = z.string().trim().max(100, '不能超过 100 字').optional()
const place = z.coerce.number('位置不正确').int('位置不正确').min(1, '位置不正确').optional()
const filter = z.object({
  act: words.openapi({ description: '事项，或其开头：report. 为年度报告的全部事项' }),
  agency: words.openapi({ description: '机构代码' }),
  by: words.openapi({ description: '办理人姓名中的字' }),
  from: dayForm.optional().openapi({ description: '自这一天起' }),
  to: dayForm.optional().openapi({ description: '至这一天止，含当天' }),
})
const rowForm = z
  .object({
    ...{ id: z.int(), at: z.string(), byName: z.string(), act: z.string(), actLabel: z.string() },
    ...{ agency: z.string().nullable(), agencyName: z.string().nullable() },
    ...{ subject: z.string(), subjectName: z.string(), told: z.string(), hash: z.string() },
  })
  .openapi('TrailRow')
const resultForm = z
  .object({ rows: z.int(), broken: z.array(z.object({ id: z.int(), why: z.string() })) })
  .openapi('Verification')

const list = createRoute({
  ...{ method: 'get', path: '/audit', summary: '操作留痕，最近的在前', tags, ...readers },
  request: {
    query: filter.extend({
      before: place.openapi({ description: '只要这个编号之前的' }),
      after: place.openapi({ description: '只要这个编号之后的' }),
      size: z.coerce.number().int().min(1).max(500, '每页最多 500 条').default(50),
    }),
  },
  responses: gives(
    z.object({
      rows: z.array(rowForm),
      total: z.int().openapi({ description: '符合条件的条数，最多数到一万' }),
      more: z.boolean().openapi({ description: '超过一万条' }),
      earlier: z.int().nullable().openapi({ description: '更早一页的 before' }),
      later: z.int().nullable().openapi({ description: '更近一页的 after' }),
    }),
    '一页留痕',
  ),
})

const exported = createRoute({
  ...{ method: 'get', path: '/audit.csv', summary: '导出符合条件的全部留痕', tags, ...readers },
  request: { query: filter },
  responses: {
    ...gives(z.string(), ''),
    200: { description: '边查边传的 CSV 文件', content: { 'text/csv': { schema: z.string() } } },
  },
})

const verify = createRoute({
  ...{ method: 'post', path: '/audit/verify', summary: '校验全部操作留痕', tags, ...verifiers },
  responses: gives(resultForm, '校验的条数和不符的记录'),
})

const walk = createRoute({
  ...{ method: 'post', path: '/audit/verify/progress', summary: '校验全部操作留痕，逐行报告进度', tags },
  ...verifiers,
  responses: {
    ...gives(z.string(), ''),
    200: {
      description: '每行一个 JSON：先是 {walked}，最后是结果',
      content: { 'text/x-ndjson': { schema: z.string() } },
    },
  },
})

/** The trail: what the reader may see of it, as pages, as a file, and verified. */
export function trailApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  api.openapi(list, async context => {
    const { before, after, size, ...query } = context.req.valid('query')
    const { work } = context.var
    const page = await trailPage(work, signedIn(context), query, { before, after, size })
    return context.json({ ...page, rows: page.rows.map(({ detail: _, ...row }) => row) }, 200)
  })
  api.openapi(exported, context => {
    const query: TrailQuery = context.req.valid('query')
    const { work } = context.var
    context.header('content-type', 'text/csv; charset=utf-8')
    context.header('content-disposition', namedFile('操作留痕.csv'))
    const pages = trailExport(work, signedIn(context), query)
    return stream(context, async out => {
      for await (const text of csvOfTrail(pages)) {
        if (out.aborted) return
        await out.write(text)
      }
    })
  })
  api.openapi(verify, async context =>
    context.json(await verifyTrail(context.var.work, signedIn(context)), 200),
  )
  api.openapi(walk, context => {
    const { work } = context.var
    const reader = signedIn(context)
    context.header('content-type', 'text/x-ndjson; charset=utf-8')
    return stream(context, async out => {
      const line = async (value: object) => void (await out.write(`${JSON.stringify(value)}\n`))
      const result = await verifyTrail(work, reader, walked => {
        if (out.aborted) throw new Error('the reader has left')
        return line({ walked })
      })
      await line(result)
    })
  })
  return api
}
