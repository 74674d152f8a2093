import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleLines } from '../printed/document.ts'

let compiler: NodeCompiler | undefined
let rendered = 0

/** One compiler for the process: it loads the fonts once. */
function theCompiler(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('node-source-han-sans-sc/package.json'))
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fonts] }] })
  return compiler
}

/**
 * The report as a PDF on A4 in the layout of official documents, set by Typst from `report.typ`. Its source never
 * changes and the words go in as data: the compiler edits a changed source in place and can leave an old character
 * where the new one ends in the same byte, so that 条 was printed for 次 (docs/decisions/0003).
 */
export async function pdfFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const typst = theCompiler()
  const parts = documentOf(report, beside).map(partData)
  const bytes = typst.pdf({
    mainFilePath: join(import.meta.dirname, 'report.typ'),
    inputs: { report: JSON.stringify({ title: titleLines(report), parts }) },
  })
  // The compiler remembers what it set; without this its memory grows with every report.
  if (++rendered % 20 === 0) typst.evictCache(10)
  return bytes
}

/** A part as `report.typ` takes it. */
function partData(part: Part): object {
  if (part.kind !== 'table') return part
  const { rows, headerRows, widths } = part.table
  return { kind: 'table', head: headerRows, widths, rows }
}
