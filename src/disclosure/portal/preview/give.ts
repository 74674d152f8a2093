import type { Context } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { CannotRedact } from '../../../platform/hidden/cannot-redact.ts'
import { pageImage } from '../../../platform/hidden/redact.ts'
import { Bounded } from '../../../web/bounded.ts'
import { type Preview, previewOf } from '../../read/preview/preview.ts'
import { fileBytes, type KeptFile } from '../../store/files.ts'
import { type PreviewView, pagesOf, previewPage, previewTitle } from './page.ts'

/** Drawn pages, by hash and number, so that a page is drawn once for all its readers. */
const drawnPages = new Bounded<Uint8Array>(32 * 1024 * 1024)

/** Answers with the preview of a file, or with a picture in it, for who may have the file: the caller has asked. */
export async function givePreview(
  context: Context<AppEnv>,
  file: KeptFile,
  of: Pick<PreviewView, 'item' | 'file' | 'address'>,
): Promise<Response> {
  const { work } = context.var
  const { name, media, sha256 } = file
  const preview = await previewOf({ name, media, sha256, bytes: () => fileBytes(work, file.file) })
  const [picture, drawn] = [context.req.query('picture'), numberIn(context.req.query('drawn'))]
  if (picture !== undefined) return pictureOf(context, preview, picture)
  if (drawn !== undefined) return await drawnOf(context, { file, preview }, drawn)
  const sheet = numberIn(context.req.query('sheet')) ?? 1
  const page = numberIn(context.req.query('page')) ?? 1
  const sheets = preview.kind === 'sheets' ? Math.max(1, preview.sheets.length) : 1
  if (sheet < 1 || sheet > sheets || page < 1 || page > pagesOf(preview, sheet)) return missing(context)
  const view: PreviewView = { name, preview, page, sheet, ...of }
  return await shown(context, { title: previewTitle(view) }, previewPage(view))
}

function pictureOf(context: Context<AppEnv>, preview: Preview, name: string) {
  const found = preview.kind === 'body' ? preview.pictures.find(each => each.name === name) : undefined
  if (found === undefined) return missing(context)
  return pictureAnswer(context, found.bytes, name.endsWith('.png') ? 'image/png' : 'image/jpeg')
}

async function drawnOf(
  context: Context<AppEnv>,
  { file, preview }: { readonly file: KeptFile; readonly preview: Preview },
  page: number,
) {
  if (preview.kind !== 'pages' || page < 1 || page > preview.pages.length) return missing(context)
  const key = `${file.sha256} ${page}`
  const known = drawnPages.get(key)
  if (known !== undefined) return pictureAnswer(context, known, 'image/png')
  try {
    const bytes = await pageImage(await fileBytes(context.var.work, file.file), page)
    drawnPages.set(key, bytes, bytes.length)
    return pictureAnswer(context, bytes, 'image/png')
  } catch (error) {
    if (error instanceof CannotRedact) return missing(context)
    throw error
  }
}

function pictureAnswer(context: Context<AppEnv>, bytes: Uint8Array, type: string): Response {
  return context.body(Uint8Array.from(bytes), 200, {
    ...{ 'content-type': type, 'cache-control': 'public, max-age=600', 'x-content-type-options': 'nosniff' },
  })
}
