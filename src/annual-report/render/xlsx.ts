import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleOf } from '../printed/document.ts'
import type { CellModel, TableModel } from '../printed/table-model.ts'

type SheetRow = SheetData[number]
const columns = 15

/** The report as one sheet: the words in merged rows, the tables with their merged cells, figures as numbers. */
export async function xlsxFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const rows: SheetRow[] = [wide(titleOf(report), true), ...documentOf(report, beside).flatMap(rowsOf)]
  const widths = Array.from({ length: columns }, (_, at) => ({ width: at === 2 ? 34 : 12 }))
  const file = writeXlsxFile(rows, { sheet: '年度报告', columns: widths, orientation: 'landscape' })
  return new Uint8Array(await file.toBuffer())
}

function rowsOf(part: Part): SheetRow[] {
  if (part.kind === 'table') return tableRows(part.table)
  return [wide(part.text, part.kind === 'heading')]
}

/** One text over the whole width, high enough for its length. */
function wide(text: string, bold: boolean): SheetRow {
  const height = 18 * Math.max(1, Math.ceil(text.length / 90))
  const font = bold ? ({ fontWeight: 'bold' } as const) : {}
  const cell = {
    value: text,
    type: String,
    columnSpan: columns,
    wrap: true,
    height,
    alignVertical: 'center',
    ...font,
  } as const
  return [cell, ...Array.from({ length: columns - 1 }, () => null)]
}

function tableRows(table: TableModel): SheetRow[] {
  const grid: (SheetRow[number] | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, at) => {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column++
      for (let down = 0; down < cell.rowspan; down++) {
        const line = grid[at + down] ?? []
        for (let right = 0; right < cell.colspan; right++) line[column + right] = null
      }
      const line = grid[at]
      if (line !== undefined) line[column] = cellOf(cell)
    }
  })
  return grid.map(row => row.map(cell => cell ?? null))
}

function cellOf(cell: CellModel): SheetRow[number] {
  const { colspan: columnSpan, rowspan: rowSpan } = cell
  const place = {
    columnSpan,
    rowSpan,
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    borderStyle: 'thin',
  } as const
  if (cell.path === undefined) return { value: cell.text, type: String, ...place }
  if (cell.text === '') return { ...place }
  return { value: Number(cell.text), type: Number, ...place }
}
