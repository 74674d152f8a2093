import type { SheetValues } from '../../../platform/hidden/office/sheet/values.ts'
import { CsvReader } from '../../../platform/text/csv.ts'
import { Bounded } from '../../../web/bounded.ts'
import { readOld, readSheets, readWord, readWords } from '../in-thread.ts'
import type { ImportedPicture } from '../word/import.ts'
import { bodyPages, textPages } from './chunks.ts'

/** A file as it is shown without the program that made it. */
export type Preview =
  | {
      readonly kind: 'body'
      readonly pages: readonly string[]
      readonly pictures: readonly ImportedPicture[]
    }
  | { readonly kind: 'text'; readonly pages: readonly string[] }
  | { readonly kind: 'sheets'; readonly sheets: readonly PreviewSheet[] }
  | { readonly kind: 'pages'; readonly pages: readonly string[] }
  | { readonly kind: 'picture' }
  | { readonly kind: 'none'; readonly why: string }

/** A sheet with its rows as texts. */
export interface PreviewSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** What is asked of a file: its kind by its content, its name, its hash, and its bytes when they are needed. */
export interface Previewed {
  readonly name: string
  readonly media: string
  readonly sha256: string
  bytes(): Promise<Uint8Array>
}

const mostBytes = 24 * 1024 * 1024
/** What was read lately, by hash: the pages of one file are read once. */
const known = new Bounded<Preview>(mostBytes)

/** Reads a file for its preview, in a thread with limits. */
export async function previewOf(file: Previewed): Promise<Preview> {
  const kept = known.get(file.sha256)
  if (kept !== undefined) return kept
  const made = await read(file)
  known.set(file.sha256, made, sizeOf(made))
  return made
}

async function read(file: Previewed): Promise<Preview> {
  const { media, name } = file
  if (/^image\/(?:png|jpeg)$/.test(media)) return { kind: 'picture' }
  if (/wordprocessingml/.test(media)) return await wordPreview(await file.bytes())
  if (/spreadsheetml/.test(media)) return await sheetPreview(await file.bytes())
  if (/presentationml/.test(media)) return await pagesPreview('pptx', await file.bytes())
  if (media === 'application/x-cfb') return await oldPreview(await file.bytes())
  if (media === 'application/pdf') return await pagesPreview('pdf', await file.bytes())
  if (media === 'application/ofd') return await pagesPreview('ofd', await file.bytes())
  if (!media.startsWith('text/plain')) {
    return { kind: 'none', why: '这种格式的文件不能在网页上预览，请下载后打开。' }
  }
  const words = await readWords('txt', await file.bytes())
  const text = 'done' in words ? words.done.pages.join('') : ''
  return /\.csv$/i.test(name)
    ? { kind: 'sheets', sheets: [{ name: '表格', rows: csvRows(text) }] }
    : { kind: 'text', pages: textPages(text) }
}

function csvRows(text: string): readonly (readonly string[])[] {
  const reader = new CsvReader()
  return [...reader.push(text), ...reader.end()].map(({ cells }) => cells)
}

async function wordPreview(bytes: Uint8Array): Promise<Preview> {
  const read = await readWord(bytes)
  if (!('done' in read)) return { kind: 'none', why: read.wrong }
  return { kind: 'body', pages: bodyPages(read.done.body), pictures: read.done.pictures }
}

async function sheetPreview(bytes: Uint8Array): Promise<Preview> {
  const read = await readSheets(bytes)
  if (!('done' in read)) return { kind: 'none', why: read.wrong }
  return sheetsShown(read.done)
}

function sheetsShown(sheets: readonly SheetValues[]): Preview {
  return {
    kind: 'sheets',
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map(({ cells }) => cells) })),
  }
}

async function pagesPreview(kind: 'pdf' | 'ofd' | 'pptx', bytes: Uint8Array): Promise<Preview> {
  const read = await readWords(kind, bytes)
  if (!('done' in read)) return { kind: 'none', why: read.wrong }
  const { pages, trouble } = read.done
  if (trouble === 'locked') return { kind: 'none', why: '文件设有密码，不能预览。' }
  if (trouble === 'hurt' || pages.length === 0)
    return { kind: 'none', why: '文件已损坏，不能预览，请下载后尝试打开。' }
  if (kind === 'pdf') return { kind: 'pages', pages }
  return { kind: 'text', pages: kind === 'pptx' ? pages : pages.flatMap(textPages) }
}

/** Of Office 97 to 2003 the tables and the words are shown. */
async function oldPreview(bytes: Uint8Array): Promise<Preview> {
  const read = await readOld(bytes)
  if (!('done' in read)) return { kind: 'none', why: read.wrong }
  if (read.done.kind === 'sheets') return sheetsShown(read.done.sheets)
  const { pages, trouble } = read.done.words
  if (trouble === 'locked') return { kind: 'none', why: '文件设有密码，不能预览。' }
  return pages.length === 0
    ? { kind: 'none', why: '这种旧版文件不能在网页上预览，请下载后打开。' }
    : { kind: 'text', pages: pages.flatMap(textPages) }
}

function sizeOf(preview: Preview): number {
  switch (preview.kind) {
    case 'body':
      return 1000 + sum(preview.pages) + preview.pictures.reduce((all, { bytes }) => all + bytes.length, 0)
    case 'text':
    case 'pages':
      return 1000 + sum(preview.pages)
    case 'sheets':
      return (
        1000 +
        preview.sheets.reduce((all, { rows }) => all + rows.reduce((size, row) => size + sum(row), 0), 0)
      )
    default:
      return 1000
  }
}

function sum(texts: readonly string[]): number {
  return texts.reduce((all, text) => all + text.length * 2, 0)
}
