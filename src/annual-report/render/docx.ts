import * as docx from 'docx'
import { font } from '../../platform/printing/fonts.ts'
import { firstLine, officialLine, officialSize } from '../../platform/printing/page.ts'
import { officialWord, officialWords } from '../../platform/printing/word.ts'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleLines, titleOf } from '../printed/document.ts'
import { docxTable } from './docx-table.ts'

/** The report as a Word document in the layout of official documents, GB/T 9704-2012. */
export function docxFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const parts = documentOf(report, beside).map(partOf)
  return officialWord({ title: titleOf(report), creator: report.agency }, [
    title(titleLines(report)),
    ...parts,
  ])
}

function title(lines: readonly string[]): docx.Paragraph {
  const runs = lines.map((text, at) => {
    const place = at === 0 ? {} : { break: 1 }
    const look = { font: font('方正小标宋简体'), size: officialSize.title, color: '000000' }
    return new docx.TextRun({ text, ...place, ...look })
  })
  return new docx.Paragraph({
    ...{ alignment: docx.AlignmentType.CENTER, heading: docx.HeadingLevel.TITLE, children: runs },
    spacing: { after: 579, line: 700, lineRule: docx.LineRuleType.EXACT },
  })
}

function partOf(part: Part): docx.Paragraph | docx.Table {
  if (part.kind === 'table') return docxTable(part.table)
  if (part.kind === 'signature') return signature(part.text)
  if (part.kind === 'heading')
    return new docx.Paragraph({
      ...{ children: [officialWords(part.text, '黑体')], indent: firstLine, spacing: officialLine },
      ...{ keepNext: true, heading: docx.HeadingLevel.HEADING_1 },
    })
  const lead = part.lead === '' ? [] : [officialWords(part.lead, '楷体_GB2312')]
  const children = [...lead, officialWords(part.rest, '仿宋_GB2312')]
  return new docx.Paragraph({
    ...{ children, indent: firstLine, spacing: officialLine },
    keepNext: part.rest === '',
  })
}

/** The office and the day, four characters in from the right. */
function signature(text: string): docx.Paragraph {
  return new docx.Paragraph({
    ...{ alignment: docx.AlignmentType.RIGHT, children: [officialWords(text, '仿宋_GB2312')] },
    ...{ indent: { right: officialSize.text * 40 }, spacing: officialLine },
  })
}
