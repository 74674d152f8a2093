import { Parser } from 'htmlparser2'

/** An element of a part of an office file; comments, instructions and document types are not kept. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}
export type Node = Element | string

/** Reads a part; nothing outside it is fetched and no entity of its own is expanded. */
export function parseXml(text: string): Element {
  interface Open extends Element {
    readonly children: Node[]
  }
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Open = { name, attributes: { ...attributes }, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: said => open.at(-1)?.children.push(said),
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  const first = root.children.find(node => typeof node !== 'string')
  return first ?? { name: '', attributes: {}, children: [] }
}

/** The part as bytes of its file. */
export function xmlText(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${written(root)}`
}

function written(node: Node): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('')
  if (node.children.length === 0) return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, sign => `&#${sign.charCodeAt(0)};`)
}

/** An element to be written. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Node[] = [],
): Element {
  return { name, attributes, children }
}

/** The elements within, and the element itself first. */
export function* within(root: Element): Generator<Element> {
  yield root
  for (const child of root.children) if (typeof child !== 'string') yield* within(child)
}

/** The name without its prefix. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The elements within of one name. */
export function named(root: Element, name: string): readonly Element[] {
  return [...within(root)].filter(one => one.name === name)
}

/** The elements directly within. */
export function inside(root: Element | undefined): readonly Element[] {
  return (root?.children ?? []).filter(child => typeof child !== 'string')
}

/** The first element directly within of one name. */
export function child(root: Element | undefined, name: string): Element | undefined {
  return inside(root).find(one => one.name === name)
}

/** All words within. */
export function wordsIn(root: Node): string {
  return typeof root === 'string' ? root : root.children.map(wordsIn).join('')
}
