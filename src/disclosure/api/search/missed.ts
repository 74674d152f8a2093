import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forRoles, forSignedIn, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { body, describe, does, gives, takes } from '../../../platform/http/openapi.ts'
import { handleMissed, missedHandlers, searchesMissed } from '../../act/search/missed.ts'

const tags = ['搜索']
const line = z
  .object({
    ...{ words: z.string(), times: z.int(), firstOn: z.string(), lastOn: z.string() },
    ...{ done: z.string().nullable(), doneOn: z.string().nullable(), doneBy: z.string().nullable() },
  })
  .openapi('MissedSearch')
const handledForm = z
  .object({
    words: z.string().min(1).max(100),
    done: z.string().trim().min(1, '请写明做了什么').max(500, '不能超过 500 字'),
  })
  .openapi('MissedSearchHandled')

const routes = [
  {
    method: 'get',
    ...{ path: '/missed-searches', summary: '公众搜索而没有找到的词', tags, ...forSignedIn },
    responses: gives(z.array(line), '次数多的在前；不含搜索人的任何信息'),
  },
  {
    method: 'post',
    ...{ path: '/missed-searches/handled', summary: '登记做了什么', tags, ...forRoles(...missedHandlers) },
    ...{ request: takes(handledForm), responses: does('已登记') },
  },
] as const

/** What the public looked for and did not find, for the staff. */
export function missedApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/missed-searches', async context => {
    signedIn(context)
    return context.json(await searchesMissed(context.var.work))
  })
  api.post('/missed-searches/handled', async context => {
    const by = signedIn(context)
    const handled = await body(context, handledForm)
    orThrow(await handleMissed(context.var.work, { by, today: today() }, handled))
    return context.body(null, 204)
  })
  return api
}
