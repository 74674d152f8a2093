import * as docx from 'docx'
import { type FontName, font } from '../../platform/printing/fonts.ts'
import { firstLine, officialLine, officialSize } from '../../platform/printing/page.ts'
import { officialWord, officialWords } from '../../platform/printing/word.ts'
import type { Block } from './blocks.ts'
import { type BarsBlock, barLength, type PrintedItem } from './printed.ts'

const { LEFT, RIGHT, CENTER } = docx.AlignmentType
const headingFont = { 2: '黑体', 3: '楷体_GB2312', 4: '仿宋_GB2312' } as const satisfies Record<
  number,
  FontName
>

/** The item as a Word document in the layout of official documents. */
export function itemWord(item: PrintedItem): Promise<Uint8Array> {
  const { title, agency, number, blocks, attachments, day, address } = item
  const name = new docx.TextRun({
    text: title,
    bold: true,
    size: officialSize.title,
    font: font('方正小标宋简体'),
  })
  return officialWord({ title, creator: agency }, [
    ...(number === '' ? [] : [plain(number, CENTER)]),
    new docx.Paragraph({ children: [name], alignment: CENTER, spacing: { before: 400, after: 400 } }),
    ...blocks.flatMap(block => (block.kind === 'bars' ? barsOf(block) : [blockOf(block)])),
    ...attachments.map((each, at) => paragraph(`附件${at + 1}：${each}`)),
    ...[plain(agency, RIGHT, 579), plain(day, RIGHT)],
    plain(`来源：${address}`, LEFT, 579),
  ])
}

function blockOf(block: Block): docx.Paragraph | docx.Table {
  if (block.kind === 'paragraph') return paragraph(block.text)
  if (block.kind === 'heading') return paragraph(block.text, headingFont[block.level])
  const widest = Math.max(...block.rows.map(row => row.length))
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: block.rows.map(
      row => new docx.TableRow({ children: Array.from({ length: widest }, (_, at) => cell(row[at] ?? '')) }),
    ),
  })
}

const barUnits = 40
const white = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' } as const
const borderless = { top: white, bottom: white, left: white, right: white } as const

/** A chart as a table without lines whose shaded cells are the bars: no picture, no font, so every word processor draws it. */
function barsOf(block: BarsBlock): (docx.Paragraph | docx.Table)[] {
  const row = ({ name, worth, text }: BarsBlock['bars'][number]) => {
    const full = barLength(worth, block, barUnits)
    const part = (span: number, fill?: string) => (span === 0 ? [] : [barPart(span, fill)])
    return new docx.TableRow({
      cantSplit: true,
      children: [spanning(name, 12), ...part(full, '1F4E8C'), ...part(barUnits - full), spanning(text, 8)],
    })
  }
  return [
    paragraph(block.text),
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      layout: docx.TableLayoutType.FIXED,
      columnWidths: Array.from({ length: barUnits + 20 }, () => 147),
      borders: { ...borderless, insideHorizontal: white, insideVertical: white },
      rows: block.bars.map(row),
    }),
  ]
}

function spanning(text: string, columnSpan: number): docx.TableCell {
  const run = new docx.TextRun({ text, size: 22, font: font('仿宋_GB2312') })
  return new docx.TableCell({
    columnSpan,
    borders: borderless,
    children: [new docx.Paragraph({ children: [run] })],
  })
}

/** A stretch of a bar; a white line above and below parts it from its neighbours. */
function barPart(columnSpan: number, fill: string | undefined): docx.TableCell {
  const gap = { style: docx.BorderStyle.SINGLE, size: 24, color: 'FFFFFF' } as const
  return new docx.TableCell({
    ...{ columnSpan, borders: { ...borderless, top: gap, bottom: gap }, children: [new docx.Paragraph({})] },
    ...(fill === undefined ? {} : { shading: { type: docx.ShadingType.CLEAR, color: 'auto', fill } }),
  })
}

function cell(text: string): docx.TableCell {
  const run = new docx.TextRun({ text, size: 24, font: font('仿宋_GB2312') })
  return new docx.TableCell({ children: [new docx.Paragraph({ children: [run] })] })
}

function paragraph(text: string, name: FontName = '仿宋_GB2312'): docx.Paragraph {
  return new docx.Paragraph({
    children: [officialWords(text, name)],
    indent: firstLine,
    spacing: officialLine,
  })
}

function plain(
  text: string,
  alignment: (typeof docx.AlignmentType)[keyof typeof docx.AlignmentType],
  before = 0,
) {
  const children = [officialWords(text, '仿宋_GB2312')]
  return new docx.Paragraph({ children, alignment, spacing: { ...officialLine, before } })
}
