import type { BodyElement, BodyNode } from '../body/parse.ts'

const cells = new Set([
  'td',
  'th',
  'dt',
  'dd',
  'li',
  'p',
  'span',
  'div',
  'label',
  'strong',
  'b',
  'em',
  'i',
  'font',
  'h3',
])
const longestLabel = 14
const longestValue = 300

/** The words of an element, each blank once. */
export function textOf(node: BodyNode): string {
  const words: string[] = []
  const gather = (one: BodyNode) => {
    if (typeof one === 'string') words.push(one)
    else if (one.name === 'br') words.push(' ')
    else for (const child of one.children) gather(child)
  }
  gather(node)
  return words
    .join('')
    .replaceAll(/[\s\u00a0\u3000]+/g, ' ')
    .trim()
}

/** A label in its one writing: 索 引 号： and 【索引号】 are 索引号. */
export function plainLabel(text: string): string {
  return text.replaceAll(/[\s\u00a0\u3000:：【】[\]*]/g, '')
}

/**
 * What a page's table of facts says, label by label: 索引号 in one cell and its value in the next, or both in one, with a
 * colon between. The body is left out; the first of the same label counts.
 */
export function labelsOf(
  nodes: readonly BodyNode[],
  body: BodyElement | undefined,
): ReadonlyMap<string, string> {
  const leaves: string[] = []
  leavesOf(nodes, body, leaves)
  const found = new Map<string, string>()
  const put = (label: string, value: string) => {
    if (label !== '' && label.length <= longestLabel && !found.has(label)) found.set(label, value)
  }
  for (const [at, leaf] of leaves.entries()) {
    for (const part of leaf.split(nextLabel)) {
      const [, before = '', after = ''] = /^(【[^】]{1,20}】|[^：:]{1,20}[：:])\s*(.*)$/s.exec(part) ?? []
      const next = leaves[at + 1] ?? ''
      if (before !== '' && after !== '') put(plainLabel(before), after.slice(0, longestValue))
      else if (part.length <= 20) put(plainLabel(part), isLabel(next) ? '' : next.slice(0, longestValue))
    }
  }
  return found
}

/** Where one line holds several: 发布时间：2023-05-01 来源：办公室. */
const nextLabel = /[\s|]+(?=[^\s\d：:|][^\s：:|]{1,9}[：:](?!\/\/))/

/** Is itself the next label, alone or with its value, and so none of the label before. */
const isLabel = (text: string) => /[：:]$|^【|^[^\s\d：:]{2,10}[：:](?!\/\/)/.test(text)

/** The words of each innermost cell, in the order of the page. */
function leavesOf(nodes: readonly BodyNode[], body: BodyElement | undefined, into: string[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      const words = textOf(node)
      if (words !== '') into.push(words)
      continue
    }
    if (node === body || node.name === 'head') continue
    if (cells.has(node.name) && !holdsCell(node.children)) {
      const words = textOf(node)
      if (words !== '' || node.name === 'td' || node.name === 'dd') into.push(words)
    } else leavesOf(node.children, body, into)
  }
}

function holdsCell(nodes: readonly BodyNode[]): boolean {
  return nodes.some(node => typeof node !== 'string' && (cells.has(node.name) || holdsCell(node.children)))
}

/** Is this a line of facts about the page, and none of its body's? */
export function holdsFacts(text: string): boolean {
  return text.length < longestValue && text.split(nextLabel).length > 2
}
