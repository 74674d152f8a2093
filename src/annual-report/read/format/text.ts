import { type Page, type PageTable, type PageText, plainTable } from '../page.ts'
import { readHtml } from './html.ts'

/** Reads plain text: every line a paragraph; a flattened table is found later by its labels. */
export function readText(source: string): Page {
  return { title: '', blocks: linesOf(source).map(text => ({ kind: 'text', text })) }
}

function linesOf(source: string): readonly string[] {
  return source.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028\u2029\f]/)
}

const ruleLine = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/

/** The source cut before and after every HTML table; one that never ends is words. */
function tablesApart(source: string): readonly string[] {
  const pieces: string[] = []
  const lower = source.toLowerCase()
  let from = 0
  for (;;) {
    const start = lower.indexOf('<table', from)
    const end = start < 0 ? -1 : lower.indexOf('</table>', start)
    if (end < 0) return [...pieces, source.slice(from)]
    pieces.push(source.slice(from, start), source.slice(start, end + 8))
    from = end + 8
  }
}

/** Is this text written in Markdown, whatever its file is called? */
export function isMarkdown(source: string): boolean {
  return /^#{1,4} .*总体情况/m.test(source) || /^\s*\|(?:\s*:?-{2,}:?\s*\|){2,}\s*$/m.test(source)
}

/** Reads Markdown: headings, paragraphs, bar tables, and HTML tables standing in it. */
export function readMarkdown(source: string): Page {
  const blocks: (PageText | PageTable)[] = []
  let rows: string[][] = []
  const endTable = () => {
    if (rows.some(row => row.length > 1)) blocks.push(plainTable(rows))
    else for (const row of rows) blocks.push({ kind: 'text', text: row.join(' ') })
    rows = []
  }
  for (const piece of tablesApart(source)) {
    if (/^<table/i.test(piece)) {
      endTable()
      for (const block of readHtml(piece).blocks) blocks.push(block)
      continue
    }
    for (const line of linesOf(piece)) {
      if (/^\s*\|.*\|\s*$/.test(line) || (rows.length > 0 && line.includes('|'))) {
        if (!ruleLine.test(line)) rows.push(cellsOf(line))
        continue
      }
      endTable()
      if (line.trim() !== '')
        blocks.push({ kind: 'text', text: plain(line.replace(/^\s{0,3}(?:#{1,6}|>)\s+/, '')) })
    }
  }
  endTable()
  return { title: '', blocks }
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return inner.split(/(?<!\\)\|/).map(cell => plain(cell).trim())
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' }

/** The words of a line without their markup. */
function plain(line: string): string {
  const bold = line.replace(/^\s*(?:\*\*|__)(.+)(?:\*\*|__)\s*$/, '$1')
  return bold
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/&(nbsp|amp|lt|gt|quot|#\d{1,6});/g, (whole, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Math.min(Number(name.slice(1)), 0x10ffff))
        : (entities[name] ?? whole),
    )
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
