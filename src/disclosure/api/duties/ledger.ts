import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { dayForm } from '../../../office/api/forms.ts'
import { forSignedIn } from '../../../office/api/who.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { sees } from '../../../office/roles.ts'
import { today } from '../../../platform/clock.ts'
import { describe, gives, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { type Calendar, workdaysBetween } from '../../../statute/calendar.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { ledgerPage, ledgerSummary, provenLines } from '../../act/duties/ledger.ts'
import type { LedgerLineView } from '../../duties/view.ts'
import { isItemForm, itemForms, theForm } from '../../forms.ts'
import { timelinessStandings } from '../../timeliness.ts'

const tags = ['公开时限']
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const asked = {
  agency: z.string().max(63).optional(),
  standing: z.enum(timelinessStandings).optional().openapi({ description: 'late 为逾期未公开' }),
  form: z.enum(itemForms).optional().openapi({ description: '信息形式' }),
  from: dayForm.transform(dayOf).optional().openapi({ description: '成文日期自何日起' }),
  until: dayForm.transform(dayOf).optional().openapi({ description: '成文日期到何日止' }),
  q: z.string().trim().max(100).optional().openapi({ description: '标题或者索引号中的字' }),
}
const pageQuery = z.object({
  ...asked,
  sort: z
    .string()
    .regex(/^-?(due|made|disclosed|agency|title)$/, '不能这样排序')
    .default('-made'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const sumQuery = z.object({ ...asked, group: z.enum(['agency', 'form', 'month', 'year']).default('agency') })
const orders = ['due', 'made', 'disclosed', 'agency', 'title'] as const

const day = z.string().nullable()
const facts = {
  ...{ key: z.string(), item: z.string(), agency: z.string(), indexNumber: z.string(), form: z.string() },
  ...{ title: z.string(), madeOn: day, due: day, disclosedOn: day, standing: z.enum(timelinessStandings) },
  ...{ handlerName: z.string().nullable(), revision: z.boolean() },
}
const line = z.object({ ...facts, agencyName: z.string(), workdaysLeft: z.int().nullable() })
const sum = z.object({
  ...{ key: z.string(), label: z.string(), late: z.int(), due: z.int(), publishedLate: z.int() },
  ...{ inTime: z.int(), undated: z.int(), unknown: z.int() },
})
const proof = z.object({
  ...{ on: z.string(), counted: z.boolean(), number: z.int().nullable(), reason: z.string() },
  ...{ law: z.string(), notice: z.string() },
})
const item = z.object({ id: z.string().max(200) })

const routes = [
  {
    method: 'get',
    ...{ path: '/timeliness', summary: '公开时限台账', tags, ...readers, request: { query: pageQuery } },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '一页，按第二十六条计算期限'),
  },
  {
    method: 'get',
    ...{ path: '/timeliness/sums', summary: '公开时限统计', tags, ...readers, request: { query: sumQuery } },
    responses: gives(z.array(sum), '按机关、形式、月或者年'),
  },
  {
    method: 'get',
    ...{ path: '/items/{id}/timeliness', summary: '一件信息的公开期限及其逐日证明', tags, ...readers },
    request: { params: item },
    responses: gives(z.array(z.object({ ...facts, days: z.array(proof) })), '已公开的版本和在办的稿件'),
  },
] as const

/** The ledger of timeliness, Art. 26, for whoever may see the agencies. */
export function ledgerRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/timeliness', async context => {
    const query = queryIn(context, pageQuery)
    const { agency, sort, ...rest } = query
    const agencies = await agenciesSeen(context.var.work, signedIn(context), agency)
    const names = new Map(agencies.map(({ code, name }) => [code, name]))
    const order = orders.find(each => each === sort.replace(/^-/, '')) ?? 'made'
    const { work } = context.var
    const found = await ledgerPage(
      work,
      { ...rest, agencies: [...names.keys()], sort: order, descending: sort.startsWith('-') },
      today(),
    )
    const calendar = await currentCalendar(work)
    const lines = found.lines.map(
      (each): LedgerLineView => ({
        ...{ ...each, agencyName: names.get(each.agency) ?? each.agency },
        workdaysLeft: each.disclosedOn === null ? workdaysLeft(each.due, calendar) : null,
      }),
    )
    return context.json({ lines, total: found.total })
  })
  api.get('/timeliness/sums', async context => {
    const query = queryIn(context, sumQuery)
    return context.json(await sums(context, query))
  })
  api.get('/items/:id/timeliness', async context => {
    const person = signedIn(context)
    const { work } = context.var
    const lines = await provenLines(work, context.req.param('id'), today())
    const tree = await agencyTree(work)
    const [first] = lines
    if (first === undefined || !sees(person, first.agency, tree)) {
      throw new ProblemError(404, '没有找到，或者您无权查看。')
    }
    return context.json(lines)
  })
}

function workdaysLeft(due: Day | null, calendar: Calendar): number | null {
  if (due === null) return null
  const now = today()
  return now <= due ? workdaysBetween(calendar, now, due) : -workdaysBetween(calendar, due, now)
}

async function sums(context: Who, { agency, group, ...rest }: z.infer<typeof sumQuery>) {
  const agencies = await agenciesSeen(context.var.work, signedIn(context), agency)
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  const found = await ledgerSummary(
    context.var.work,
    { ...rest, agencies: [...names.keys()], group },
    today(),
  )
  return found.map(({ key, ...counts }) => ({
    ...{ key: key ?? '', ...counts },
    label: key === null ? '没有成文日期' : labelOf(key, group, names),
  }))
}

function labelOf(key: string, group: string, names: ReadonlyMap<string, string>): string {
  if (group === 'agency') return names.get(key) ?? key
  if (group === 'form') return isItemForm(key) ? theForm(key).label : key
  const [year, month] = key.split('-')
  return month === undefined ? `${year} 年` : `${year} 年 ${Number(month)} 月`
}
