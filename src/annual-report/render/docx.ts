import * as docx from 'docx'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleOf } from '../printed/document.ts'
import type { CellModel, TableModel } from '../printed/table-model.ts'

// GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm, title 2号, text 3号 at a fixed distance of 28 pt.
const margins = {
  top: millimetres(37),
  bottom: millimetres(35),
  left: millimetres(28),
  right: millimetres(26),
}
const size = { title: 44, text: 32, table: 15, pageNumber: 28 } as const // half points
const line = { line: 560, lineRule: docx.LineRuleType.EXACT }

function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440)
}

/** A font by its official name; where it is missing, the reader's program takes the second of its kind. */
function font(name: '方正小标宋简体' | '仿宋_GB2312' | '黑体'): docx.IFontAttributesProperties {
  return { eastAsia: name, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
}

/** The report as a Word document in the layout of official documents, GB/T 9704-2012. */
export async function docxFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const document = new docx.Document({
    title: titleOf(report),
    creator: report.agency,
    styles: { default: { document: { run: { font: font('仿宋_GB2312'), size: size.text } } } },
    sections: [
      {
        properties: {
          page: { size: { width: millimetres(210), height: millimetres(297) }, margin: margins },
        },
        footers: { default: pageNumber() },
        children: [title(titleOf(report)), ...documentOf(report, beside).map(partOf)],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

function pageNumber(): docx.Footer {
  const children = ['— ', docx.PageNumber.CURRENT, ' —']
  const run = new docx.TextRun({ children, size: size.pageNumber, font: '宋体' })
  return new docx.Footer({
    children: [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [run] })],
  })
}

function title(text: string): docx.Paragraph {
  const run = new docx.TextRun({ text, font: font('方正小标宋简体'), size: size.title })
  return new docx.Paragraph({
    ...{ alignment: docx.AlignmentType.CENTER, heading: docx.HeadingLevel.TITLE, children: [run] },
    spacing: { after: 560, line: 700, lineRule: docx.LineRuleType.AT_LEAST },
  })
}

function partOf(part: Part): docx.Paragraph | docx.Table {
  if (part.kind === 'table') return tableOf(part.table)
  const heading = part.kind === 'heading'
  const run = new docx.TextRun({
    text: part.text,
    font: font(heading ? '黑体' : '仿宋_GB2312'),
    size: size.text,
  })
  return new docx.Paragraph({
    ...{ children: [run], indent: { firstLine: size.text * 20 }, spacing: line, keepNext: heading },
    ...(heading ? { heading: docx.HeadingLevel.HEADING_1 } : {}),
  })
}

function tableOf(table: TableModel): docx.Table {
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: table.rows.map(row => new docx.TableRow({ cantSplit: true, children: row.map(cellOf) })),
  })
}

function cellOf(cell: CellModel): docx.TableCell {
  const run = new docx.TextRun({ text: cell.text, size: size.table, font: font('仿宋_GB2312') })
  return new docx.TableCell({
    ...{ columnSpan: cell.colspan, rowSpan: cell.rowspan, verticalAlign: docx.VerticalAlignTable.CENTER },
    children: [new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, children: [run] })],
  })
}
