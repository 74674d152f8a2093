import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forSignedIn, forWorkers, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { describe, gives, makes } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { isUuid } from '../../platform/text/uuid.ts'
import { linkedDemand } from '../act/requests/linked.ts'
import { demandFromRequest } from '../act/requests/taking-over.ts'

const tags = ['12345热线']
const params = z.object({ request: z.string().max(100).openapi({ description: '申请的编号' }) })
const linked = z.object({
  ...{ id: z.string(), number: z.string() },
  way: z.enum(['converted', 'convertedFrom']).openapi({
    description: 'converted 为由诉求转来的申请，convertedFrom 为转为诉求的申请',
  }),
})

const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/requests/{request}/demand', summary: '与信息公开申请相互转办的诉求', tags },
    ...forSignedIn,
    request: { params },
    responses: gives(z.object({ demand: linked.nullable() }), '诉求；没有的为 null'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/requests/{request}/demand', summary: '不属于信息公开申请的转为12345诉求', tags },
    ...forWorkers,
    request: { params },
    responses: makes(
      z.object({ id: z.string(), number: z.string(), trackingCode: z.string() }),
      '诉求的编号和查询码',
    ),
  },
] as const

/** Demands and requests for information that became each other, over HTTP. */
export function requestsOfHotlineApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/requests/:request/demand', async context => {
    const { seen, demand } = await linkedDemand(context.var.work, requestIn(context), signedIn(context))
    if (!seen) throw new ProblemError(404, unseen)
    return context.json({ demand: demand ?? null })
  })
  api.post('/hotline/requests/:request/demand', async context => {
    const { work, secrets } = context.var
    const by = { by: signedIn(context), moment: momentToday(), secrets }
    return context.json(orThrow(await demandFromRequest(work, requestIn(context), by)), 201)
  })
  return api
}

const unseen = '没有找到这件申请，或者您无权查看。'

function requestIn(context: Who): string {
  const request = context.req.param('request') ?? ''
  if (!isUuid(request.toLowerCase())) throw new ProblemError(404, unseen)
  return request
}
