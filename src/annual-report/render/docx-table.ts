import * as docx from 'docx'
import { font } from '../../platform/printing/fonts.ts'
import type { CellModel, TableModel } from '../printed/cell-model.ts'

const width = 8_844 // 156 mm in twentieths of a point: the text's width
const size = 16 // half points
const margins = { top: 30, bottom: 30, left: 30, right: 30 }

/** A table of the form as wide as the text; the rows at its head are repeated on every page. */
export function docxTable({ rows, headerRows, widths }: TableModel): docx.Table {
  const sum = widths.reduce((all, one) => all + one, 0)
  const columnWidths = widths.map(one => Math.round((one / sum) * width))
  const narrowest = columnWidths.at(-1) ?? width
  return new docx.Table({
    ...{ width: { size: width, type: docx.WidthType.DXA }, layout: docx.TableLayoutType.FIXED },
    ...{ alignment: docx.AlignmentType.CENTER, columnWidths, margins },
    rows: rows.map(
      (row, at) =>
        new docx.TableRow({
          ...{ cantSplit: true, tableHeader: at < headerRows },
          children: row.map(cell => docxCell(cell, narrowest)),
        }),
    ),
  })
}

function docxCell(cell: CellModel, narrowest: number): docx.TableCell {
  const room = narrowest * cell.colspan - margins.left - margins.right
  const look = { size: sizeOf(cell, room), font: font('宋体'), snapToGrid: false }
  const runs = linesOf(cell, narrowest).map(
    (text, at) => new docx.TextRun({ text, ...look, ...(at === 0 ? {} : { break: 1 }) }),
  )
  const spacing = { line: 210, lineRule: docx.LineRuleType.EXACT }
  return new docx.TableCell({
    ...{ columnSpan: cell.colspan, rowSpan: cell.rowspan, verticalAlign: docx.VerticalAlignTable.CENTER },
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        spacing,
        children: runs,
      }),
    ],
  })
}

/** In a narrow column a heading of four characters breaks in the middle, and a group's after its number. */
function linesOf({ header, text, colspan, rowspan }: CellModel, narrowest: number): readonly string[] {
  const numbered = rowspan > 1 && colspan === 1 ? /^（.）/.exec(text)?.[0] : undefined
  if (numbered !== undefined) return [numbered, text.slice(numbered.length)]
  const breaks = header && colspan === 1 && narrowest < 700 && text.length === 4
  return breaks ? [text.slice(0, 2), text.slice(2)] : [text]
}

/** A figure stays on one line: a long one is set smaller. A digit is half as wide as the letter is high. */
function sizeOf({ header, text }: CellModel, room: number): number {
  if (header || text.length < 5) return size
  return Math.max(8, Math.min(size, Math.floor(room / (text.length * 5.2))))
}
