import type { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { orThrow } from '../../office/api/who.ts'
import type { AppEnv, Who } from '../../office/env.ts'
import { numberIn } from '../../office/portal/shown.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { body } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { deskPaths } from '../../web/paths.ts'
import { freshFindingsOf } from '../act/checking.ts'
import { attachFile, saveDraft } from '../act/drafting.ts'
import { takeInWord } from '../act/word-in.ts'
import { givePreview } from '../portal/preview/give.ts'
import { editionOf } from '../store/editions.ts'
import { fileBytes, fileOf } from '../store/files.ts'
import { itemDoing, itemProblem, itemRecordSeen, itemViewSeen, uploaded } from './doing.ts'
import { isPostedItemStep, itemTakers } from './takers.ts'
import { savingForm } from './told.ts'

const upload = bodyLimit({
  maxSize: 52 * 1024 * 1024,
  onError: () => problemResponse(problem(413, '文件超过 50 MB，请压缩或者分成几份后再上传。')),
})

/** What is read of one item, and what is done to it: its draft, its files, the steps of the table. */
export function oneItemRoutes(api: OpenAPIHono<AppEnv>): void {
  api.get('/items/:id', async context => context.json(await itemViewSeen(context)))
  api.put('/items/:id/draft', saved)
  api.post('/items/:id/steps/:step', stepTaken)
  api.get('/items/:id/findings', async context => {
    const record = await itemRecordSeen(context)
    return context.json(await freshFindingsOf(context.var.work, record))
  })
  api.get('/items/:id/editions/:number', async context => {
    const { item } = await itemRecordSeen(context)
    const number = numberIn(context.req.param('number'))
    const edition = number === undefined ? undefined : await editionOf(context.var.work, item.id, number)
    if (edition === undefined) throw new ProblemError(404, '没有这个版本。')
    return context.json(edition)
  })
  api.post('/items/:id/files', upload, async context => {
    const doing = await itemDoing(context)
    return context.json(orThrow(await attachFile(context.var.work, doing, await uploaded(context))))
  })
  api.post('/items/:id/word', upload, async context => {
    const doing = await itemDoing(context)
    const { bytes } = await uploaded(context)
    return context.json(orThrow(await takeInWord(context.var.work, doing, bytes)))
  })
  api.get('/items/:id/files/:file', fileGiven)
  api.get('/items/:id/files/:file/preview', async context => {
    const { item, draft } = await itemRecordSeen(context)
    const file = await fileOfItem(context, item.id)
    const address = `/api/v1/items/${item.id}/files/${file.file}`
    const title = draft?.content.title || item.indexNumber
    return await givePreview(context, file, {
      ...{ item: { address: deskPaths.item(item.id), title }, file: address, address: `${address}/preview` },
    })
  })
}

async function saved(context: Who): Promise<Response> {
  const doing = await itemDoing(context)
  const told = await body(context, savingForm)
  const done = await saveDraft(context.var.work, doing, told)
  if ('kind' in done) {
    if (done.kind === 'refusal') throw ProblemError.of(done)
    const { savedByName } = done.draft
    const words = `${savedByName}刚刚保存过这份稿件。两份稿件都在，请对照后选择保留哪一处。`
    throw new ProblemError(409, words, { draft: done.draft })
  }
  return context.json(done)
}

async function stepTaken(context: Who): Promise<Response> {
  const doing = await itemDoing(context)
  const step = context.req.param('step') ?? ''
  if (!isPostedItemStep(step)) throw new ProblemError(404, '没有这个环节。')
  const read: unknown = await context.req.json().catch(() => ({}))
  const { take, version } = itemTakers[step].read(read)
  const done = await take(context.var.work, { ...doing, version })
  if ('kind' in done) throw itemProblem(done)
  return context.json(await itemViewSeen(context))
}

/** A picture is shown in the editor, everything else is to be kept. */
async function fileGiven(context: Who): Promise<Response> {
  const { item } = await itemRecordSeen(context)
  const file = await fileOfItem(context, item.id)
  const picture = /^image\/(png|jpeg)$/.test(file.media)
  return context.body(Uint8Array.from(await fileBytes(context.var.work, file.file)), 200, {
    'content-type': file.media,
    'content-disposition': namedFile(file.name, picture ? 'inline' : 'attachment'),
    ...{ 'cache-control': 'private, max-age=600', 'x-content-type-options': 'nosniff' },
  })
}

/** The file of the address, of this item. @throws ProblemError 404 */
async function fileOfItem(context: Who, item: string) {
  const name = context.req.param('file') ?? ''
  const file = /^[\da-f-]{36}$/i.test(name) ? await fileOf(context.var.work, name) : undefined
  if (file === undefined || file.item !== item) throw new ProblemError(404, '没有找到这份附件。')
  return file
}
