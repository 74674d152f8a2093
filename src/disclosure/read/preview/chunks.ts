import { type BodyNode, bodyNodes, markupOf } from '../body/parse.ts'

/** So many characters of markup make a page of a preview: a page stays below 60 KB with its frame. */
const most = 12_000

/** A clean body cut into pages between its blocks; a long table is cut between rows and keeps its head. */
export function bodyPages(body: string): readonly string[] {
  const pages: string[] = []
  let page = ''
  for (const block of bodyNodes(body).flatMap(cut)) {
    const markup = markupOf([block])
    if (page !== '' && page.length + markup.length > most) {
      pages.push(page)
      page = ''
    }
    page += markup
  }
  if (page !== '') pages.push(page)
  return withNotes(pages)
}

function cut(block: BodyNode): readonly BodyNode[] {
  if (typeof block === 'string' || block.name !== 'table' || markupOf([block]).length <= most) return [block]
  const head = block.children.filter(part => typeof part !== 'string' && part.name !== 'tbody')
  const rows = block.children.flatMap(part =>
    typeof part !== 'string' && part.name === 'tbody' ? part.children : [],
  )
  const tables: BodyNode[][] = []
  let size = most
  for (const row of rows) {
    const length = markupOf([row]).length
    if (size + length > most) {
      tables.push([])
      size = 0
    }
    tables.at(-1)?.push(row)
    size += length
  }
  return tables.map(part => ({
    ...block,
    children: [...head, { name: 'tbody', attributes: {}, children: part }],
  }))
}

/** A footnote may stand on another page than its mark: the link leads there. */
function withNotes(pages: readonly string[]): readonly string[] {
  if (pages.length < 2) return pages
  return pages.map((page, at) =>
    page.replace(/href="#((?:foot|end)note[\w-]*)"/g, (whole, name: string) => {
      const there = pages.findIndex(each => each.includes(`id="${name}"`))
      return there < 0 || there === at ? whole : `href="?page=${there + 1}#${name}"`
    }),
  )
}

/** A text cut into pages between its lines; a line that is longer than a page is cut too. */
export function textPages(text: string): readonly string[] {
  const pages: string[] = []
  let page = ''
  const pieces = text
    .split(/(?<=\n)/)
    .flatMap(line => line.match(new RegExp(`[\\s\\S]{1,${most}}`, 'g')) ?? [])
  for (const piece of pieces) {
    if (page !== '' && page.length + piece.length > most) {
      pages.push(page)
      page = ''
    }
    page += piece
  }
  return page.trim() === '' ? pages : [...pages, page]
}
