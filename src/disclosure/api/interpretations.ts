import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen } from '../../office/agencies.ts'
import { forRoles, forSignedIn, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { describe, gives, queryIn } from '../../platform/http/openapi.ts'
import { owedInterpretations, startInterpretation } from '../act/interpreting.ts'

const tags = ['政策解读']
const query = z.object({
  agency: z.string().max(100).optional(),
  q: z.string().trim().max(100, '查找的字不能超过 100 个').optional(),
  drafted: z.enum(['yes', 'no'], '请选择是否已在起草').optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const line = z
  .object({
    ...{ item: z.string(), agency: z.string(), agencyName: z.string(), title: z.string() },
    ...{ documentNumber: z.string().nullable(), publishedOn: z.string(), due: z.string().nullable() },
    draft: z.string().nullable().openapi({ description: '正在起草的解读' }),
  })
  .openapi('OwedInterpretation')

const routes = [
  {
    method: 'get',
    ...{ path: '/interpretations/owed', summary: '缺少解读的文件', tags, ...forSignedIn },
    ...{ request: { query }, description: '可用者：该机关的人员，以及上级机关的主管部门、审计员。' },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '公开早的在前'),
  },
  {
    method: 'post',
    ...{ path: '/items/{id}/interpretation', summary: '起草解读', tags },
    ...{ ...forRoles('officer', 'departmentOfficer'), request: { params: z.object({ id: z.string() }) } },
    responses: gives(z.object({ id: z.string() }), '解读稿件的编号'),
  },
] as const

/** Documents that want their interpretation, for the staff. */
export function interpretationsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/interpretations/owed', async context => {
    const { agency, drafted, ...asked } = queryIn(context, query)
    const { work } = context.var
    const seen = await agenciesSeen(work, signedIn(context), agency)
    const names = new Map(seen.map(({ code, name }) => [code, name]))
    const { lines, total } = await owedInterpretations(work, [...names.keys()], {
      ...asked,
      drafted: drafted === undefined ? undefined : drafted === 'yes',
    })
    const named = lines.map(each => ({ ...each, agencyName: names.get(each.agency) ?? each.agency }))
    return context.json({ lines: named, total })
  })
  api.post('/items/:id/interpretation', async context => {
    const doing = { id: context.req.param('id'), by: signedIn(context), today: today() }
    const { id } = orThrow(await startInterpretation(context.var.work, doing))
    return context.json({ id })
  })
  return api
}
