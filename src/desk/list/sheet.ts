import { strToU8, zipSync } from 'fflate'
import type { Value } from './column.ts'

/** A list to give out: its head and its rows, in the order shown. */
export interface Sheet {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Value[])[]
}

/**
 * The list as CSV for Excel: UTF-8 with its mark, CRLF. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, so that nobody's words are run.
 */
export function csvOf({ head, rows }: Sheet): string {
  const lines = [head, ...rows].map(row => row.map(csvCell).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function csvCell(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * The list as an Excel workbook of one sheet. Texts are typed as texts, so that none is run as a formula. Written here
 * and zipped at once, because the library that writes the reports zips in a worker of its own making, which the
 * content policy of the desk forbids.
 */
export function xlsxOf(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const files = Object.entries(parts(sheet)).map(([path, xml]) => [
    path,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xml}`),
  ])
  return new Uint8Array(zipSync(Object.fromEntries(files)))
}

const formats = 'http://schemas.openxmlformats.org'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function parts({ name, head, rows }: Sheet): Record<string, string> {
  const relation = (to: string, kind: string) =>
    `<Relationships xmlns="${formats}/package/2006/relationships"><Relationship Id="rId1" Type="${formats}/officeDocument/2006/relationships/${kind}" Target="${to}"/></Relationships>`
  const lines = [head, ...rows].map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((value, column) => xlsxCell(`${letters(column)}${at + 1}`, value)).join('')}</row>`,
  )
  return {
    '[Content_Types].xml': `<Types xmlns="${formats}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/></Types>`,
    '_rels/.rels': relation('xl/workbook.xml', 'officeDocument'),
    'xl/_rels/workbook.xml.rels': relation('worksheets/sheet1.xml', 'worksheet'),
    'xl/workbook.xml': `<workbook xmlns="${formats}/spreadsheetml/2006/main" xmlns:r="${formats}/officeDocument/2006/relationships"><sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${formats}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${head.map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(at, { name, head, rows })}" customWidth="1"/>`).join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
  }
}

function widthOf(column: number, { head, rows }: Sheet): number {
  const texts = [head, ...rows.slice(0, 200)].map(row => String(row[column] ?? ''))
  return Math.min(60, Math.max(8, ...texts.map(text => text.replace(/[^\0-\xff]/g, 'xx').length + 2)))
}

function xlsxCell(place: string, value: Value): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** The name of a column: A, B … Z, AA … */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

/** Excel allows 31 characters and not all of them. */
function sheetName(name: string): string {
  return escaped(name.replace(/[[\]:*?/\\']/g, '').slice(0, 31) || '列表')
}

function escaped(text: string): string {
  const allowed = [...text].filter(each => each >= ' ' || each === '\n' || each === '\t').join('')
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Hands a file to the person. */
export function download(name: string, content: BlobPart, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
