import * as docx from 'docx'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleLines, titleOf } from '../printed/document.ts'
import { docxTable } from './docx-table.ts'
import { type FontName, font, fontTable } from './fonts.ts'

// GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm, 22 lines of 28 characters of 3号, the number 7 mm below the text.
const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    ...{ top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) },
    footer: millimetres(23),
  },
}
const size = { title: 44, text: 32, pageNumber: 28 } as const // half points: 2号, 3号, 4号
// 28 characters of 16 pt into 156 mm: each stands a quarter of a point closer.
const closer = -5
const line = { line: 579, lineRule: docx.LineRuleType.EXACT }

function millimetres(length: number): number {
  return Math.round((length / 25.4) * 1440)
}

/** The report as a Word document in the layout of official documents, GB/T 9704-2012. */
export async function docxFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const document = new docx.Document({
    title: titleOf(report),
    creator: report.agency,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font('仿宋_GB2312'), size: size.text } } } },
    sections: [
      {
        properties: { page },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children: [title(titleLines(report)), ...documentOf(report, beside).map(partOf)],
      },
    ],
  })
  const fonts = [{ path: 'word/fontTable.xml', data: fontTable }]
  return new Uint8Array(await docx.Packer.toBuffer(document, undefined, fonts))
}

/** — 1 —, one character in from the outer edge: on the right of odd pages, on the left of even ones. */
function pageNumber(side: 'left' | 'right'): docx.Footer {
  const children = ['— ', docx.PageNumber.CURRENT, ' —']
  const run = new docx.TextRun({ children, size: size.pageNumber, font: font('宋体', '宋体') })
  const paragraph = { alignment: docx.AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'], children: [run] }
  return new docx.Footer({ children: [new docx.Paragraph({ ...paragraph, indent: { [side]: 280 } })] })
}

function title(lines: readonly string[]): docx.Paragraph {
  const runs = lines.map((text, at) => {
    const place = at === 0 ? {} : { break: 1 }
    return new docx.TextRun({
      text,
      ...place,
      font: font('方正小标宋简体'),
      size: size.title,
      color: '000000',
    })
  })
  return new docx.Paragraph({
    ...{ alignment: docx.AlignmentType.CENTER, heading: docx.HeadingLevel.TITLE, children: runs },
    spacing: { after: 579, line: 700, lineRule: docx.LineRuleType.EXACT },
  })
}

function words(text: string, name: FontName): docx.TextRun {
  return new docx.TextRun({
    text,
    font: font(name),
    size: size.text,
    color: '000000',
    characterSpacing: closer,
  })
}

const first = { firstLineChars: 200, firstLine: size.text * 20 }

function partOf(part: Part): docx.Paragraph | docx.Table {
  if (part.kind === 'table') return docxTable(part.table)
  if (part.kind === 'signature') return signature(part.text)
  if (part.kind === 'heading')
    return new docx.Paragraph({
      ...{ children: [words(part.text, '黑体')], indent: first, spacing: line, keepNext: true },
      heading: docx.HeadingLevel.HEADING_1,
    })
  const lead = part.lead === '' ? [] : [words(part.lead, '楷体_GB2312')]
  const children = [...lead, words(part.rest, '仿宋_GB2312')]
  return new docx.Paragraph({ children, indent: first, spacing: line, keepNext: part.rest === '' })
}

/** The office and the day, four characters in from the right. */
function signature(text: string): docx.Paragraph {
  return new docx.Paragraph({
    ...{ alignment: docx.AlignmentType.RIGHT, children: [words(text, '仿宋_GB2312')] },
    ...{ indent: { right: size.text * 40 }, spacing: line },
  })
}
