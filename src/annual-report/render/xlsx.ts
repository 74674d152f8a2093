import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { AnnualReport } from '../form.ts'
import type { CellModel, TableModel } from '../printed/cell-model.ts'
import { type Beside, documentOf, type Part, titleOf } from '../printed/document.ts'

type SheetRow = SheetData[number]

// In characters; a figure of eight digits has room. On paper the sheet is made as wide as A4 lying down.
const widths = [6, 10, 36, ...Array.from({ length: 12 }, () => 10)]
const whole = widths.reduce((sum, width) => sum + width, 0)
/** How many columns of the sheet each column of the table with four takes. */
const ofFour = [3, 2, 2, 3]
const lineHeight = 15

/** The report as one sheet: the words in merged rows, the tables with their merged cells, figures as numbers. */
export async function xlsxFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const title = wide(titleOf(report), { fontWeight: 'bold', align: 'center', fontSize: 16, height: 30 })
  const rows: SheetRow[] = [title, ...documentOf(report, beside).flatMap(rowsOf)]
  const columns = widths.map(width => ({ width }))
  const file = writeXlsxFile(rows, { sheet: '年度报告', columns, orientation: 'landscape' })
  return onePageWide(new Uint8Array(await file.toBuffer()))
}

const sheet = 'xl/worksheets/sheet1.xml'

/** The library cannot say that a sheet is printed one page wide: it is said in the sheet itself. */
function onePageWide(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  const said = strFromU8(files[sheet] ?? new Uint8Array())
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
  return zipSync({ ...files, [sheet]: strToU8(said) })
}

function rowsOf(part: Part): SheetRow[] {
  if (part.kind === 'table') return tableRows(part.table)
  if (part.kind === 'heading') return [wide(part.text, { fontWeight: 'bold', height: 24 })]
  return [wide(part.text, part.kind === 'signature' ? { align: 'right' } : {})]
}

interface Look {
  readonly fontWeight?: 'bold'
  readonly align?: 'center' | 'right'
  readonly fontSize?: number
  readonly height?: number
}

/** One text over the whole width, high enough for its length. */
function wide(text: string, look: Look): SheetRow {
  const cell = { value: text, type: String, columnSpan: widths.length, wrap: true } as const
  const height = heightOf(text, whole)
  return [
    { ...cell, height, alignVertical: 'center', ...look },
    ...Array.from({ length: widths.length - 1 }, () => null),
  ]
}

/** A Chinese character is two wide. */
function heightOf(text: string, width: number): number {
  return lineHeight * Math.max(1, Math.ceil((text.length * 2.1) / width)) + 3
}

function tableRows(table: TableModel): SheetRow[] {
  const spans = table.widths.length === ofFour.length ? ofFour : table.widths.map(() => 1)
  const grid: (SheetRow[number] | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, at) => {
    let [column, place] = [0, 0]
    let height = lineHeight + 3
    const cells: [number, CellModel, number][] = []
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += spans[place++] ?? 1
      const span = spans.slice(place, place + cell.colspan).reduce((sum, one) => sum + one, 0)
      for (let down = 0; down < cell.rowspan; down++)
        for (let right = 0; right < span; right++) (grid[at + down] ?? [])[column + right] = null
      cells.push([column, cell, span])
      const room = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0)
      if (cell.rowspan === 1) height = Math.max(height, heightOf(cell.text, room))
    }
    for (const [start, cell, span] of cells) (grid[at] ?? [])[start] = cellOf(cell, span, height)
  })
  return grid.map(row => row.map(cell => cell ?? null))
}

function cellOf(cell: CellModel, columnSpan: number, height: number): SheetRow[number] {
  const place = {
    ...({ columnSpan, rowSpan: cell.rowspan, height, wrap: true } as const),
    ...({ align: 'center', alignVertical: 'center', borderStyle: 'thin' } as const),
  }
  if (cell.header) return { value: cell.text, type: String, ...place }
  if (cell.text === '') return { ...place }
  return { value: Number(cell.text), type: Number, ...place }
}
