import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { dayForm } from '../../../office/api/forms.ts'
import { forSignedIn, forTheWholeHouse, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, does, gives, takes } from '../../../platform/http/openapi.ts'
import { settingForms } from '../../../platform/settings.ts'
import { hotlineSettings, settleHours, settleLimits } from '../../act/settling.ts'

const tags = ['12345热线']
const { limits, sampling } = settingForms.hotline.unwrap().shape
const limitsForm = z.object({ limits, sampling }).openapi('HotlineLimits')
const minute = z.string('请填写时间，例如 08:30').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，例如 08:30')
const hoursForm = z
  .object({
    from: dayForm,
    hours: z
      .array(z.object({ from: minute, to: minute }))
      .min(1, '请填写工作时间')
      .max(4, '最多四段'),
  })
  .openapi('HotlineHours')

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/settings', summary: '热线的办理期限、工作时间和回访抽样', tags, ...forSignedIn },
    responses: gives(settingForms.hotline.unwrap().extend({}), '设置；工作时间以零点起的分钟数表示'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/settings/limits', summary: '保存办理期限和回访抽样，以后的派单和反馈适用', tags },
    ...forTheWholeHouse,
    request: takes(limitsForm),
    responses: does('已保存'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/settings/hours', summary: '从某日起调整工作时间，已计算的时间不变', tags },
    ...forTheWholeHouse,
    request: takes(hoursForm),
    responses: does('已保存'),
  },
] as const

/** What a city settles of its hotline, over HTTP. */
export function hotlineSettingsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/settings', async context => context.json(await hotlineSettings(context.var.work)))
  api.put('/hotline/settings/limits', async context => {
    await settleLimits(context.var.work, await body(context, limitsForm), signedIn(context))
    return context.body(null, 204)
  })
  api.put('/hotline/settings/hours', async context => {
    const { from, hours } = await body(context, hoursForm)
    const spans = hours.map(({ from: begin, to }) => ({ from: minuteOfDay(begin), to: minuteOfDay(to) }))
    const told = { from, hours: spans, today: today() }
    orThrow((await settleHours(context.var.work, told, signedIn(context))) ?? 'saved')
    return context.body(null, 204)
  })
  return api
}

/** 08:30 as minutes since midnight. */
function minuteOfDay(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
