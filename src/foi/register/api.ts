import { OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { forRoles, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { holds } from '../../office/roles.ts'
import { today } from '../../platform/clock.ts'
import { describe, gives, makes, wrongForm } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { resultRows } from '../../statute/taxonomy.ts'
import { oldFields } from '../old-register/fields.ts'
import { applicantKinds, channels } from '../request.ts'
import { importRegister, type RegisterAsked, tryRegister } from './act.ts'
import { viewOf } from './view.ts'

const mappingForm = z
  .object({
    columns: z.partialRecord(z.enum(oldFields), z.int().min(0).max(199)),
    channel: z.enum(channels).nullable(),
    applicantKind: z.enum(applicantKinds).nullable(),
    meanings: z.record(z.string().max(100), z.enum(resultRows)),
  })
  .openapi('OldRegisterMapping')
const runForm = z
  .object({
    ...{ sheets: z.array(z.string()), sheet: z.string(), headings: z.array(z.string()) },
    ...{ samples: z.array(z.array(z.string())), mapping: mappingForm, count: z.int() },
    years: z.array(z.object({ year: z.int(), count: z.int(), open: z.int() })),
    faults: z.array(
      z.object({
        ...{ row: z.int(), column: z.int().nullable(), field: z.enum(oldFields) },
        ...{ value: z.string(), message: z.string() },
      }),
    ),
    faultCount: z.int(),
    unknownOutcomes: z.array(z.object({ words: z.string(), count: z.int() })),
  })
  .openapi('OldRegisterRun')
const file = z.string().openapi({ format: 'binary', description: '不超过 20 MB 的 .xlsx 或 .csv' })
const sent = z.object({
  ...{ file, agency: z.string(), sheet: z.string().optional() },
  mapping: z.string().optional().openapi({ description: 'OldRegisterMapping 的 JSON；不写则按表头推测' }),
})
const asks = { body: { required: true, content: { 'multipart/form-data': { schema: sent } } } }
const told = { tags: ['依申请公开'], ...forRoles('officer'), request: asks }

const routes = [
  {
    method: 'post',
    ...{ path: '/register/check', summary: '试读原登记簿，不保存', ...told },
    responses: gives(runForm, '读出的列、可导入件数、逐行问题'),
  },
  {
    method: 'post',
    ...{ path: '/register/import', summary: '导入原登记簿：全部或者一件也不', ...told },
    responses: makes(z.object({ count: z.int() }), '已导入的件数'),
  },
] as const

const upload = bodyLimit({
  maxSize: 21 * 1024 * 1024,
  onError: () => problemResponse(problem(413, '文件超过 20 MB，请分成几份后再导入。')),
})

/** The import of an old register over HTTP. */
export function registerApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  describe(api, routes)
  api.post('/register/check', upload, async context =>
    context.json(viewOf(orThrow(await tryRegister(context.var.work, await askedOf(context))))),
  )
  api.post('/register/import', upload, async context => {
    const { work, secrets } = context.var
    return context.json(orThrow(await importRegister(work, await askedOf(context), secrets)), 201)
  })
  return api
}

type Who = Parameters<typeof signedIn>[0] & {
  readonly req: { parseBody(): Promise<Record<string, unknown>> }
}

async function askedOf(context: Who): Promise<RegisterAsked> {
  const by = signedIn(context)
  const form = await context.req.parseBody()
  const agency = String(form.agency ?? '')
  if (!holds(by, 'officer', agency)) {
    throw new ProblemError(403, '“导入原登记簿”由本机关的公开专员办理。')
  }
  if (!(form.file instanceof File)) throw new ProblemError(400, '请在 file 中上传登记簿。')
  const bytes = new Uint8Array(await form.file.arrayBuffer())
  const sheet = typeof form.sheet === 'string' ? form.sheet : undefined
  return { agency, name: form.file.name, bytes, sheet, mapping: mappingOf(form.mapping), by, today: today() }
}

function mappingOf(text: unknown): RegisterAsked['mapping'] {
  if (typeof text !== 'string' || text === '') return undefined
  const parsed = mappingForm.safeParse(jsonOf(text))
  if (!parsed.success) throw wrongForm(parsed.error)
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
