import { isSafe, keptAttributes } from './attributes.ts'
import type { BodyElement, BodyNode } from './parse.ts'

const renamed: Readonly<Record<string, string>> = {
  ...{
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    b: 'strong',
    i: 'em',
    strike: 's',
    del: 's',
    ins: 'u',
    dir: 'ul',
    menu: 'ul',
  },
}
const inline = new Set(['strong', 'em', 'u', 's', 'sub', 'sup', 'a'])
const paragraphs = new Set([
  ...['p', 'div', 'section', 'article', 'center', 'pre', 'address', 'dl', 'dt', 'dd', 'main', 'header'],
  ...['footer', 'nav', 'aside', 'form', 'fieldset', 'legend', 'details', 'summary', 'body', 'html', 'hgroup'],
])
const blocks = new Set([
  ...['h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'table', 'caption', 'thead', 'tbody', 'tfoot'],
  ...['tr', 'th', 'td', 'hr', 'figure', 'figcaption', ...paragraphs],
])

const nameOf = ({ name }: BodyElement) => renamed[name] ?? name
const isBlock = (node: BodyElement) => blocks.has(nameOf(node))

function holdsBlock(nodes: readonly BodyNode[]): boolean {
  return nodes.some(node => typeof node !== 'string' && (isBlock(node) || holdsBlock(node.children)))
}

/** The pieces as paragraphs, headings, lists, tables and figures, in their order; empty ones are gone. */
export function blocksOf(nodes: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = []
  let loose: BodyNode[] = []
  const end = () => {
    const words = trimmed(inlines(loose))
    if (words.length > 0) out.push({ name: 'p', attributes: {}, children: words })
    loose = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || (!isBlock(node) && !holdsBlock(node.children))) loose.push(node)
    else {
      end()
      out.push(...(isBlock(node) ? block(node) : blocksOf(node.children)))
    }
  }
  end()
  return out
}

function block(element: BodyElement): BodyNode[] {
  const name = nameOf(element)
  const attributes = keptAttributes({ ...element, name })
  switch (name) {
    case 'hr':
      return [{ name, attributes: {}, children: [] }]
    case 'h2':
    case 'h3':
    case 'h4':
      return filled({ name, attributes, children: trimmed(inlines(element.children)) })
    case 'ul':
    case 'ol':
      return filled({ name, attributes, children: items(element.children) })
    case 'blockquote':
    case 'figure':
      return filled({ name, attributes: {}, children: blocksOf(element.children) })
    case 'figcaption':
      return filled({ name, attributes: {}, children: trimmed(inlines(element.children)) })
    case 'table':
      return table(element)
    default:
      return holdsBlock(element.children) ? blocksOf(element.children) : paragraph(element, attributes)
  }
}

function paragraph({ children }: BodyElement, attributes: BodyElement['attributes']): BodyNode[] {
  return filled({ name: 'p', attributes, children: trimmed(inlines(children)) })
}

function filled(element: BodyElement): BodyNode[] {
  return element.children.length === 0 ? [] : [element]
}

/** The items of a list; what stands between them becomes one. */
function items(nodes: readonly BodyNode[]): BodyNode[] {
  return nodes.flatMap(node => {
    if (typeof node === 'string') return node.trim() === '' ? [] : item([node], {})
    if (node.name === 'li') return item(node.children, keptAttributes(node))
    return item([node], {})
  })
}

function item(children: readonly BodyNode[], attributes: BodyElement['attributes']): BodyNode[] {
  return filled({ name: 'li', attributes, children: held(children) })
}

/** What a cell or an item holds: words alone, or blocks. */
function held(children: readonly BodyNode[]): readonly BodyNode[] {
  if (!holdsBlock(children)) return trimmed(inlines(children))
  const all = blocksOf(children)
  const [only] = all
  const plain =
    all.length === 1 && typeof only !== 'string' && only?.name === 'p' && !('id' in only.attributes)
  return plain ? only.children : all
}

function table(element: BodyElement): BodyNode[] {
  const captions = element.children.flatMap(node =>
    typeof node !== 'string' && node.name === 'caption' ? [trimmed(inlines(node.children))] : [],
  )
  const [caption = []] = captions
  const rows = withHead(parts(element.children, 'tbody'))
  if (rows.length === 0) return blocksOf(element.children)
  const head = caption.length === 0 ? [] : [{ name: 'caption', attributes: {}, children: caption }]
  return [{ name: 'table', attributes: {}, children: [...head, ...rows] }]
}

/** The rows, by the part of the table in which they stand. */
function parts(nodes: readonly BodyNode[], part: string): BodyElement[] {
  const out: BodyElement[] = []
  const add = (name: string, rows: readonly BodyNode[]) => {
    const last = out.at(-1)
    if (last?.name === name) out[out.length - 1] = { ...last, children: [...last.children, ...rows] }
    else if (rows.length > 0) out.push({ name, attributes: {}, children: rows })
  }
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if (node.name === 'tr') add(part, row(node, part))
    else if (/^t(?:head|body|foot)$/.test(node.name)) {
      for (const inner of parts(node.children, node.name)) add(inner.name, inner.children)
    }
  }
  return out
}

/** Rows of heads alone at the top are the head of the table, wherever they stood. */
function withHead(all: BodyElement[]): BodyElement[] {
  const [body, ...rest] = all
  if (body?.name !== 'tbody') return all
  const isHead = (line: BodyNode) =>
    typeof line !== 'string' && line.children.every(cell => typeof cell !== 'string' && cell.name === 'th')
  const upTo = body.children.findIndex(line => !isHead(line))
  if (upTo <= 0) return all
  const head = { name: 'thead', attributes: {}, children: body.children.slice(0, upTo) }
  return [head, { ...body, children: body.children.slice(upTo) }, ...rest]
}

function row(element: BodyElement, part: string): BodyElement[] {
  const cells = element.children.flatMap(node => {
    if (typeof node === 'string' || (node.name !== 'td' && node.name !== 'th')) return []
    const name = part === 'thead' ? 'th' : node.name
    return [{ name, attributes: keptAttributes({ ...node, name }), children: held(node.children) }]
  })
  return cells.length === 0 ? [] : [{ name: 'tr', attributes: {}, children: cells }]
}

/** The words of a line: emphasis, links, pictures, breaks. */
function inlines(nodes: readonly BodyNode[]): BodyNode[] {
  const out: BodyNode[] = []
  for (const node of nodes.flatMap(one => inlineOf(one))) {
    const last = out.at(-1)
    if (typeof node === 'string' && typeof last === 'string') {
      out[out.length - 1] = `${last}${node}`.replace(/ +/g, ' ')
    } else if (typeof node !== 'string' && typeof last === 'object' && isSame(last, node)) {
      out[out.length - 1] = { ...last, children: inlines([...last.children, ...node.children]) }
    } else out.push(node)
  }
  return out
}

/** Word cuts one emphasis into many. */
function isSame(last: BodyElement, node: BodyElement): boolean {
  const bare = (one: BodyElement) => inline.has(one.name) && Object.keys(one.attributes).length === 0
  return last.name === node.name && bare(last) && bare(node)
}

function inlineOf(node: BodyNode): BodyNode[] {
  if (typeof node === 'string') {
    const words = node.replace(/[\u200b\ufeff]/g, '').replace(/[\t-\r \u00a0\u2002-\u200a]+/g, ' ')
    return words === '' ? [] : [words]
  }
  const name = nameOf(node)
  if (name === 'br') return [{ name, attributes: {}, children: [] }]
  if (name === 'img') {
    const attributes = keptAttributes(node)
    return isSafe(attributes.src ?? '') ? [{ name, attributes, children: [] }] : []
  }
  const children = inlines(node.children)
  if (!inline.has(name)) return isBlock(node) && children.length > 0 ? [...children, ' '] : children
  const attributes = keptAttributes({ ...node, name })
  if (name === 'a' && Object.keys(attributes).length === 0) return children
  const blank = children.every(child => typeof child === 'string' && child.trim() === '')
  return blank && !('id' in attributes) ? children : [{ name, attributes, children }]
}

/** Without blanks and breaks at either end. */
function trimmed(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const isBlank = (node: BodyNode | undefined) =>
    typeof node === 'string' ? node.trim() === '' : node?.name === 'br'
  const from = nodes.findIndex(node => !isBlank(node))
  if (from < 0) return []
  const to = nodes.findLastIndex(node => !isBlank(node))
  return nodes.slice(from, to + 1).map((node, at, all) => {
    if (typeof node !== 'string') return node
    const start = at === 0 ? node.trimStart() : node
    return at === all.length - 1 ? start.trimEnd() : start
  })
}
