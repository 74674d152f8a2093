import * as docx from 'docx'
import { font } from '../../platform/printing/fonts.ts'
import { firstLine, millimetres, officialLine, officialSize } from '../../platform/printing/page.ts'
import { officialWord, officialWords } from '../../platform/printing/word.ts'
import type { Letter } from '../letters/letter.ts'
import { printedLetter } from './printed.ts'

const red = 'D7000F'
const wider = millimetres(-7) // 170 mm instead of the text's 156
const { CENTER, LEFT, RIGHT } = docx.AlignmentType

/** The letter as a Word document in the layout of official documents. */
export function letterDocx(letter: Letter): Promise<Uint8Array> {
  const { agency, number, title, addressee, paragraphs, day, printed } = printedLetter(letter)
  return officialWord({ title, creator: agency }, [
    mark(agency),
    plain(number, RIGHT),
    heading(title),
    plain(addressee, LEFT),
    ...paragraphs.map(words => plain(words, LEFT, { indent: firstLine })),
    ...signature(agency, day),
    ...(printed === null ? [] : [colophon(agency, printed)]),
  ])
}

/** 发文机关标志 in red above its double line; a long name is set smaller, so that it stays on one line. */
function mark(agency: string): docx.Paragraph {
  const size = Math.min(68, Math.floor(850 / agency.length))
  const run = new docx.TextRun({
    ...{ text: agency, font: font('方正小标宋简体'), size, bold: true, color: red, characterSpacing: 40 },
  })
  return new docx.Paragraph({
    ...{ alignment: CENTER, children: [run], indent: { left: wider, right: wider } },
    spacing: { after: 120 },
    border: { bottom: { style: docx.BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: red, space: 11 } },
  })
}

function heading(title: string): docx.Paragraph {
  const look = { font: font('方正小标宋简体'), size: officialSize.title, color: '000000' }
  return new docx.Paragraph({
    ...{ alignment: CENTER, heading: docx.HeadingLevel.TITLE },
    children: [new docx.TextRun({ text: title, ...look })],
    spacing: { before: 579, after: 579, line: 700, lineRule: docx.LineRuleType.EXACT },
  })
}

type Alignment = (typeof docx.AlignmentType)[keyof typeof docx.AlignmentType]

function plain(words: string, alignment: Alignment, more: docx.IParagraphOptions = {}): docx.Paragraph {
  const children = [officialWords(words, '仿宋_GB2312')]
  return new docx.Paragraph({ children, alignment, spacing: officialLine, ...more })
}

/** The day stands four characters in from the right, the office above it; both stay on one page. */
function signature(agency: string, day: string): docx.Paragraph[] {
  const indent = { right: officialSize.text * 40 }
  const above = { indent, keepNext: true, keepLines: true, spacing: { ...officialLine, before: 579 } }
  return [plain(agency, RIGHT, above), plain(day, RIGHT, { indent })]
}

/** 版记: between two lines, the office on the left and the day on the right, one character in. */
function colophon(agency: string, printed: string): docx.Paragraph {
  const rule = { style: docx.BorderStyle.SINGLE, size: 8, color: '000000', space: 4 }
  const look = { size: officialSize.pageNumber, font: font('仿宋_GB2312'), color: '000000' }
  return new docx.Paragraph({
    children: [new docx.TextRun({ children: [agency, new docx.Tab(), printed], ...look })],
    ...{ border: { top: rule, bottom: rule }, spacing: { ...officialLine, before: 1158 } },
    tabStops: [{ type: docx.TabStopType.RIGHT, position: millimetres(151) }],
    indent: { left: 280 },
  })
}
