import type { Letter } from '../letters/letter.ts'

/** The files that a letter is given in. */
export const letterFormats = ['pdf', 'docx', 'html'] as const
export type LetterFormat = (typeof letterFormats)[number]

/** What a browser is told of a format. */
export const letterMedia = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
} as const satisfies Record<LetterFormat, string>

/** The letter as a file. The libraries of a format are loaded when it is first asked for. */
export async function renderLetter(letter: Letter, to: LetterFormat): Promise<Uint8Array> {
  switch (to) {
    case 'pdf':
      return (await import('./pdf.ts')).letterPdf(letter)
    case 'docx':
      return (await import('./docx.ts')).letterDocx(letter)
    case 'html':
      return (await import('./html.ts')).letterPage(letter)
  }
}

/** What the file is called when it is kept: 政府信息公开答复书〔2026〕第7号.pdf. */
export function letterFileName({ title, number }: Letter, format: LetterFormat): string {
  return `${title}${number ?? '（草稿）'}.${format}`
}
