import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { today } from '../../platform/clock.ts'
import { gives, makes, takes } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { dayKind } from '../../statute/calendar.ts'
import { addDays, dayOf, yearOf } from '../../statute/day.ts'
import type { YearNotice } from '../../statute/notice.ts'
import { calendarYears, currentCalendar, loadNotice, previewNotice } from '../calendars.ts'
import { type AppEnv, signedIn } from '../env.ts'
import { forEverybody, forTheWholeHouse, officeRoutes, orThrow } from './who.ts'

const tags = ['工作日历']
const noticeForm = z
  .object({
    year: z.int(),
    notice: z.string().openapi({ description: '国务院办公厅通知的文号' }),
    holidays: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
    workdays: z.array(z.string()).openapi({ description: '调休上班的周末' }),
  })
  .openapi('HolidayNotice')
const dayKindForm = z
  .object({
    working: z.boolean(),
    reason: z.enum(['工作日', '周末', '节假日', '调休上班']),
    name: z.string().optional(),
    notice: z.string(),
  })
  .openapi('DayKind')
const textForm = z.object({
  text: z
    .string()
    .min(1, '请粘贴通知全文')
    .max(20_000, '通知过长，不能超过 2 万字')
    .openapi({ description: '通知全文，或 HolidayNotice 的 JSON 文本' }),
})

const list = createRoute({
  ...{ method: 'get', path: '/calendars', summary: '已有放假安排的年份及通知内容', tags },
  ...forEverybody,
  responses: gives(
    z.object({
      years: z.array(
        noticeForm.extend({
          loadedOn: z.string().nullable().openapi({ description: '载入的日期；系统自带的为 null' }),
        }),
      ),
    }),
    '年份',
  ),
})

const one = createRoute({
  ...{ method: 'get', path: '/calendars/{year}', summary: '一年中每一天是否工作日及其依据', tags },
  ...forEverybody,
  request: {
    params: z.object({ year: z.coerce.number('年份不正确').int('年份不正确').min(1, '年份不正确') }),
  },
  responses: gives(
    z.object({
      year: z.int(),
      notice: z.string(),
      days: z.array(dayKindForm.extend({ on: z.string() })),
    }),
    '逐日',
  ),
})

const preview = createRoute({
  ...{ method: 'post', path: '/calendars/preview', summary: '预览一份通知会改变哪些天，不作改动', tags },
  ...forTheWholeHouse,
  request: takes(textForm),
  responses: gives(
    z.object({
      notice: noticeForm,
      replaces: z.string().nullable().openapi({ description: '被替换的通知文号' }),
      changes: z.array(z.object({ on: z.string(), before: dayKindForm.optional(), after: dayKindForm })),
    }),
    '通知内容和逐日变化',
  ),
})

const load = createRoute({
  ...{ method: 'post', path: '/calendars', summary: '载入一份通知，立即生效', tags },
  ...forTheWholeHouse,
  request: takes(textForm),
  responses: makes(noticeForm, '已载入的通知'),
})

/** The calendars and the notices that they rest on; everybody may read them. */
export function calendarsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  api.openapi(list, async context => {
    const years = await calendarYears(context.var.work)
    return context.json({ years: years.map(year => ({ ...plain(year), loadedOn: year.loadedOn })) }, 200)
  })
  api.openapi(one, async context => {
    const calendar = await currentCalendar(context.var.work)
    const notice = calendar.years.get(context.req.valid('param').year)
    if (notice === undefined) throw new ProblemError(404, '这一年的放假安排通知尚未载入。')
    const days = []
    for (let on = dayOf(`${notice.year}-01-01`); yearOf(on) === notice.year; on = addDays(on, 1)) {
      days.push({ on, ...dayKind(calendar, on) })
    }
    return context.json({ year: notice.year, notice: notice.notice, days }, 200)
  })
  api.openapi(preview, async context => {
    const { text } = context.req.valid('json')
    const { notice, ...more } = orThrow(await previewNotice(context.var.work, text))
    return context.json({ notice: plain(notice), ...more }, 200)
  })
  api.openapi(load, async context => {
    const { text } = context.req.valid('json')
    const notice = orThrow(await loadNotice(context.var.work, text, signedIn(context), today()))
    return context.json(plain(notice), 201)
  })
  return api
}

function plain({ year, notice, holidays, workdays }: YearNotice) {
  return { year, notice, holidays: [...holidays], workdays: [...workdays] }
}
