import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agencyCode } from '../../office/api/forms.ts'
import { idIn } from '../../office/api/id-in.ts'
import { forRoles, forSignedIn, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { body, describe, does, gives, makes, queryIn, takes } from '../../platform/http/openapi.ts'
import { changeTemplate, makeTemplate, retireTemplate, templatesSeen } from '../act/templates/templates.ts'
import { mostOfTemplate } from '../templates/template.ts'

const tags = ['热线承办']
const told = {
  name: z.string('请填写名称').trim().max(mostOfTemplate.name, `不能超过 ${mostOfTemplate.name} 字`),
  words: z.string('请填写内容').trim().max(mostOfTemplate.words, `不能超过 ${mostOfTemplate.words} 字`),
}
const makingForm = z.object({ unit: agencyCode, ...told })
const changingForm = z.object({ version: z.int().openapi({ description: '所见的版本号' }), ...told })
const query = z.object({
  unit: agencyCode.optional(),
  state: z.enum(['inUse', 'retired']).optional(),
  q: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const template = z
  .looseObject({ id: z.string(), unit: z.string(), ...told, version: z.int(), retired: z.boolean() })
  .openapi('AnswerTemplate')
const key = z.object({ id: z.string().max(100) })
const keepers = forRoles('handlingUnit')

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/templates', summary: '答复模板', tags, ...forSignedIn },
    request: { query },
    responses: gives(z.object({ lines: z.array(template), total: z.int() }), '本单位和所辖单位的模板'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/templates', summary: '新建答复模板', tags, ...keepers },
    request: takes(makingForm),
    responses: makes(z.object({ id: z.string() }), '已建立'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/templates/{id}/change', summary: '修改答复模板', tags, ...keepers },
    request: { params: key, ...takes(changingForm) },
    responses: does('已修改'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/templates/{id}/retire', summary: '停用答复模板', tags, ...keepers },
    request: { params: key },
    responses: does('已停用'),
  },
] as const

const id = (context: Who) => idIn(context, '没有这个模板，或者不由您的单位维护。')
const doing = (context: Who) => ({ by: signedIn(context), moment: momentToday() })

/** The templates of answers that units keep, over HTTP. */
export function templatesApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/templates', async context => {
    const { page, size, ...asked } = queryIn(context, query)
    const lines = await templatesSeen(context.var.work, signedIn(context), asked)
    return context.json({ lines: lines.slice((page - 1) * size, page * size), total: lines.length })
  })
  api.post('/hotline/templates', async context => {
    const making = await body(context, makingForm)
    const made = await makeTemplate(context.var.work, doing(context), making)
    return context.json({ id: orThrow(made) }, 201)
  })
  api.post('/hotline/templates/:id/change', async context => {
    const change = { id: id(context), ...(await body(context, changingForm)) }
    orThrow((await changeTemplate(context.var.work, doing(context), change)) ?? 'changed')
    return context.body(null, 204)
  })
  api.post('/hotline/templates/:id/retire', async context => {
    orThrow((await retireTemplate(context.var.work, doing(context), id(context))) ?? 'retired')
    return context.body(null, 204)
  })
  return api
}
