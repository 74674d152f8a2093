import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agencyTree } from '../../../office/agencies.ts'
import { forRoles, forSignedIn, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { sees, worksAt } from '../../../office/roles.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, gives, queryIn, takes } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { csvOf } from '../../../web/sheet.ts'
import { answerOpinions, opinionsWithVoices, startResult } from '../../act/citizens/consulting.ts'
import { type Consultation, consultationOf } from '../../store/citizens/consultations.ts'
import { opinionCounts } from '../../store/citizens/opinions.ts'
import { adoptionLabel, adoptions, voiceKindLabel, voiceKinds } from '../../voices.ts'

const tags = ['意见征集']
const key = z.object({ id: z.string().max(200).openapi({ description: '意见征集的编号' }) })
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员；姓名和联系方式只给本机关人员。',
}
const query = z.object({
  standing: z.enum(['all', 'open', 'answered']).default('all'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const answersForm = z
  .object({
    answers: z
      .array(
        z.object({
          number: z.int().min(1),
          adopted: z.enum(adoptions, '请选择采纳情况'),
          words: z.string().trim().max(2000, '说明不能超过 2000 字'),
          shown: z.boolean(),
        }),
      )
      .min(1, '请至少答复一条意见')
      .max(200, '一次最多答复 200 条'),
  })
  .openapi('OpinionAnswers')
const line = z
  .object({
    ...{ number: z.int(), kind: z.enum(voiceKinds), text: z.string(), filedOn: z.string() },
    ...{ adopted: z.enum(adoptions).nullable(), answer: z.string().nullable(), shown: z.boolean() },
    ...{ answeredOn: z.string().nullable(), answeredBy: z.string().nullable() },
    voice: z.object({ name: z.string(), contact: z.string() }).nullable(),
  })
  .openapi('Opinion')
const page = z
  .object({
    ...{ title: z.string(), agency: z.string(), agencyName: z.string(), result: z.string().nullable() },
    ...{ opensOn: z.string().nullable(), closesOn: z.string().nullable() },
    ...{ lines: z.array(line), total: z.int(), open: z.int(), all: z.int() },
  })
  .openapi('Opinions')

const routes = [
  {
    method: 'get',
    ...{ path: '/consultations/{id}/opinions', summary: '收到的意见', tags, ...readers },
    ...{ request: { params: key, query }, responses: gives(page, '按收到的先后') },
  },
  {
    method: 'get',
    ...{ path: '/consultations/{id}/opinions.csv', summary: '导出全部意见', tags, ...readers },
    ...{ request: { params: key }, responses: { 200: { description: 'CSV，不含姓名和联系方式' } } },
  },
  {
    method: 'post',
    ...{ path: '/consultations/{id}/answers', summary: '说明意见的采纳情况', tags },
    ...forRoles('officer', 'departmentOfficer'),
    request: { params: key, ...takes(answersForm) },
    responses: gives(z.object({ count: z.int() }), '答复了多少条'),
  },
  {
    method: 'post',
    ...{ path: '/consultations/{id}/result', summary: '起草征集结果', tags },
    ...{ ...forRoles('officer', 'departmentOfficer'), request: { params: key } },
    responses: gives(z.object({ id: z.string() }), '稿件的编号'),
  },
] as const

/** Opinions on drafts, for the staff. */
export function opinionRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/consultations/:id/opinions', async context => {
    const consultation = await seen(context)
    return context.json(await opinionsPage(context, consultation, queryIn(context, query)))
  })
  api.get('/consultations/:id/opinions.csv', exported)
  api.post('/consultations/:id/answers', async context => {
    const { id } = await seen(context)
    const { answers } = await body(context, answersForm)
    const doing = { item: id, by: signedIn(context), today: today() }
    const { count } = orThrow(await answerOpinions(context.var.work, doing, answers))
    return context.json({ count })
  })
  api.post('/consultations/:id/result', async context => {
    const { id } = await seen(context)
    const doing = { item: id, by: signedIn(context), today: today() }
    const started = orThrow(await startResult(context.var.work, doing))
    return context.json({ id: started.id })
  })
}

async function opinionsPage(
  context: Who,
  { id, title, agency, agencyName, opensOn, closesOn, result }: Awaited<ReturnType<typeof seen>>,
  asked: z.infer<typeof query>,
) {
  const { work, secrets } = context.var
  const mine = worksAt(signedIn(context), agency)
  const { lines, total } = await opinionsWithVoices(work, { item: id, ...asked }, mine ? secrets : undefined)
  const counts = await opinionCounts(work, id)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const about = { title, agency, agencyName, opensOn, closesOn, result }
  return { ...about, lines, total, all, open: counts.get('') ?? 0 }
}

async function exported(context: Who): Promise<Response> {
  const { work } = context.var
  const { id } = await seen(context)
  const head = ['序号', '类型', '意见', '收到日期', '采纳情况', '说明', '公布']
  const rows: string[][] = [head]
  for (let page = 1; ; page++) {
    const { lines } = await opinionsWithVoices(
      work,
      { item: id, standing: 'all', page, size: 1000 },
      undefined,
    )
    for (const { number, kind, text, filedOn, adopted, answer, shown } of lines) {
      const standing = adopted === null ? '' : adoptionLabel[adopted]
      const cells = [String(number), voiceKindLabel[kind], text, filedOn, standing]
      rows.push([...cells, answer ?? '', shown ? '是' : '否'])
    }
    if (lines.length < 1000) break
  }
  return context.body(csvOf(rows), 200, {
    ...{ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' },
    'content-disposition': `attachment; filename="opinions-${id}.csv"`,
  })
}

/** The consultation, for who may see it. @throws ProblemError 404 */
async function seen(context: Who): Promise<Consultation & { readonly agencyName: string }> {
  const { work } = context.var
  const person = signedIn(context)
  const tree = await agencyTree(work)
  const found = await consultationOf(work, context.req.param('id') ?? '')
  if (found === undefined || !sees(person, found.agency, tree)) {
    throw new ProblemError(404, '没有找到这项意见征集，或者您无权查看。')
  }
  return { ...found, agencyName: tree.find(({ code }) => code === found.agency)?.name ?? found.agency }
}
