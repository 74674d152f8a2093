import * as docx from 'docx'
import { type FontName, font, fontTable } from './fonts.ts'
import { closer, officialPage, officialSize } from './page.ts'

/** A Word document in the layout of official documents: its page, its page numbers, its fonts and what they fall back to. */
export async function officialWord(
  { title, creator }: { readonly title: string; readonly creator: string },
  children: readonly (docx.Paragraph | docx.Table)[],
): Promise<Uint8Array> {
  const document = new docx.Document({
    ...{ title, creator, evenAndOddHeaderAndFooters: true },
    styles: { default: { document: { run: { font: font('仿宋_GB2312'), size: officialSize.text } } } },
    sections: [
      {
        properties: { page: officialPage },
        footers: { default: pageNumber('right'), even: pageNumber('left') },
        children,
      },
    ],
  })
  const fonts = [{ path: 'word/fontTable.xml', data: fontTable }]
  return new Uint8Array(await docx.Packer.toBuffer(document, undefined, fonts))
}

/** — 1 —, one character in from the outer edge: on the right of odd pages, on the left of even ones. */
function pageNumber(side: 'left' | 'right'): docx.Footer {
  const children = ['— ', docx.PageNumber.CURRENT, ' —']
  const run = new docx.TextRun({ children, size: officialSize.pageNumber, font: font('宋体', '宋体') })
  const paragraph = { alignment: docx.AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'], children: [run] }
  return new docx.Footer({ children: [new docx.Paragraph({ ...paragraph, indent: { [side]: 280 } })] })
}

/** Words of the body in one of its fonts. */
export function officialWords(text: string, name: FontName): docx.TextRun {
  return new docx.TextRun({
    ...{ text, font: font(name), size: officialSize.text, color: '000000' },
    characterSpacing: closer,
  })
}
