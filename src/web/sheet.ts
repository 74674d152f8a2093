import type { Context } from 'hono'
import { namedFile } from '../platform/http/named-file.ts'

/** A cell of a table that is downloaded. */
export type SheetCell = string | number | null

/** The table as CSV: with a mark by which Excel knows UTF-8, and no cell that a spreadsheet would run as a formula. */
export function csvOf(rows: readonly (readonly SheetCell[])[]): string {
  const field = (cell: SheetCell) => {
    const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell ?? '')
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `\uFEFF${rows.map(row => row.map(field).join(',')).join('\r\n')}\r\n`
}

/** Answers with the table as a file: a text is CSV, rows become Excel. */
export async function sheetFile(
  context: Context,
  table: string | readonly (readonly SheetCell[])[],
  name: string,
): Promise<Response> {
  const ending = typeof table === 'string' ? 'csv' : 'xlsx'
  const file = namedFile(`${name}.${ending}`)
  if (typeof table === 'string') {
    return context.body(table, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': file,
    })
  }
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const [head = [], ...rest] = table
  const cells = [
    head.map(value => ({ value: String(value ?? ''), fontWeight: 'bold' as const })),
    ...rest.map(row => row.map(value => ({ value: value ?? '' }))),
  ]
  const bytes = await writeXlsxFile(cells, { sheet: name.slice(0, 30) }).toBuffer()
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': file,
  })
}
