import type { OpenAPIHono } from '@hono/zod-openapi'
import { idIn } from '../../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { alarmRegister, alarmsFor, noticeAlarm } from '../../act/safety/noticing.ts'
import { putOnDuty, roster, takeOffDuty } from '../../act/safety/rostering.ts'
import { dangerSettings, settleDanger } from '../../act/safety/words.ts'
import { alarmsQuery, dangerForm, dutyForm, safetyRoutes } from './forms.ts'

const nothingHere = '没有找到。'
/** Words of danger, alarms and who is on duty, over HTTP. */
export function safetyApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, safetyRoutes)
  api.get('/hotline/alarms/mine', async context =>
    context.json({ lines: await alarmsFor(context.var.work, signedIn(context), momentToday()) }),
  )
  api.get('/hotline/alarms', async context =>
    context.json(await alarmRegister(context.var.work, queryIn(context, alarmsQuery), signedIn(context))),
  )
  api.post('/hotline/alarms/:id/notice', async context => {
    const by = { by: signedIn(context), moment: momentToday() }
    orThrow(await noticeAlarm(context.var.work, idIn(context, nothingHere), by))
    return context.body(null, 204)
  })
  api.get('/hotline/danger', async context => context.json(await dangerSettings(context.var.work)))
  api.put('/hotline/danger', async context => {
    await settleDanger(context.var.work, await body(context, dangerForm), signedIn(context))
    return context.body(null, 204)
  })
  api.get('/hotline/duty', async context =>
    context.json(await roster(context.var.work, signedIn(context), momentToday())),
  )
  api.post('/hotline/duty', async context => {
    const duty = await body(context, dutyForm)
    return context.json(orThrow(await putOnDuty(context.var.work, duty, signedIn(context))), 201)
  })
  api.delete('/hotline/duty/:id', async context => {
    orThrow(await takeOffDuty(context.var.work, idIn(context, nothingHere), signedIn(context)))
    return context.body(null, 204)
  })
  return api
}
