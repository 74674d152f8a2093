import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { CannotRedact } from '../cannot-redact.ts'
import { type Hidden, type HiddenKind, onlyFound } from '../hidden.ts'
import { type Drawable, drawable } from './drawing.ts'
import { lookIntoDocument } from './pdf-document-look.ts'
import { unseenOn } from './unseen.ts'

/** A PDF as its reading library opens it. */
export type ReadPdf = Awaited<ReturnType<typeof getDocumentProxy>>
type ReadPage = Awaited<ReturnType<ReadPdf['getPage']>>

/** The most pages that a file may have. */
export const mostPages = 2_000

/** Opens a PDF for reading; its scripts are not run. @throws CannotRedact where it is locked, hurt or too long */
export async function readablePdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    stopAtErrors: false,
  }).catch((error: unknown) => {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new CannotRedact(locked ? '文件已加密，请去除密码后再试。' : '文件已损坏，无法打开。')
  })
  if (document.numPages > mostPages) {
    throw new CannotRedact(`文件共 ${document.numPages} 页，超过 ${mostPages} 页，请分成几份后再试。`)
  }
  const { info } = await document.getMetadata()
  if ('EncryptFilterName' in info && info.EncryptFilterName) {
    throw new CannotRedact('文件已加密，请去除密码后再试。')
  }
  return document
}

/** What a PDF hides: in the document and on each page. @throws CannotRedact */
export async function lookIntoPdf(bytes: Uint8Array): Promise<readonly Hidden[]> {
  const document = await readablePdf(bytes)
  const found: Hidden[] = [...(await lookIntoDocument(document, bytes))]
  const drawing = await drawable(bytes)
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      found.push(...(await lookIntoPage(page, drawing, number)))
      page.cleanup()
    }
  } finally {
    drawing.close()
  }
  return onlyFound(found)
}

const nothingUnseen = { covered: 0, invisible: 0, shapeless: 0 }

async function lookIntoPage(page: ReadPage, drawing: Drawable, number: number): Promise<readonly Hidden[]> {
  const where = `第 ${number} 页`
  const characters = drawing.characters(number)
  const blank = characters.length === 0
  const unseen = blank ? nothingUnseen : unseenOn(drawing.draw(number, 1.5), characters)
  const written = blank ? 0 : await invisiblyWritten(page)
  const kinds = (await page.getAnnotations()).map(kindOfAnnotation)
  const scripts = Object.keys((await page.getJSActions()) ?? {}).length
  const finding = (kind: HiddenKind, count: number, what: string): Hidden => ({ kind, where, what, count })
  const notes = kinds.filter(kind => kind === 'annotation').length
  const fields = kinds.filter(kind => kind === 'formField').length
  const files = kinds.filter(kind => kind === 'attachment').length
  const links = kinds.filter(kind => kind === 'external').length
  const invisible = Math.max(unseen.invisible, written)
  return [
    finding('coveredText', unseen.covered, `深色遮盖之下仍有 ${unseen.covered} 个字，复制即可看到。`),
    finding('hiddenText', invisible, `有 ${invisible} 个看不见的字（白色、透明、被盖住或者在页面之外）。`),
    finding('font', unseen.shapeless, `有 ${unseen.shapeless} 个字的字体没有嵌入文件，这里无法画出。`),
    finding('annotation', notes, `有 ${notes} 处注释，可能有作者姓名、时间和内容。`),
    finding('formField', fields, `有 ${fields} 个表单域，可能有未显示的内容。`),
    finding('attachment', files, `页面上附有 ${files} 个文件。`),
    finding('external', links, `有 ${links} 处链接指向文件之外。`),
    finding('script', scripts, `页面附有 ${scripts} 段脚本。`),
  ]
}

/** `any` in the library's own types: only what is looked at is named here. */
function kindOfAnnotation(one: { readonly subtype?: string; readonly url?: string }): HiddenKind | undefined {
  if (one.subtype === 'Widget') return 'formField'
  if (one.subtype === 'FileAttachment') return 'attachment'
  if (one.subtype === 'Popup') return undefined
  if (one.subtype === 'Link') return one.url === undefined ? undefined : 'external'
  return 'annotation'
}

/** How many characters are written in the invisible mode, as the recognised text of a scan is. */
async function invisiblyWritten(page: ReadPage): Promise<number> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  const kept: number[] = []
  let [mode, count] = [0, 0]
  for (const [at, operation] of fnArray.entries()) {
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) kept.push(mode)
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) mode = kept.pop() ?? mode
    if (operation === OPS.setTextRenderingMode) mode = Number(argsArray[at]?.[0])
    if (operation === OPS.showText && (mode === 3 || mode === 7)) {
      const glyphs: unknown = argsArray[at]?.[0]
      count += Array.isArray(glyphs) ? glyphs.filter(glyph => typeof glyph === 'object' && glyph).length : 1
    }
  }
  return count
}
