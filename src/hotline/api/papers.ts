import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { forSignedIn, forWorkers, officeRoutes, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { largestFileBytes } from '../../platform/files/known.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { describe, gives } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { isUuid } from '../../platform/text/uuid.ts'
import { attach, openForStaff, papersSeen } from '../act/papers/papers.ts'
import { readsRecord } from '../act/views/demand.ts'
import { demandIn } from './demand-in.ts'

const tags = ['12345热线']
const key = z.object({ id: z.string().max(100).openapi({ description: '诉求的编号' }) })
const paper = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    media: z.string(),
    sizeBytes: z.int(),
    ofCaller: z.boolean(),
  })
  .openapi('DemandPaper')
const list = z.object({ papers: z.array(paper) })

const routes = [
  {
    method: 'get',
    ...{ path: '/demands/{id}/papers', summary: '诉求的照片和文件', tags, ...forSignedIn },
    request: { params: key },
    responses: gives(list, '照片和文件'),
  },
  {
    method: 'post',
    ...{ path: '/demands/{id}/papers', summary: '补充照片和文件，可以写说明', tags, ...forWorkers },
    request: {
      params: key,
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({
              files: z.array(z.string().openapi({ format: 'binary' })),
              words: z.string().optional(),
              open: z.string().optional().openapi({ description: '1 为来电人也可以看' }),
            }),
          },
        },
      },
    },
    responses: gives(list, '补充后的照片和文件'),
  },
  {
    method: 'get',
    ...{ path: '/demands/{id}/papers/{paper}', summary: '一个照片或者文件的原件', tags, ...forSignedIn },
    request: { params: key.extend({ paper: z.string().max(100) }) },
    responses: { 200: { description: '文件' } },
  },
] as const

const notHis = '来电人要求保密，照片和文件由热线和承办单位的经办人员查看，您无权查看。'
const sized = bodyLimit({
  maxSize: 2 * largestFileBytes,
  onError: () => problemResponse(problem(413, '文件合计超过 100 MB，请分几次补充。')),
})

/** Photos and files of demands over HTTP, for the staff who see the demand. */
export function demandPapersApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/demands/:id/papers', async context => {
    const record = await demandIn(context)
    return context.json({ papers: await papersSeen(context.var.work, record, signedIn(context)) })
  })
  api.post('/demands/:id/papers', sized, async context => {
    const { work, secrets } = context.var
    const record = await demandIn(context)
    const { demand } = record
    const body = await context.req.parseBody({ all: true })
    const files = [body.files ?? []].flat().flatMap(file => (file instanceof File ? [file] : []))
    const handed = files.map(async file => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    const words = typeof body.words === 'string' ? body.words.slice(0, 2000) : ''
    const told = { words, files: await Promise.all(handed), open: body.open === '1' }
    const doing = { id: demand.id, by: signedIn(context), moment: momentToday(), secrets }
    orThrow(await attach(work, doing, told))
    return context.json({ papers: await papersSeen(work, record, signedIn(context)) })
  })
  api.get('/demands/:id/papers/:paper', async context => {
    const { work, secrets } = context.var
    const record = await demandIn(context)
    if (!readsRecord(record, signedIn(context))) throw new ProblemError(403, notHis)
    const asked = { record, paper: context.req.param('paper'), by: signedIn(context), moment: momentToday() }
    const found = isUuid(asked.paper) ? await openForStaff(work, asked, secrets) : undefined
    if (found === undefined) throw new ProblemError(404, '没有这个文件，或者已经不能打开。')
    return context.body(Uint8Array.from(found.bytes), 200, {
      'content-type': found.paper.media,
      'content-disposition': namedFile(found.paper.name),
    })
  })
  return api
}
