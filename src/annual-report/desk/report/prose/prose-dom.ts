import type { CellPath } from '../../../form.ts'
import { liveFigure } from '../../../live-figures.ts'
import { piecesOf, type Stretch } from './pieces.ts'

/** What a live figure shows: its value, and its name for those who cannot see where it comes from. */
export type Showing = (path: CellPath) => {
  readonly text: string
  readonly label: string
  readonly empty: boolean
}

/** Writes the kept text into the editor: words as they are, each live figure as one piece that is deleted whole. */
export function paint(root: HTMLElement, text: string, showing: Showing): void {
  const nodes = piecesOf(text).map(piece =>
    piece.kind === 'words' ? document.createTextNode(piece.source) : chip(piece.path, showing),
  )
  // The last line break holds the caret where the text ends with a new line or a figure.
  root.replaceChildren(...nodes, document.createElement('br'))
}

function chip(path: CellPath, showing: Showing): HTMLElement {
  const node = document.createElement('span')
  node.contentEditable = 'false'
  node.dataset.path = path
  node.setAttribute('role', 'img')
  dress(node, path, showing)
  return node
}

/** Shows the figures as they are now; the words and the caret stay. */
export function refresh(root: HTMLElement, showing: Showing): void {
  for (const node of root.querySelectorAll<HTMLElement>('[data-path]'))
    dress(node, node.dataset.path ?? '', showing)
}

function dress(node: HTMLElement, path: CellPath, showing: Showing): void {
  const { text, label, empty } = showing(path)
  node.className = empty ? 'live empty' : 'live'
  if (node.textContent !== text) node.textContent = text
  node.setAttribute('aria-label', `引用${label}：${text}`)
  node.title = `引用“${label}”，随表格变化`
}

/** The kept text of what stands in the editor. */
export function textOf(root: Node): string {
  const children = [...root.childNodes]
  return children
    .map((node, place) => {
      if (node instanceof Text) return node.data
      if (!(node instanceof HTMLElement)) return ''
      if (node.dataset.path !== undefined) return liveFigure(node.dataset.path)
      if (node.tagName === 'BR') return place === children.length - 1 ? '' : '\n'
      return (place > 0 && node.tagName === 'DIV' ? '\n' : '') + textOf(node)
    })
    .join('')
}

/** The offset in the kept text of a place in the editor. */
export function offsetOf(root: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(root, 0)
  const inside = node instanceof Element ? node : node.parentElement
  const figure = inside?.closest<HTMLElement>('[data-path]')
  if (figure && root.contains(figure)) before.setEndAfter(figure)
  else before.setEnd(node, offset)
  const fragment = before.cloneContents()
  fragment.append(document.createElement('br'))
  return textOf(fragment).length
}

/** The range on the screen of a stretch of the kept text. */
export function rangeOf(root: HTMLElement, { from, to }: Stretch): Range {
  const range = document.createRange()
  const [startNode, start] = pointAt(root, from)
  const [endNode, end] = pointAt(root, to)
  range.setStart(startNode, start)
  range.setEnd(endNode, end)
  return range
}

function pointAt(root: HTMLElement, offset: number): readonly [Node, number] {
  let left = offset
  for (const [place, node] of [...root.childNodes].entries()) {
    const length =
      node instanceof Text ? node.data.length : textOf(node.parentNode === root ? wrapped(node) : node).length
    if (left < length || (left === length && node instanceof Text)) {
      return node instanceof Text ? [node, left] : [root, left === 0 ? place : place + 1]
    }
    left -= length
  }
  return [root, Math.max(0, root.childNodes.length - 1)]
}

/** A node by itself, so that its own text can be asked for. */
function wrapped(node: Node): Node {
  const fragment = document.createDocumentFragment()
  fragment.append(node.cloneNode(true), document.createElement('br'))
  return fragment
}

/** The stretch that is chosen in the editor; undefined where the caret is elsewhere. */
export function chosenIn(root: HTMLElement): Stretch | undefined {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0) return undefined
  return stretchOf(root, selection.getRangeAt(0))
}

/** The stretch of the kept text that a range covers; undefined outside the editor. */
export function stretchOf(root: HTMLElement, range: StaticRange | Range): Stretch | undefined {
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined
  const from = offsetOf(root, range.startContainer, range.startOffset)
  const to = range.collapsed ? from : offsetOf(root, range.endContainer, range.endOffset)
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

/** Sets the caret. */
export function setCaret(root: HTMLElement, offset: number): void {
  const range = rangeOf(root, { from: offset, to: offset })
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}
