import type { BodyElement, BodyNode } from '../body/parse.ts'
import { holdsFacts, textOf } from './labels.ts'
import type { Found } from './selector.ts'

/** What is never the body of a page. */
const besides = new Set(['nav', 'header', 'footer', 'aside', 'form', 'head', 'a', 'ul'])
const holders = new Set(['div', 'td', 'section', 'article', 'main', 'body'])
const fewest = 10

/** Where most words stand in paragraphs of their own: the body of a page that does not name it. */
export function densest(nodes: readonly BodyNode[]): Found | undefined {
  let most: { readonly found: Found; readonly words: number } | undefined
  const walk = (children: readonly BodyNode[], parent: BodyElement | undefined) => {
    for (const element of children) {
      if (typeof element === 'string' || besides.has(element.name)) continue
      const words = holders.has(element.name) ? wordsWithin(element) : 0
      if (words >= fewest && words > (most?.words ?? 0)) most = { found: { element, parent }, words }
      walk(element.children, element)
    }
  }
  walk(nodes, undefined)
  return most?.found
}

const paragraph = /^(?:p|h[1-6]|blockquote|pre|font|span|b|strong)$/

/** Words that stand in it directly or in its own paragraphs, lines of facts left out. */
function wordsWithin({ children }: BodyElement): number {
  let words = 0
  for (const child of children) {
    if (typeof child !== 'string' && !paragraph.test(child.name)) continue
    const text = textOf(child)
    if (!holdsFacts(text)) words += text.length
  }
  return words
}
