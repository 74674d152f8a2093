import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { forRoles, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { largestFileBytes } from '../../platform/files/known.ts'
import { describe, does } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { isUuid } from '../../platform/text/uuid.ts'
import { keepPhoto } from '../act/visits/visits.ts'
import { mostOfVisit } from '../visits/visit.ts'
import { demandIn } from './demand-in.ts'

const key = z.string().max(100)
const routes = [
  {
    method: 'post',
    path: '/demands/{id}/visits/{visit}/photos/{place}',
    ...{ summary: '现场核查的一张照片；重复发送只留一张', tags: ['热线承办'] },
    ...forRoles('handlingUnit'),
    request: {
      params: z.object({
        ...{ id: key, visit: key.openapi({ description: '现场核查的键，与其文字一致' }) },
        place: z
          .string()
          .max(1)
          .openapi({ description: `第几张，从 0 起，最多 ${mostOfVisit.photos} 张` }),
      }),
      body: {
        required: true,
        content: {
          'multipart/form-data': { schema: z.object({ file: z.string().openapi({ format: 'binary' }) }) },
        },
      },
    },
    responses: does('已收到'),
  },
] as const

const sized = bodyLimit({
  maxSize: largestFileBytes + 64 * 1024,
  onError: () => problemResponse(problem(413, '照片超过 50 MB，请压缩后再送。')),
})

/** Photos of visits over HTTP; what was seen is a step of the demand. */
export function visitsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.post('/demands/:id/visits/:visit/photos/:place', sized, async context => {
    const { work, secrets } = context.var
    const { demand } = await demandIn(context)
    const visit = context.req.param('visit')
    const place = Number(context.req.param('place'))
    if (!isUuid(visit) || !Number.isInteger(place) || place < 0 || place >= mostOfVisit.photos)
      throw new ProblemError(404, '没有这次现场核查。')
    const { file } = await context.req.parseBody()
    if (!(file instanceof File)) throw new ProblemError(422, '请附上照片。')
    const handed = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    const doing = { id: demand.id, by: signedIn(context), moment: momentToday(), secrets }
    orThrow((await keepPhoto(work, doing, { visit, place, file: handed })) ?? 'kept')
    return context.body(null, 204)
  })
  return api
}
