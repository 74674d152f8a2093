import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { verifyAudit } from '../platform/audit.ts'
import { auditPage } from '../platform/audit-page.ts'
import { today } from '../platform/clock.ts'
import { body } from '../platform/http/openapi.ts'
import { ProblemError } from '../platform/http/problem.ts'
import { isSettingKey, saveSetting, setting, settingForms, withSecretsSealed } from '../platform/settings.ts'
import { dayKind } from '../statute/calendar.ts'
import { addDays, dayOf, yearOf } from '../statute/day.ts'
import { isRefusal, type Refusal } from '../statute/refusal.ts'
import { addAgency, agencyTree, changeAgency } from './agencies.ts'
import { sessionApi } from './api-session.ts'
import { currentCalendar, loadNotice, previewNotice } from './calendars.ts'
import { type AppEnv, signedIn } from './env.ts'
import { addPerson, changePerson, type Person, people } from './people.ts'
import { holdsAnywhere, type Role, roleLabel, roleMay, roles, sees } from './roles.ts'

const grants = z.array(z.object({ role: z.enum(roles), agency: z.string() })).max(50)
const name = z.string().trim().min(1, '请填写姓名或名称').max(100)
const agencyForm = z.object({
  code: z.string().trim(),
  ...{ name, shortName: z.string().trim().min(1, '请填写简称').max(40) },
  kind: z.enum(['government', 'department', 'county', 'township']),
  parent: z.string().nullable(),
})
const agencyChange = z.object({
  name: name.optional(),
  shortName: name.optional(),
  parent: z.string().nullable().optional(),
  standing: z.boolean().optional(),
})
const personForm = z.object({ signIn: z.string().trim(), name, password: z.string().optional(), grants })
const personChange = z.object({
  ...{ name: name.optional(), disabled: z.boolean().optional() },
  ...{ password: z.string().optional(), grants: grants.optional() },
})
const noticeForm = z.object({ text: z.string().min(1, '请粘贴通知全文').max(20_000, '通知过长') })

/** Agencies, people, calendars, the trail, settings. Each route names its role; agencies' names are public. */
export function officeApi(): Hono<AppEnv> {
  const api = new Hono<AppEnv>()
  api.route('/', sessionApi())
  api.get('/agencies', async context => context.json({ agencies: await agencyTree(context.var.work) }))
  api.post('/agencies', async context => {
    const by = only(context, 'administrator')
    return context.json(orThrow(await addAgency(context.var.work, await body(context, agencyForm), by)), 201)
  })
  api.patch('/agencies/:code', async context => {
    const by = only(context, 'administrator')
    const change = withoutBlanks(await body(context, agencyChange))
    return context.json(orThrow(await changeAgency(context.var.work, context.req.param('code'), change, by)))
  })
  api.get('/roles', context => {
    signedIn(context)
    return context.json({ roles: roles.map(role => ({ role, label: roleLabel[role], may: roleMay[role] })) })
  })
  api.get('/people', async context => {
    const by = only(context, 'administrator', 'auditor')
    const tree = await agencyTree(context.var.work)
    const all = await people(context.var.work)
    const seen = all.filter(
      each => each.grants.length === 0 || each.grants.some(({ agency }) => sees(by, agency, tree)),
    )
    return context.json({ people: seen })
  })
  api.post('/people', async context => {
    const by = only(context, 'administrator')
    return context.json(
      orThrow(await addPerson(context.var.work, await body(context, personForm), by, today())),
      201,
    )
  })
  api.patch('/people/:id', async context => {
    const by = only(context, 'administrator')
    const change = await body(context, personChange)
    return context.json(orThrow(await changePerson(context.var.work, context.req.param('id'), change, by)))
  })
  calendarRoutes(api)
  trailRoutes(api)
  return api
}

function calendarRoutes(api: Hono<AppEnv>): void {
  api.get('/calendars', async context => {
    const { years } = await currentCalendar(context.var.work)
    return context.json({ years: [...years.values()].map(({ year, notice }) => ({ year, notice })) })
  })
  api.get('/calendars/:year', async context => {
    const calendar = await currentCalendar(context.var.work)
    const notice = calendar.years.get(Number(context.req.param('year')))
    if (notice === undefined) throw new ProblemError(404, '这一年的放假安排通知尚未载入。')
    const days = []
    for (let on = dayOf(`${notice.year}-01-01`); yearOf(on) === notice.year; on = addDays(on, 1)) {
      days.push({ on, ...dayKind(calendar, on) })
    }
    return context.json({ year: notice.year, notice: notice.notice, days })
  })
  api.post('/calendars/preview', async context => {
    only(context, 'administrator')
    return context.json(
      orThrow(await previewNotice(context.var.work, (await body(context, noticeForm)).text)),
    )
  })
  api.post('/calendars', async context => {
    const by = only(context, 'administrator')
    const { text } = await body(context, noticeForm)
    return context.json(orThrow(await loadNotice(context.var.work, text, by, today())), 201)
  })
}

const trailQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
  ...{ act: z.string().optional(), agency: z.string().optional(), by: z.string().optional() },
  ...{ from: z.iso.date('开始日期不正确').optional(), to: z.iso.date('结束日期不正确').optional() },
})

function trailRoutes(api: Hono<AppEnv>): void {
  api.get('/audit', async context => {
    const reader = only(context, 'auditor', 'administrator')
    const tree = await agencyTree(context.var.work)
    const seen = tree.filter(({ code }) => sees(reader, code, tree)).map(({ code }) => code)
    const agencies = seen.length === tree.length ? undefined : seen
    const query = trailQuery.safeParse(context.req.query())
    if (!query.success) throw new ProblemError(400, '筛选条件不正确，请检查日期和页码。')
    return context.json(await auditPage(context.var.work.db, { ...query.data, agencies }))
  })
  api.post('/audit/verify', async context => {
    only(context, 'auditor', 'administrator')
    return context.json(await verifyAudit(context.var.work.db))
  })
  api.get('/settings', async context => {
    only(context, 'administrator')
    const [site, { clientSecret: _, ...oidc }] = await Promise.all([
      setting(context.var.work.db, 'site'),
      setting(context.var.work.db, 'oidc'),
    ])
    return context.json({ site, oidc })
  })
  api.put('/settings/:key', async context => {
    const by = only(context, 'administrator')
    const key = context.req.param('key')
    if (!isSettingKey(key)) throw new ProblemError(404, '没有这项设置。')
    const form: z.ZodType<Parameters<typeof saveSetting>[2]> = settingForms[key]
    const { work, secrets } = context.var
    const value = await withSecretsSealed(work.db, key, await body(context, form), secrets)
    await saveSetting(work, key, value, by)
    return context.body(null, 204)
  })
}

/** The signed-in person, who holds one of these roles. @throws ProblemError 403 */
function only(context: Context<AppEnv>, ...allowed: readonly Role[]): Person {
  const person = signedIn(context)
  if (allowed.some(role => holdsAnywhere(person, role))) return person
  const labels = allowed.map(role => roleLabel[role]).join('或')
  throw new ProblemError(403, `这项工作由${labels}办理，您没有这个角色。`)
}

function orThrow<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw ProblemError.of(result)
  return result
}

function withoutBlanks<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }
}
