import { join } from 'node:path'
import { typeset } from '../../platform/printing/typeset.ts'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleLines } from '../printed/document.ts'

/** The report as a PDF on A4 in the layout of official documents, set by Typst from `report.typ`. */
export async function pdfFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const parts = documentOf(report, beside).map(partData)
  return typeset(join(import.meta.dirname, 'report.typ'), { report: { title: titleLines(report), parts } })
}

/** A part as `report.typ` takes it. */
function partData(part: Part): object {
  if (part.kind !== 'table') return part
  const { rows, headerRows, widths } = part.table
  return { kind: 'table', head: headerRows, widths, rows }
}
