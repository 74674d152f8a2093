import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen } from '../../../office/agencies.ts'
import { forRoles, forSignedIn, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, gives, queryIn, takes, wrongForm } from '../../../platform/http/openapi.ts'
import { addDays } from '../../../statute/day.ts'
import { answerFault, reportersOf } from '../../act/citizens/faults.ts'
import { faults, leastUseful } from '../../store/citizens/faults.ts'
import { faultKinds, faultVetoOn } from '../../voices.ts'

const tags = ['网站找错']
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员；姓名和联系方式只给本机关人员。',
}
const query = z.object({
  agency: z.string().max(100).optional(),
  standing: z.enum(['all', 'open', 'answered']).default('all'),
  kind: z.enum(faultKinds).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const answerForm = z
  .object({
    valid: z.boolean('请选择是否属实'),
    answer: z.string().trim().min(1, '请写明核实的结果和处理情况').max(2000, '不能超过 2000 字'),
  })
  .openapi('FaultAnswer')
const line = z
  .object({
    ...{ id: z.uuid(), number: z.string(), agency: z.string(), agencyName: z.string() },
    ...{ item: z.string().nullable(), path: z.string(), kind: z.enum(faultKinds), text: z.string() },
    ...{ filedOn: z.string(), vetoOn: z.string(), valid: z.boolean().nullable() },
    ...{ answer: z.string().nullable(), answeredOn: z.string().nullable() },
    ...{ answeredBy: z.string().nullable(), reporter: z.string().nullable() },
  })
  .openapi('Fault')
const useful = z
  .object({
    ...{ path: z.string(), title: z.string(), useful: z.int(), notUseful: z.int() },
    why: z.array(z.string()),
  })
  .openapi('Usefulness')

const routes = [
  {
    method: 'get',
    ...{ path: '/faults', summary: '读者找错', tags, ...readers, request: { query } },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '未答复的在前'),
  },
  {
    method: 'post',
    ...{
      path: '/faults/{id}/answer',
      summary: '答复找错',
      tags,
      ...forRoles('officer', 'departmentOfficer'),
    },
    ...{ request: { params: z.object({ id: z.uuid() }), ...takes(answerForm) } },
    responses: gives(z.object({ number: z.string() }), '已答复'),
  },
  {
    method: 'get',
    ...{ path: '/usefulness', summary: '读者认为没有用的页面', tags, ...readers },
    responses: gives(z.array(useful), '近一年，没有用的次数多的在前'),
  },
] as const
const mostPages = 100

/** Faults that readers reported, and pages that were of no use to them, for the staff. */
export function faultApi(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/faults', async context => {
    const asked = queryIn(context, query)
    return context.json(await lines(context, asked))
  })
  api.post('/faults/:id/answer', async context => {
    const by = signedIn(context)
    const answer = await body(context, answerForm)
    const id = z.uuid().safeParse(context.req.param('id'))
    if (!id.success) throw wrongForm(id.error)
    const done = orThrow(await answerFault(context.var.work, { id: id.data, by, today: today() }, answer))
    return context.json({ number: done.number })
  })
  api.get('/usefulness', async context => {
    const { work } = context.var
    const since = addDays(today(), -365)
    const seen = (await agenciesSeen(work, signedIn(context))).map(({ code }) => code)
    return context.json(await leastUseful(work, seen, { since, most: mostPages }))
  })
}

async function lines(context: Who, { agency, ...asked }: z.infer<typeof query>) {
  const { work, secrets } = context.var
  const seen = await agenciesSeen(work, signedIn(context), agency)
  const names = new Map(seen.map(({ code, name }) => [code, name]))
  const found = await faults(work, { ...asked, agencies: [...names.keys()] })
  const reporters = await reportersOf(work, found.faults, { by: signedIn(context), secrets })
  const told = found.faults.map(each => {
    const reporter = reporters.get(each.id)
    return {
      ...{ ...each, agencyName: names.get(each.agency) ?? each.agency, vetoOn: faultVetoOn(each.filedOn) },
      reporter: reporter === undefined ? null : [reporter.name, reporter.contact].filter(Boolean).join('，'),
    }
  })
  return { lines: told, total: found.total }
}
