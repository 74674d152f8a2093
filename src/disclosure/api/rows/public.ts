import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agencyTree } from '../../../office/agencies.ts'
import { forEverybody, officeRoutes } from '../../../office/api/who.ts'
import type { AppEnv } from '../../../office/env.ts'
import { describe, gives, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { hasRows, type ItemForm, itemForms } from '../../forms.ts'
import { publicLines } from '../../store/rows/public.ts'
import { resultForm } from './forms.ts'

const formsWithRows = itemForms.filter(hasRows)
const params = z.object({
  form: z.string().openapi({ description: `信息形式：${formsWithRows.join('、')}` }),
})
const asked = z.object({
  q: z
    .string()
    .max(60)
    .optional()
    .openapi({ description: '文号、当事人或者事项中的词，可以有几个，以空格隔开' }),
  agency: z.string().max(60).optional().openapi({ description: '机关代码' }),
  year: z.coerce.number().int().min(1990).max(2200).optional().openapi({ description: '决定的年度' }),
  batch: z.uuid().optional().openapi({ description: '一件信息所附的一批' }),
  sort: z.enum(['decidedOn', '-decidedOn']).default('-decidedOn').openapi({ description: '默认最近的在前' }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const line = resultForm
  .omit({ shown: true, unshownReason: true })
  .extend({
    agency: z.string().openapi({ description: '机关代码' }),
    agencyName: z.string(),
    ...{ item: z.string().openapi({ description: '发布这项结果的信息' }), batch: z.string() },
  })
  .openapi('PublicResult')
const listForm = z.object({
  total: z.int().openapi({ description: '条数；more 为真时，至少有这么多' }),
  more: z.boolean().openapi({ description: '词过于常见，没有数到底' }),
  lines: z.array(line),
})

const route = {
  method: 'get',
  ...{ path: '/results/{form}', summary: '已公开的行政许可、处罚、强制和收费结果' },
  ...{ tags: ['公开结果'], ...forEverybody, request: { params, query: asked } },
  responses: gives(listForm, '一页结果；自然人只有姓氏，依法不公示的不在其中'),
} as const

/** Results in bulk as everybody may read them: searched, narrowed, page by page. */
export function publicResultsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, [route])
  api.get('/results/:form', async context => {
    const query = queryIn(context, asked)
    const { work } = context.var
    const { page, size, ...rest } = query
    const found = await publicLines(
      work,
      { form: formIn(context.req.param('form')), ...rest },
      { page, size },
    )
    const names = new Map((await agencyTree(work)).map(({ code, name }) => [code, name]))
    const lines = found.lines.map(({ shown: _, unshownReason: __, ...told }) => ({
      ...told,
      agencyName: names.get(told.agency) ?? told.agency,
    }))
    return context.json({ total: found.total, more: found.more, lines })
  })
  return api
}

function formIn(name: string): ItemForm {
  if (hasRows(name)) return name
  throw new ProblemError(404, `没有这种结果。可以查询：${formsWithRows.join('、')}。`)
}
