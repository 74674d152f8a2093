import type { OpenAPIHono } from '@hono/zod-openapi'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { worksAt } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { today } from '../../platform/clock.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { body } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { openPaper } from '../act/papers.ts'
import { alikeView } from '../act/views/alike.ts'
import { whatIf } from '../act/views/what-if.ts'
import type { Letter } from '../letters/letter.ts'
import { maskedLetter } from '../masking.ts'
import { letterFileName, letterFormats, letterMedia, renderLetter } from '../render/render.ts'
import type { PaperPurpose } from '../request.ts'
import { frozenLetter } from '../store/letters.ts'
import { papersOf } from '../store/papers.ts'
import { caseSeen, recordSeen } from './doing.ts'
import { whatIfForm } from './told.ts'

/** What is read of one request. */
export function caseRoutes(api: OpenAPIHono<AppEnv>): void {
  api.get('/requests/:id', async context => context.json(await caseSeen(context)))
  api.get('/requests/:id/alike', async context =>
    context.json(await alikeView(context.var.work, await recordSeen(context))),
  )
  api.post('/requests/:id/what-if', async context => {
    const record = await recordSeen(context)
    const { events, asOf = today() } = await body(context, whatIfForm)
    const answer = await whatIf(context.var.work, record, { events, asOf })
    if ('kind' in answer) throw ProblemError.of(answer)
    return context.json(answer)
  })
  api.get('/requests/:id/letters/:letter', async context =>
    context.json(maskedLetter(await letterSeen(context))),
  )
  api.get('/requests/:id/letters/:letter/:format', async context => {
    const format = letterFormats.find(each => each === context.req.param('format'))
    if (format === undefined) throw new ProblemError(404, '没有这种格式。')
    const letter = await letterSeen(context)
    await letterOpened(context, letter)
    const name = letterFileName(letter, format)
    return context.body(Uint8Array.from(await renderLetter(letter, format)), 200, {
      'content-type': letterMedia[format],
      'content-disposition': namedFile(name, format === 'docx' ? 'attachment' : 'inline'),
      'cache-control': 'no-store',
    })
  })
  api.get('/requests/:id/papers/:paper', async context => paper(context))
}

function partOf(context: Who, name: string): string {
  const id = context.req.param(name) ?? ''
  if (!/^[\da-f-]{36}$/i.test(id)) throw new ProblemError(404, '没有找到。')
  return id
}

async function letterSeen(context: Who): Promise<Letter> {
  const { request } = await recordSeen(context)
  const letter = await frozenLetter(context.var.work, request.id, partOf(context, 'letter'))
  if (letter === undefined) throw new ProblemError(404, '没有找到这份文书。')
  return letter
}

/** A letter as a file is the paper that is posted, with the applicant's name: for the agency's own people, and audited. */
async function letterOpened(context: Who, { title, number }: Letter): Promise<void> {
  const by = signedIn(context)
  const { request } = await recordSeen(context)
  if (!worksAt(by, request.agency))
    throw new ProblemError(403, '文书的文件含有申请人姓名，只有本机关的经办人员可以打开。')
  const who = { by: by.id, byName: by.name, agency: request.agency }
  const name = `${title}${number ?? ''}`
  await audit(context.var.work, { ...who, act: 'foi.openPaper', subject: request.id, detail: { name } })
}

/** What an applicant hands in tells who he is. */
const personal: readonly PaperPurpose[] = ['identity', 'authority', 'application']

async function paper(context: Who): Promise<Response> {
  const { request } = await recordSeen(context)
  const by = signedIn(context)
  const { work, secrets } = context.var
  const which = { request: request.id, paper: partOf(context, 'paper'), by, agency: request.agency }
  const listed = (await papersOf(work, request.id)).find(({ id }) => id === which.paper)
  const mine = worksAt(by, request.agency)
  if (listed !== undefined && !mine && personal.includes(listed.purpose))
    throw new ProblemError(403, '申请人的材料含有身份信息，只有本机关的经办人员可以打开。')
  const found = await openPaper(work, which, secrets)
  if (found === undefined) throw new ProblemError(404, '没有找到这份材料，或者已按保存期限清除。')
  return context.body(Uint8Array.from(found.bytes), 200, {
    'content-type': found.paper.media,
    'content-disposition': namedFile(found.paper.name),
    ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
}
