import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { forRoles, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { largestFileBytes } from '../../platform/files/known.ts'
import { describe, does, gives, queryIn } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { isUuid } from '../../platform/text/uuid.ts'
import { demandsToVisit } from '../act/visits/to-visit.ts'
import { keepPhoto } from '../act/visits/visits.ts'
import { mostOfVisit } from '../visits/visit.ts'
import { demandIn, readAsList } from './demand-in.ts'
import { demandLine } from './told.ts'

const key = z.string().max(100)
const placeForm = z.tuple([z.iso.datetime(), z.iso.datetime(), z.uuid()])
const toVisitQuery = z.object({
  after: z
    .string()
    .max(120)
    .transform(text => text.split('_'))
    .pipe(placeForm)
    .transform(([dueAt, filedAt, demand]) => ({ dueAt, filedAt, demand }))
    .optional()
    .openapi({ type: 'string', description: '上一页的 next；不填为第一页' }),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const routes = [
  {
    method: 'get',
    ...{
      path: '/hotline/to-visit',
      summary: '要去现场的诉求：本单位承办或者会办、办理中的',
      tags: ['热线承办'],
    },
    ...forRoles('handlingUnit'),
    request: { query: toVisitQuery },
    responses: gives(
      z.object({ lines: z.array(demandLine), next: z.string().nullable(), total: z.int() }),
      '一页诉求，按剩余时间排列；next 为 null 时没有下一页',
    ),
  },
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
  api.get('/hotline/to-visit', async context => {
    const reading = { reader: signedIn(context), moment: momentToday() }
    const { after, size } = queryIn(context, toVisitQuery)
    const page = await demandsToVisit(context.var.work, { after, size }, reading)
    const { next, ...told } = await readAsList(context, page)
    return context.json({ ...told, next: next && [next.dueAt, next.filedAt, next.demand].join('_') })
  })
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
