import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { CannotReadRows } from '../../../disclosure/read/sheet/cannot-read-rows.ts'
import { largestRowsBytes, rowsOfFile } from '../../../disclosure/read/sheet/rows.ts'
import { forRoles, officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { describe, gives, makes, queryIn, wrongForm } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { spooled } from '../../../platform/http/spooled.ts'
import { importTickets } from '../../act/doors/importing.ts'
import type { TicketsRun } from '../../doors/tickets/run.ts'
import { jsonIn } from './signed.ts'
import { ticketMappingForm, ticketsRunForm } from './ticket-forms.ts'

const sent = z.object({
  name: z.string().max(200).default('').openapi({ description: '文件名' }),
  mapping: z
    .string()
    .max(100_000)
    .optional()
    .openapi({ description: 'TicketMapping 的 JSON；不写则按表头推测' }),
})
const file = z.string().openapi({ format: 'binary', description: '.xlsx 或者 .csv，不超过 100 MB' })
const content = { 'application/octet-stream': { schema: file }, 'text/csv': { schema: file } }
const params = z.object({ agency: z.string().max(63) })
const about = { tags: ['热线接入'], ...forRoles('administrator') }
const asks = { params, query: sent, body: { required: true, content } }

const routes = [
  {
    method: 'post',
    ...{
      path: '/hotline/{agency}/tickets/check',
      summary: '试读原系统工单，不保存',
      ...about,
      request: asks,
    },
    responses: gives(ticketsRunForm, '读出的列、可导入件数、逐行问题'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/{agency}/tickets', summary: '导入原系统工单', ...about, request: asks },
    responses: makes(ticketsRunForm, '已导入的件数；有错误的行没有导入'),
  },
] as const

/** The import of an older system's tickets over HTTP. */
export function ticketsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.post('/hotline/:agency/tickets/check', async context => context.json(await run(context, false)))
  api.post('/hotline/:agency/tickets', async context => context.json(await run(context, true), 201))
  return api
}

async function run(context: Who, keep: boolean): Promise<TicketsRun> {
  const { work, secrets } = context.var
  const by = signedIn(context)
  const { name, mapping } = queryIn(context, sent)
  if (/^multipart\//i.test(context.req.header('content-type') ?? ''))
    throw new ProblemError(415, '请把文件本身作为请求的正文发送，不用表单。')
  const said = mapping === undefined ? undefined : ticketMappingForm.safeParse(jsonIn(mapping))
  if (said !== undefined && !said.success) throw wrongForm(said.error)
  const doing = { by, moment: momentToday(), secrets }
  return await spooled(context, largestRowsBytes, async path => {
    const agency = context.req.param('agency') ?? ''
    const asked = { agency, file: name || '工单', rows: rowsOfFile(path), mapping: said?.data, keep }
    return orThrow(
      await importTickets(work, asked, doing).catch((cause: unknown) => {
        throw cause instanceof CannotReadRows ? new ProblemError(422, cause.message) : cause
      }),
    )
  })
}
