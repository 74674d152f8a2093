import type { Context } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing } from '../../../office/portal/shown.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { printedBytes } from '../../render/bytes.ts'
import { type PrintedFormat, printedFormats } from '../../render/printed.ts'
import { filePieces, publicFile } from '../../store/shelf/files.ts'
import { shelfItem } from '../../store/shelf/item.ts'
import { paperOf } from './paper.ts'

/** A file of a public item, piece by piece; a picture is shown, everything else is to be kept. */
export async function giveFile(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const [id, name] = [context.req.param('id') ?? '', context.req.param('file') ?? '']
  const file = await publicFile(work, id, name)
  if (file === undefined) return missing(context)
  const picture = /^image\/(png|jpeg|gif|webp)$/.test(file.media)
  const headers = { etag: `"${file.sha256.slice(0, 22)}"`, 'cache-control': 'public, no-cache' }
  if (context.req.header('if-none-match') === headers.etag) return context.body(null, 304, headers)
  return context.body(streamOf(filePieces(work, file.file)), 200, {
    ...{ ...headers, 'content-type': file.media, 'content-length': String(file.sizeBytes) },
    'content-disposition': namedFile(file.name, picture ? 'inline' : 'attachment'),
  })
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

const media = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
} as const satisfies Record<PrintedFormat, string>

/** The item as Word, PDF or plain text. */
export async function givePrinted(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const ending = context.req.param('file')?.replace('file.', '')
  const format = printedFormats.find(each => each === ending)
  const item = await shelfItem(work, context.req.param('id') ?? '')
  if (format === undefined || item === undefined || !('shown' in item)) return missing(context)
  const etag = `"${item.shown.sha256.slice(0, 22)}-${format}"`
  const headers = { etag, 'cache-control': 'public, no-cache' }
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers)
  const base = await baseHere(context)
  const bytes = await printedBytes(paperOf(item, base), format)
  return context.body(Uint8Array.from(bytes), 200, {
    ...{ ...headers, 'content-type': media[format] },
    'content-disposition': namedFile(`${item.shown.content.title}.${format}`),
  })
}
