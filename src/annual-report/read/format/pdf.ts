import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import type { Page, PageRow, PageTable, PageText } from '../page.ts'
import { type DrawnTable, drawnTables } from './pdf-grid.ts'
import { isPageNumber, type Line, linesIn, marginsOf, paragraphs, type Run, textIn } from './pdf-lines.ts'
import { rulesOf } from './pdf-rules.ts'

const mostPages = 300

/** A table with the places of its upright rules in points. */
interface DrawnPiece {
  readonly kind: 'table'
  readonly rows: readonly PageRow[]
  readonly left: number
  readonly right: number
}

type Piece = DrawnPiece | { readonly kind: 'lines'; readonly lines: readonly Line[] }

/** Reads a PDF that has a text layer; tables are found by their rules. Its scripts are not run. */
export async function readPdf(bytes: Uint8Array): Promise<Page> {
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    stopAtErrors: false,
  })
  const { OPS } = await getResolvedPDFJS()
  const pieces: Piece[] = []
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const runs = items.flatMap(item => ('str' in item && item.str !== '' ? [runOf(item)] : []))
    pieces.push(...piecesOf(runs, drawnTables(rulesOf(await page.getOperatorList(), OPS))))
    page.cleanup()
  }
  if (pieces.length === 0) throw new HurtFile('这份 PDF 没有文字层（可能是扫描件），无法读取。')
  const ours = await isOurs(document)
  const blocks = flowing(pieces, ours)
  return { title: '', blocks: ours ? blocks : blocks.map(withoutGaps) }
}

/** Our own files have tables as wide as the text, and no gaps between Chinese and Latin letters or digits. */
async function isOurs(document: { getMetadata(): Promise<{ info: object }> }): Promise<boolean> {
  const { info } = await document.getMetadata()
  return 'Creator' in info && /^Typst/i.test(String(info.Creator))
}

const gap = /(?<=\p{Script=Han}) (?=[\w])|(?<=[\w%]) (?=\p{Script=Han})/gu

function withoutGaps(block: PageTable | PageText): PageTable | PageText {
  return block.kind === 'text' ? { ...block, text: block.text.replace(gap, '') } : block
}

/** A paragraph may run on over the end of a page. */
function flowing(pieces: readonly Piece[], ours: boolean): readonly (PageTable | PageText)[] {
  const all = pieces.flatMap(piece => (piece.kind === 'lines' ? piece.lines : []))
  const tables = pieces.filter(piece => piece.kind === 'table')
  const margins = (ours ? tables[0] : undefined) ?? marginsOf(all, tables)
  const blocks: (PageTable | PageText)[] = []
  let lines: Line[] = []
  let before: DrawnPiece | undefined
  const endLines = () => {
    for (const text of paragraphs(lines, margins)) blocks.push({ kind: 'text', text })
    lines = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'lines') lines = lines.concat(piece.lines)
    else {
      endLines()
      const last = blocks.at(-1)
      if (before !== undefined && last?.kind === 'table' && continues(before, piece))
        blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...snapped(piece.rows, last.rows)] }
      else blocks.push({ kind: 'table', placed: true, rows: piece.rows })
    }
    before = piece.kind === 'table' ? piece : undefined
  }
  endLines()
  return blocks
}

const near = 4

/** A table goes on where the next page begins with one between the same edges. */
function continues(before: DrawnPiece, next: DrawnPiece): boolean {
  return Math.abs(before.left - next.left) < near && Math.abs(before.right - next.right) < near
}

/** The columns of a continuation, named as those above that stand at the same place. */
function snapped(rows: readonly PageRow[], above: readonly PageRow[]): readonly PageRow[] {
  const known = [...new Set(above.flat().map(cell => cell.column))]
  const snap = (column: number) => known.find(one => Math.abs(one - column) < near) ?? column
  return rows.map(row => row.map(cell => ({ ...cell, column: snap(cell.column) })))
}

interface Item {
  readonly str: string
  readonly width: number
  readonly height: number
  readonly transform: readonly unknown[]
}

function runOf({ str, width, height, transform }: Item): Run {
  return { text: str, width, size: height || 10, x: Number(transform[4] ?? 0), y: Number(transform[5] ?? 0) }
}

/** The paragraphs above, between and below the tables of one page. */
function piecesOf(runs: readonly Run[], tables: readonly DrawnTable[]): readonly Piece[] {
  const real = tables.filter(table => table.cells.length > 1)
  const inside = (run: Run, table: DrawnTable) =>
    run.y > table.bottom - 1 && run.y < table.top && run.x > table.left - 2 && run.x < table.right
  const free = runs.filter(run => !real.some(table => inside(run, table)))
  const blocks: Piece[] = []
  let above = Number.POSITIVE_INFINITY
  for (const table of real) {
    blocks.push(...textBetween(free, above, table.top))
    blocks.push(
      tableOf(
        table,
        runs.filter(run => inside(run, table)),
      ),
    )
    above = table.top
  }
  return [...blocks, ...textBetween(free, above, Number.NEGATIVE_INFINITY)]
}

function textBetween(runs: readonly Run[], above: number, below: number): readonly Piece[] {
  const lines = linesIn(runs.filter(run => run.y <= above && run.y > below))
  const kept = lines.filter(line => !isPageNumber(line.text))
  return kept.length === 0 ? [] : [{ kind: 'lines', lines: kept }]
}

function tableOf(table: DrawnTable, runs: readonly Run[]): DrawnPiece {
  const byRow = Map.groupBy(table.cells, cell => cell.row)
  const rows = [...byRow.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, cells]) =>
      cells.map(cell => {
        const own = runs.filter(run => {
          const middle = run.x + Math.min(run.width / 2, cell.right - cell.left)
          return (
            middle >= cell.left && middle < cell.right && run.y > cell.bottom - 1 && run.y <= cell.top - 1
          )
        })
        return { text: textIn(own), column: cell.left, width: cell.width }
      }),
    )
  return { kind: 'table', rows, left: table.left, right: table.right }
}
