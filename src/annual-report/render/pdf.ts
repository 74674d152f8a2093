import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { AnnualReport } from '../form.ts'
import { type Beside, documentOf, type Part, titleOf } from '../printed/document.ts'
import type { CellModel, TableModel } from '../printed/table-model.ts'

let compiler: NodeCompiler | undefined
let rendered = 0

/** One compiler for the process: it loads the fonts once. */
function theCompiler(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('node-source-han-sans-sc/package.json'))
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fonts] }] })
  return compiler
}

/** The report as a PDF on A4, set by Typst. */
export async function pdfFile(report: AnnualReport, beside: Beside): Promise<Uint8Array> {
  const typst = theCompiler()
  const bytes = typst.pdf({ mainFileContent: afresh(sourceOf(report, beside)) })
  // The compiler remembers what it set; without this its memory grows with every report.
  if (++rendered % 20 === 0) typst.evictCache(10)
  return bytes
}

/**
 * The source between two lines that no other document has: the library reads anew only what changed since an earlier one, and
 * where the changed part ends within a character it keeps the old character (decision 0003).
 */
function afresh(source: string): string {
  const mark = `// ${rendered}\n`
  return mark + source + mark
}

const preamble = `
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  footer: context align(center, text(size: 14pt)[— #counter(page).display() —]))
#set text(font: ("FangSong_GB2312", "FangSong", "Source Han Sans SC"), size: 16pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(first-line-indent: (amount: 2em, all: true), justify: false, leading: 12pt, spacing: 12pt)
#let title(body) = align(center, text(size: 22pt, font: ("FZXiaoBiaoSong-B05S", "Source Han Sans SC"), weight: "bold", par(first-line-indent: 0em, body)))
#let part(body) = par(text(font: ("SimHei", "Source Han Sans SC"), weight: "bold", body))
#let form(..cells) = block({
  set text(size: 7.5pt)
  set par(first-line-indent: 0em, leading: 4pt, justify: false)
  table(inset: 3pt, align: center + horizon, stroke: 0.5pt, ..cells)
})
`

function sourceOf(report: AnnualReport, beside: Beside): string {
  const head = `#set document(title: ${quoted(titleOf(report))})\n#title(${quoted(titleOf(report))})\n`
  return preamble + head + documentOf(report, beside).map(partSource).join('\n')
}

function partSource(part: Part): string {
  if (part.kind === 'heading') return `#part(${quoted(part.text)})\n`
  if (part.kind === 'paragraph') return `#par(${quoted(part.text)})\n`
  return `#form(columns: ${columnsOf(part.table)},\n${part.table.rows.flat().map(cellSource).join(',\n')})\n`
}

/** Labels get the room that they need, figures share the rest. */
function columnsOf(table: TableModel): string {
  const width = (table.rows[0] ?? []).reduce((sum, cell) => sum + cell.colspan, 0)
  if (width === 4) return '(1.4fr, 1fr, 1fr, 1fr)'
  return width === 10 ? '(1.6em, 3em, 13em, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr)' : `(1fr,) * ${width}`
}

function cellSource({ text, colspan, rowspan }: CellModel): string {
  const spans = `${colspan > 1 ? `colspan: ${colspan}, ` : ''}${rowspan > 1 ? `rowspan: ${rowspan}, ` : ''}`
  return `table.cell(${spans}${quoted(text)})`
}

/** As a string of Typst: nothing in it can be markup. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, sign => `\\${sign}`).replaceAll('\n', ' ')}"`
}
