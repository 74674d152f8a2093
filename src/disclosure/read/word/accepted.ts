import type { Relation } from '../../../platform/hidden/office/package.ts'
import {
  child,
  type Element,
  element,
  type Node,
  named,
  within,
  wordsIn,
} from '../../../platform/hidden/office/xml.ts'
import type { Labels } from './labels.ts'
import type { Taken } from './taken.ts'

/** What a printed part of a Word file is cleaned with. */
export interface Accepting {
  readonly labels: Labels
  readonly taken: Taken
  readonly relations: readonly Relation[]
  /** The styles of a table of contents. */
  readonly contentsStyles: ReadonlySet<string>
}

const left = /^w:(?:comment(?:RangeStart|RangeEnd|Reference)|\w+Change|del|moveFrom)$/
const unwrapped = /^w:(?:ins|moveTo|smartTag|customXml|fldSimple|dir|bdo)$/
const foreign = /^w:(?:object|altChunk|subDoc|control)$/

/** The part as it reads when every tracked change is accepted, without comments, hidden words and what is not in the file. */
export function accepted(node: Node, with_: Accepting): readonly Node[] {
  if (typeof node === 'string') return [node]
  const { name } = node
  const { taken } = with_
  if (left.test(name)) {
    changed(node, taken)
    return []
  }
  if (unwrapped.test(name)) {
    changed(node, taken)
    return inner(node, with_)
  }
  if (foreign.test(name)) {
    taken.embedded++
    return []
  }
  if (name === 'w:pPr' || name === 'w:trPr') return [withoutChanges(node, taken)]
  if (name === 'w:p') return paragraph(node, with_)
  if (name === 'w:r' && isHidden(node)) {
    if (named(node, 'w:t').length > 0) taken.hidden++
    return []
  }
  if (name === 'mc:AlternateContent') return alternative(node, with_)
  if (name === 'w:drawing' || name === 'w:pict') return drawing(node, with_)
  return [{ ...node, children: inner(node, with_) }]
}

function inner(node: Element, with_: Accepting): readonly Node[] {
  return node.children.flatMap(one => accepted(one, with_))
}

function changed({ name, attributes }: Element, taken: Taken): void {
  if (!/^w:(?:ins|del|moveTo|moveFrom|\w+Change)$/.test(name)) return
  taken.changes++
  const author = attributes['w:author'] ?? ''
  if (author !== '') taken.authors.add(author)
}

/** Properties keep the mark that a paragraph was joined to the next or a row deleted: the reader of the file needs it. */
function withoutChanges(properties: Element, taken: Taken): Element {
  for (const one of within(properties)) changed(one, taken)
  const kept = properties.children.filter(one => typeof one === 'string' || !/Change$/.test(one.name))
  return { ...properties, children: kept }
}

function isHidden(run: Element): boolean {
  const vanish = child(child(run, 'w:rPr'), 'w:vanish')
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.attributes['w:val'] ?? '')
}

function paragraph(node: Element, with_: Accepting): readonly Node[] {
  const style = child(child(node, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? ''
  if (with_.contentsStyles.has(style)) {
    with_.taken.contents++
    return []
  }
  const kept = { ...node, children: inner(node, with_) }
  const empty = wordsIn({ ...kept, children: kept.children.filter(one => !isProperties(one)) }).trim() === ''
  return [empty ? kept : with_.labels.labelled(kept)]
}

function isProperties(node: Node): boolean {
  return typeof node !== 'string' && node.name === 'w:pPr'
}

/** Word writes new drawings twice: the old way is the one that is read. */
function alternative(node: Element, with_: Accepting): readonly Node[] {
  const chosen = child(node, 'mc:Fallback') ?? child(node, 'mc:Choice')
  return chosen === undefined ? [] : inner(chosen, with_)
}

function drawing(node: Element, with_: Accepting): readonly Node[] {
  const { taken, relations } = with_
  const all = [...within(node)]
  const outside = new Set(relations.filter(one => one.outside).map(({ id }) => id))
  const pictures = all.filter(({ name }) => name === 'a:blip' || name === 'v:imagedata')
  const links = ({ attributes }: Element) =>
    attributes['r:link'] !== undefined || outside.has(attributes['r:embed'] ?? attributes['r:id'] ?? '')
  if (pictures.some(links)) {
    taken.outside++
    return []
  }
  const boxes = all.filter(({ name }) => name === 'w:txbxContent')
  if (pictures.length === 0 && boxes.length === 0) {
    if (!all.some(({ name }) => name === 'v:line' || name === 'wps:cxnSp')) taken.drawings++
    return []
  }
  if (node.name === 'w:pict' || boxes.length === 0) return [{ ...node, children: inner(node, with_) }]
  return boxes.map(box =>
    element('w:pict', {}, [element('v:shape', {}, [element('v:textbox', {}, accepted(box, with_))])]),
  )
}
