import type { AnnualReport } from '../form.ts'
import type { Beside } from '../printed/document.ts'
import type { Format } from '../printed/format.ts'

/** What a browser is told of a format. */
export const mediaType = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<Format, string>

/** The report as a file. The libraries of a format are loaded when it is first asked for. */
export async function render(report: AnnualReport, to: Format, beside: Beside = {}): Promise<Uint8Array> {
  switch (to) {
    case 'html':
      return (await import('./html.ts')).htmlFile(report, beside)
    case 'docx':
      return (await import('./docx.ts')).docxFile(report, beside)
    case 'pdf':
      return (await import('./pdf.ts')).pdfFile(report, beside)
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxFile(report, beside)
    case 'md':
      return text((await import('./markdown.ts')).markdownOf(report, beside))
    case 'json':
      return text(`${JSON.stringify(report, null, 2)}\n`)
  }
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}
