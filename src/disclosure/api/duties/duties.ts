import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn, forTheTop, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { administersAll, holds, holdsAtTop } from '../../../office/roles.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, gives, makes, queryIn, takes, wrongForm } from '../../../platform/http/openapi.ts'
import { dayOf } from '../../../statute/day.ts'
import { owedBy, type ReportsPublished, recordOccasion, setDuty, stopDuty } from '../../act/duties/duties.ts'
import type { DutiesView } from '../../duties/view.ts'
import { dutyForm, keptDuties } from '../../store/duties/duties.ts'

const tags = ['应公开事项']
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const setters = forTheTop('supervisingOffice', 'administrator')
const query = z.object({ agency: z.string().max(63).optional() })
const key = z.object({ id: z.uuid('没有这个事项') })
const made = z.object({ id: z.string() })
const bodyForm = dutyForm.openapi('DisclosureDuty')
const stopForm = z.object({ ended: z.boolean() }).openapi('DutyStopped')
const occasionForm = z
  .object({
    ...{ agency: agencyCode, on: dayForm.transform(dayOf) },
    words: z.string().trim().min(1, '请写明发生了什么').max(200, '不能超过 200 字'),
  })
  .openapi('DutyOccasion')
const line = z.object({
  ...{ key: z.string(), agency: z.string(), agencyName: z.string(), period: z.string(), due: z.string() },
  standing: z.enum(['done', 'doneLate', 'waiting', 'missing']),
  doneBy: z.object({ item: z.string(), on: z.string() }).nullable(),
  daysLeft: z.int().nullable(),
  duty: z.object({ id: z.string(), title: z.string(), form: z.string(), law: z.string() }),
})
const view = z.object({
  lines: z.array(line),
  duties: z.array(z.unknown()),
  maySet: z.boolean(),
  mayRecord: z.array(z.string()),
})

const routes = [
  {
    method: 'get',
    ...{ path: '/duties', summary: '应公开事项：已公开的和应公开未公开的', tags, ...readers },
    ...{ request: { query }, responses: gives(view, '每个机关每个事项的情况，和事项本身') },
  },
  {
    method: 'post',
    ...{ path: '/duties', summary: '设定应公开事项', tags, ...setters },
    ...{ request: takes(bodyForm), responses: makes(made, '新的事项') },
  },
  {
    method: 'put',
    ...{ path: '/duties/{id}', summary: '修改应公开事项', tags, ...setters },
    ...{ request: { params: key, ...takes(bodyForm) }, responses: gives(made, '已修改') },
  },
  {
    method: 'post',
    ...{ path: '/duties/{id}/stop', summary: '停用或者恢复应公开事项', tags, ...setters },
    ...{ request: { params: key, ...takes(stopForm) }, responses: gives(made, '已停用或者恢复') },
  },
  {
    method: 'post',
    ...{ path: '/duties/{id}/occasions', summary: '登记应公开的事由', tags, ...forRoles('officer') },
    ...{ request: { params: key, ...takes(occasionForm) }, responses: gives(made, '期限由此起算') },
  },
] as const

/** What should be disclosed, by whom and by when; `reports` tells the annual reports that are published. */
export function dutyRoutes(api: OpenAPIHono<AppEnv>, reports: ReportsPublished): void {
  describe(api, routes)
  api.get('/duties', async context => {
    const asked = queryIn(context, query)
    return context.json(await viewOf(context, asked.agency, reports))
  })
  api.post('/duties', async context => {
    const by = signedIn(context)
    const duty = await body(context, bodyForm)
    return context.json(orThrow(await setDuty(context.var.work, by, duty)), 201)
  })
  api.put('/duties/:id', async context => {
    const by = signedIn(context)
    const duty = await body(context, bodyForm)
    return context.json(orThrow(await setDuty(context.var.work, by, { ...duty, id: idIn(context) })))
  })
  api.post('/duties/:id/stop', async context => {
    const by = signedIn(context)
    const { ended } = await body(context, stopForm)
    const told = { id: idIn(context), endedOn: ended ? today() : null }
    return context.json(orThrow(await stopDuty(context.var.work, by, told)))
  })
  api.post('/duties/:id/occasions', async context => {
    const by = signedIn(context)
    const told = await body(context, occasionForm)
    const occasion = { ...told, duty: idIn(context), today: today() }
    return context.json(orThrow(await recordOccasion(context.var.work, by, occasion)))
  })
}

function idIn(context: Who): string {
  const asked = key.safeParse(context.req.param())
  if (!asked.success) throw wrongForm(asked.error)
  return asked.data.id
}

async function viewOf(
  context: Who,
  agency: string | undefined,
  reports: ReportsPublished,
): Promise<DutiesView> {
  const person = signedIn(context)
  const { work } = context.var
  const agencies = await agenciesSeen(context.var.work, signedIn(context), agency)
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  const owed = await owedBy(work, agencies, { today: today(), reports })
  const tree = await agencyTree(work)
  return {
    lines: owed.map(each => ({
      ...{ ...each, key: `${each.duty.id} ${each.agency} ${each.period} ${each.due}` },
      agencyName: names.get(each.agency) ?? each.agency,
    })),
    duties: await keptDuties(work),
    maySet: holdsAtTop(person, 'supervisingOffice', tree) || administersAll(person, tree),
    mayRecord: [...names.keys()].filter(code => holds(person, 'officer', code)),
  }
}
