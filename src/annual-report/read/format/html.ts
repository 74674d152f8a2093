import { Parser } from 'htmlparser2'
import { type Page, type PageTable, type PageText, placeCells, type SourceCell } from '../page.ts'

const hidden = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'select',
  'textarea',
  'nav',
  'footer',
  'button',
])
const breaks = new Set(
  'p div br h1 h2 h3 h4 h5 h6 li ul ol section article header footer main nav dl dt dd pre blockquote figure form hr center body'.split(
    ' ',
  ),
)
const endless = new Set(['br', 'img', 'input', 'hr', 'col', 'wbr'])
const deepest = 2_000

type Block = PageText | PageTable

interface OpenTable {
  readonly rows: OpenCell[][]
  cell: OpenCell | undefined
}

interface OpenCell {
  readonly blocks: Block[]
  readonly colspan: number
  readonly rowspan: number
  text: string
}

/** Gathers a page's paragraphs and tables while its tags go by; nothing is run and nothing is fetched. */
class Gatherer {
  readonly blocks: Block[] = []
  title = ''
  private readonly open: OpenTable[] = []
  private text = ''
  private hiddenIn: string[] = []
  private inTitle = false

  opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (hidden.has(name) || this.isHiddenInCell(attributes) || name === this.hiddenIn.at(-1)) {
      if (!endless.has(name)) this.hiddenIn.push(name)
    }
    if (this.hiddenIn.length > 0) return
    if (name === 'title') this.inTitle = true
    else if (name === 'table') {
      this.endLine()
      if (this.open.length < 50) this.open.push({ rows: [], cell: undefined })
    } else if (name === 'tr') this.startRow()
    else if (name === 'td' || name === 'th') this.startCell(attributes)
    else if (breaks.has(name)) this.endLine()
  }

  closed(name: string): void {
    if (this.hiddenIn.length > 0) {
      const at = this.hiddenIn.lastIndexOf(name)
      if (at >= 0) this.hiddenIn.length = at
      return
    }
    if (name === 'title') this.inTitle = false
    else if (name === 'table') this.endTable()
    else if (name === 'td' || name === 'th' || name === 'tr') this.endCell()
    else if (breaks.has(name)) this.endLine()
  }

  words(text: string): void {
    if (this.hiddenIn.length > 0) return
    if (this.inTitle) this.title += text
    else this.text += text
  }

  finish(): void {
    this.endLine()
    while (this.open.length > 0) this.endTable()
  }

  /** A cell may hold words that no browser shows; whole parts of a page may be hidden until they are opened. */
  private isHiddenInCell({ style, hidden: said }: Readonly<Record<string, string>>): boolean {
    return this.table?.cell !== undefined && (said !== undefined || /display\s*:\s*none/i.test(style ?? ''))
  }

  private get table(): OpenTable | undefined {
    return this.open.at(-1)
  }

  private endLine(): void {
    const text = this.text.replace(/[\s\u00a0\u3000]+/g, ' ').trim()
    this.text = ''
    if (text === '') return
    const cell = this.table?.cell
    if (cell !== undefined) {
      cell.text = cell.text === '' ? text : `${cell.text}\n${text}`
      cell.blocks.push({ kind: 'text', text })
    } else this.blocks.push({ kind: 'text', text })
  }

  private startRow(): void {
    this.endCell()
    this.table?.rows.push([])
  }

  private startCell(attributes: Readonly<Record<string, string>>): void {
    this.endCell()
    const table = this.table
    if (table === undefined) return
    if (table.rows.length === 0) table.rows.push([])
    const cell = {
      blocks: [],
      colspan: span(attributes.colspan),
      rowspan: span(attributes.rowspan),
      text: '',
    }
    table.rows.at(-1)?.push(cell)
    table.cell = cell
  }

  private endCell(): void {
    this.endLine()
    if (this.table !== undefined) this.table.cell = undefined
  }

  private endTable(): void {
    this.endLine()
    const table = this.open.pop()
    if (table === undefined) return
    const target = this.table?.cell?.blocks ?? this.blocks
    for (const block of blocksOf(table)) target.push(block)
  }
}

function span(said: string | undefined): number {
  const number = Number.parseInt(said ?? '1', 10)
  return number >= 1 && number <= deepest ? number : 1
}

/** A table that holds tables, or has one column, only lays out the page: its contents flow on. */
function blocksOf(table: OpenTable): readonly Block[] {
  const cells = table.rows.flat()
  const layout =
    cells.some(cell => cell.blocks.some(block => block.kind === 'table')) ||
    table.rows.every(row => row.length < 2)
  if (layout) return cells.flatMap(cell => cell.blocks)
  const rows: SourceCell[][] = table.rows
  return [{ kind: 'table', placed: true, rows: placeCells(rows.filter(row => row.length > 0)) }]
}

/** Reads a page of HTML, however broken. */
export function readHtml(source: string): Page {
  const gatherer = new Gatherer()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => gatherer.opened(name, attributes),
      onclosetag: name => gatherer.closed(name),
      ontext: text => gatherer.words(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(source)
  parser.end()
  gatherer.finish()
  return { title: gatherer.title.trim(), blocks: gatherer.blocks }
}
