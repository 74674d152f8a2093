import type { OpenAPIHono } from '@hono/zod-openapi'
import { forSignedIn, forTheWholeHouse } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { body, does, gives, takes } from '../../../platform/http/openapi.ts'
import { settingForms } from '../../../platform/settings.ts'
import { areaSettings, settleArea } from '../../act/doors/area.ts'

const tags = ['热线接入']
const areaForm = settingForms.hotlineArea.unwrap()

/** Where the places of demands lie, as it is described. */
export const areaRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/area', summary: '受理范围的经纬度', tags, ...forSignedIn },
    responses: gives(areaForm, '四至；没有设定的为空'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/area', summary: '保存受理范围的经纬度', tags, ...forTheWholeHouse },
    request: takes(areaForm),
    responses: does('已保存，立即适用'),
  },
] as const

/** Where the places of demands lie, over HTTP. */
export function areaHandlers(api: OpenAPIHono<AppEnv>): void {
  api.get('/hotline/area', async context => context.json(await areaSettings(context.var.work)))
  api.put('/hotline/area', async context => {
    await settleArea(context.var.work, await body(context, areaForm), signedIn(context))
    return context.body(null, 204)
  })
}
