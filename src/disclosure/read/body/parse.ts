import { Parser } from 'htmlparser2'

/** A piece of a body: words, or an element with what is kept of its attributes. */
export type BodyNode = string | BodyElement
export interface BodyElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly BodyNode[]
}

/** What is never read, nor anything within. */
const unread = new Set([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'svg',
    'math',
    'head',
    'title',
    'iframe',
    'frame',
    'frameset',
  ],
  ...['object', 'applet', 'embed', 'canvas', 'audio', 'video', 'select', 'textarea', 'option', 'xmp', 'xml'],
  ...['noembed', 'noframes', 'plaintext', 'button', 'map', 'dialog'],
])
const alone = new Set(['br', 'hr', 'img'])
/** Deeper than this nothing is nested any more: no paper is, and no reader can be made to run out of memory by it. */
const deepest = 60

/** Reads markup as a browser would, leaving out what is never read; comments and conditional parts are gone. */
export function bodyNodes(markup: string): readonly BodyNode[] {
  return nodesOf(markup, unread)
}

const headParts = new Set(['head', 'title'])
const unreadOfPages = new Set([...unread].filter(name => !headParts.has(name)))

/** Reads a whole page with its head; of what is never read the element stays, empty, so that it can be counted. */
export function pageNodes(markup: string): readonly BodyNode[] {
  return nodesOf(markup, unreadOfPages, true)
}

function nodesOf(markup: string, unread: ReadonlySet<string>, counted = false): readonly BodyNode[] {
  interface Open {
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
    readonly children: BodyNode[]
    readonly ignored: boolean
  }
  const root: Open = { name: '', attributes: {}, children: [], ignored: false }
  const open: Open[] = [root]
  let silent = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unread.has(name) && silent++ === 0 && counted)
          open.at(-1)?.children.push({ name, attributes: { ...attributes }, children: [] })
        const ignored = silent > 0 || open.length > deepest
        const one: Open = { name, attributes: { ...attributes }, children: [], ignored }
        if (!ignored) open.at(-1)?.children.push(one)
        if (!ignored && !alone.has(name)) open.push(one)
        else deeper.push(name)
      },
      ontext(text) {
        if (silent === 0) open.at(-1)?.children.push(text)
      },
      onclosetag(name) {
        if (unread.has(name) && silent > 0) silent--
        if (deeper.at(-1) === name) deeper.pop()
        else if (open.length > 1 && open.at(-1)?.name === name) open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: false },
  )
  const deeper: string[] = []
  parser.end(markup)
  return root.children
}

/** The markup of these pieces. */
export function markupOf(nodes: readonly BodyNode[]): string {
  return nodes
    .map(node => {
      if (typeof node === 'string') return textInMarkup(node)
      const attributes = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${textInMarkup(value).replaceAll('"', '&quot;')}"`)
        .join('')
      if (alone.has(node.name)) return `<${node.name}${attributes} />`
      return `<${node.name}${attributes}>${markupOf(node.children)}</${node.name}>`
    })
    .join('')
}

/** A text as it stands between tags. */
export function textInMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
