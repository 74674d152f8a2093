import { decodeText } from '../../../platform/text/encoding.ts'
import type { PageRead } from '../../importing/understand.ts'
import { type BodyElement, type BodyNode, pageNodes } from '../body/parse.ts'
import { densest } from './densest.ts'
import { labelsOf, plainLabel, textOf } from './labels.ts'
import { type Found, firstOf, selectorOf } from './selector.ts'

/** The biggest page, as it lies in the archive: 4 MB. */
export const largestPageBytes = 4 * 1024 * 1024

/** A page of an older site with its elements, and where its body stands. */
export interface SitePage extends PageRead {
  readonly body: Found | undefined
}

/** A page of the archive, and what its line of the list says by heading. */
export interface PageBytes {
  readonly name: string
  readonly bytes: Uint8Array
  readonly listed: ReadonlyMap<string, string>
}

/** Reads a page in whatever of the writings of Chinese it stands; its body is the first of these elements, else where most words are. */
export function readPage({ name, bytes, listed }: PageBytes, bodies: readonly string[]): SitePage {
  const nodes = pageNodes(decodeText(bytes))
  const body = bodyIn(nodes, bodies)
  const metas = new Map<string, string>()
  gatherMetas(nodes, metas)
  let labels: ReadonlyMap<string, string> | undefined
  const labelled = (label: string) => {
    labels ??= labelsOf(nodes, body?.element)
    return labels.get(plainLabel(label)) ?? ''
  }
  const says: PageRead['says'] = ({ from, name: asked }) => {
    switch (from) {
      case 'meta':
        return metas.get(asked.toLowerCase()) ?? ''
      case 'label':
        return labelled(asked)
      case 'select': {
        const steps = selectorOf(asked)
        const found = steps && firstOf(nodes, steps)
        return found === undefined ? '' : titleLess(asked, textOf(found.element))
      }
      case 'list':
        return listed.get(asked.toLowerCase()) ?? ''
      case 'fixed':
        return asked
    }
  }
  return { name, says, body }
}

/** The title of a window ends with the site's name, which is none of the page's. */
function titleLess(selector: string, text: string): string {
  return selector === 'title'
    ? text.replace(/\s*[-_|－—–][^-_|－—–]*(?:网|政府|门户|平台|局|委)[^-_|－—–]*$/, '')
    : text
}

function bodyIn(nodes: readonly BodyNode[], bodies: readonly string[]): Found | undefined {
  for (const selector of bodies) {
    const steps = selectorOf(selector)
    const found = steps && firstOf(nodes, steps)
    if (found !== undefined && holdsSomething(found.element)) return found
  }
  return densest(nodes)
}

function holdsSomething(element: BodyElement): boolean {
  return textOf(element) !== '' || holds(element.children)
}

function holds(nodes: readonly BodyNode[]): boolean {
  return nodes.some(
    node => typeof node !== 'string' && (node.name === 'img' || node.name === 'a' || holds(node.children)),
  )
}

/** META tags by name, in lower case; the first of a name counts, an empty one does not. */
function gatherMetas(nodes: readonly BodyNode[], into: Map<string, string>): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const { name, attributes } = node
    const told =
      name === 'meta'
        ? ([attributes.name ?? attributes.property ?? '', attributes.content ?? ''] as const)
        : name === 'link' && attributes.rel === 'canonical'
          ? (['canonical', attributes.href ?? ''] as const)
          : undefined
    const [key = '', value = ''] = told ?? []
    if (key !== '' && value.trim() !== '' && !into.has(key.toLowerCase())) into.set(key.toLowerCase(), value)
    if (name === 'html' || name === 'head' || name === 'body') gatherMetas(node.children, into)
  }
}
