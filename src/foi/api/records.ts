import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen, agencyTree } from '../../office/agencies.ts'
import { forRoles, forSignedIn, forWorkers, orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { sees } from '../../office/roles.ts'
import { today } from '../../platform/clock.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { body, describe, gives, takes } from '../../platform/http/openapi.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { decideRecordCorrection, letterOfRecord, openRecordPaper, recordOwners } from '../act/records.ts'
import { sendingOf } from '../act/sending.ts'
import { maskedLetter, maskedName } from '../masking.ts'
import type { RecordCorrection } from '../records/record-correction.ts'
import { papersOfRecords } from '../store/papers.ts'
import { recordCorrection, recordCorrections } from '../store/records.ts'
import { words } from './forms.ts'

const reason = words(5000)
const decisionForm = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('corrected'), corrected: words(5000), reason }),
    z.object({ kind: z.literal('refused'), reason }),
    z.object({
      kind: z.literal('passedOn'),
      to: z.object({ name: words(200), contact: words(200) }),
      reason,
    }),
  ])
  .openapi('RecordDecision')
const line = z
  .object({
    ...{ id: z.string(), agency: z.string(), agencyName: z.string(), number: z.string() },
    ...{ owner: z.string(), record: z.string(), wanted: z.string(), evidence: z.string() },
    ...{ askedOn: z.string(), decidedOn: z.string().nullable(), decidedBy: z.string().nullable() },
    decision: decisionForm.nullable(),
    papers: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi('RecordCorrection')

const tags = ['依申请公开']
const key = z.object({ id: z.uuid('没有这件更正要求') })
const readers = { ...forSignedIn, description: '可用者：该机关的人员，以及上级机关的主管部门、审计员。' }
const mostShown = 500

const routes = [
  {
    method: 'get',
    ...{ path: '/record-corrections', summary: '更正信息记录的要求', tags, ...readers },
    responses: gives(z.array(line), '未决定的在前'),
  },
  {
    method: 'post',
    ...{ path: '/record-corrections/{id}/decision', summary: '决定更正要求', tags, ...forRoles('officer') },
    ...{ request: { params: key, ...takes(decisionForm) }, responses: gives(line, '决定和文书') },
  },
  {
    method: 'get',
    ...{ path: '/record-corrections/{id}/letter', summary: '更正决定的文书', tags, ...readers },
    request: { params: key },
    responses: gives(z.object({ title: z.string() }).loose(), '文书原文'),
  },
  {
    method: 'get',
    ...{ path: '/record-corrections/{id}/papers/{paper}', summary: '打开证据材料，记入操作留痕', tags },
    ...forWorkers,
    request: { params: key.extend({ paper: z.uuid() }) },
    responses: { 200: { description: '文件' }, 404: { description: '没有找到，或者无权查看' } },
  },
] as const

/** Wrong records, Art. 41, for the staff. */
export function recordCorrectionRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/record-corrections', async context => context.json(await lines(context)))
  api.post('/record-corrections/:id/decision', async context => {
    const by = signedIn(context)
    const { work, secrets } = context.var
    const { id } = await seen(context)
    const decision = await body(context, decisionForm)
    const sending = await sendingOf(work, secrets)
    const done = orThrow(
      await decideRecordCorrection(work, { id, by, today: today() }, { decision, sending }),
    )
    return context.json(done)
  })
  api.get('/record-corrections/:id/letter', async context => {
    const { id } = await seen(context)
    const letter = await letterOfRecord(context.var.work, id)
    if (letter === undefined) throw new ProblemError(404, unseen)
    return context.json(maskedLetter(letter))
  })
  api.get('/record-corrections/:id/papers/:paper', async context => {
    const { work, secrets } = context.var
    const which = {
      asked: await seen(context),
      paper: idIn(context.req.param('paper')),
      by: signedIn(context),
    }
    const { paper, bytes } = orThrow(await openRecordPaper(work, which, secrets))
    return context.body(Uint8Array.from(bytes), 200, {
      ...{ 'content-type': paper.media, 'content-disposition': namedFile(paper.name) },
      ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    })
  })
}

/** What is asked of the agencies that this person may see, undecided first: three queries, however many there are. */
async function lines(context: Who) {
  const { work, secrets } = context.var
  const names = new Map((await agenciesSeen(work, signedIn(context))).map(({ code, name }) => [code, name]))
  const found = await recordCorrections(work, [...names.keys()], mostShown)
  const ids = found.map(({ id }) => id)
  const owners = await recordOwners(work, ids, secrets)
  const papers = await papersOfRecords(work, ids)
  return found.map(each => ({
    ...{ ...each, agencyName: names.get(each.agency) ?? each.agency },
    owner: maskedName(owners.get(each.id)?.name ?? '已清除'),
    papers: (papers.get(each.id) ?? []).map(({ id, name }) => ({ id, name })),
  }))
}

/** What is asked, for who may see it. @throws ProblemError 404 */
async function seen(context: Who): Promise<RecordCorrection> {
  const { work } = context.var
  const person = signedIn(context)
  const asked = await recordCorrection(work, idIn(context.req.param('id') ?? ''))
  if (asked === undefined || !sees(person, asked.agency, await agencyTree(work)))
    throw new ProblemError(404, unseen)
  return asked
}

const unseen = '没有找到这件更正要求，或者您无权查看。'

function idIn(text: string): string {
  if (!/^[\da-f-]{36}$/i.test(text)) throw new ProblemError(404, unseen)
  return text
}
