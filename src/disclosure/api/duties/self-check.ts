import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { dayForm } from '../../../office/api/forms.ts'
import { forSignedIn, forTheTop, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, gives, makes, queryIn, takes, wrongForm } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { dayOf } from '../../../statute/day.ts'
import { checkSite, refusalOfColumns, setColumn } from '../../act/duties/self-check.ts'
import { itemForms } from '../../forms.ts'
import { countVerdicts, type SelfCheckView } from '../../self-check/judge.ts'
import { selfCheckHistory, selfCheckOf, siteColumns } from '../../store/duties/site.ts'

const tags = ['网站自查']
const readers = { ...forSignedIn, description: '可用者：已登录的任何人；网站由各机关共用。' }
const setters = forTheTop('supervisingOffice', 'administrator')
const columnForm = z
  .object({
    name: z.string().trim().min(1, '请填写栏目名称').max(60, '不能超过 60 字'),
    forms: z.array(z.enum(itemForms, '没有这种信息形式')).min(1, '请至少选择一种信息形式').max(50),
    strict: z.boolean(),
    limitDays: z.int().min(1, '期限至少 1 天').max(1830, '期限最长 5 年'),
    department: z.string().trim().min(1, '请填写责任处室').max(100, '不能超过 100 字'),
  })
  .openapi('SiteColumn')
const key = z.object({ id: z.uuid('没有这个栏目') })
const made = z.object({ id: z.string() })
const query = z.object({
  day: dayForm.transform(dayOf).optional().openapi({ description: '哪一天保存的自查；不写为现在重新检查' }),
})
const line = z
  .object({
    ...{ rule: z.string(), label: z.string(), limit: z.string(), actual: z.string(), verdict: z.string() },
    ...{ daysLeft: z.int().nullable(), responsible: z.string() },
    findings: z.array(z.object({ words: z.string(), path: z.string().nullable() })),
  })
  .openapi('SiteCheckLine')
const view = z.object({
  ...{ on: z.string(), kept: z.boolean(), lines: z.array(line), maySet: z.boolean() },
  history: z.array(z.object({ on: z.string(), fails: z.int(), near: z.int() })),
  columns: z.array(columnForm.extend({ id: z.string() })),
})

const routes = [
  {
    method: 'get',
    ...{ path: '/self-check', summary: '国家检查今天会不会不合格', tags, ...readers, request: { query } },
    responses: gives(view, '逐条与限值比较，不能由程序判断的列出人工检查什么'),
  },
  {
    method: 'post',
    ...{ path: '/self-check/columns', summary: '增加栏目', tags, ...setters, request: takes(columnForm) },
    responses: makes(made, '新的栏目'),
  },
  {
    method: 'put',
    ...{ path: '/self-check/columns/{id}', summary: '修改栏目的期限和责任处室', tags, ...setters },
    ...{ request: { params: key, ...takes(columnForm) }, responses: gives(made, '已修改') },
  },
] as const

/** The site's self-check, with its history and the columns that it measures. */
export function selfCheckRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/self-check', async context => {
    const asked = queryIn(context, query)
    return context.json(await viewOf(context, asked.day))
  })
  api.post('/self-check/columns', async context => {
    const by = signedIn(context)
    const column = await body(context, columnForm)
    return context.json(orThrow(await setColumn(context.var.work, by, column)), 201)
  })
  api.put('/self-check/columns/:id', async context => {
    const by = signedIn(context)
    const asked = key.safeParse(context.req.param())
    if (!asked.success) throw wrongForm(asked.error)
    const column = { ...(await body(context, columnForm)), id: asked.data.id }
    return context.json(orThrow(await setColumn(context.var.work, by, column)))
  })
}

const historyDays = 60

async function viewOf(context: Who, day: z.infer<typeof query>['day']): Promise<SelfCheckView> {
  const by = signedIn(context)
  const { work } = context.var
  const lines = day === undefined ? await checkSite(work, today()) : await selfCheckOf(work, day)
  if (lines === undefined) throw new ProblemError(404, '这一天没有保存自查结果。')
  const history = await selfCheckHistory(work, historyDays)
  return {
    ...{ on: day ?? today(), kept: day !== undefined, lines, columns: await siteColumns(work) },
    history: history.map(each => ({ on: each.on, ...countVerdicts(each.lines) })),
    maySet: (await refusalOfColumns(work, by)) === undefined,
  }
}
