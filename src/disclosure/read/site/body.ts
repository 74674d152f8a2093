import { followed, type LinkTarget, type SitePlace } from '../../importing/address.ts'
import type { BodyElement, BodyNode } from '../body/parse.ts'
import { cleanNodes } from '../clean.ts'
import { textOf } from './labels.ts'
import type { Found } from './selector.ts'

/** What does not come through cleaning, by kind. */
export const removedKinds = ['script', 'style', 'svg', 'frame', 'data', 'handler'] as const
export type RemovedKind = (typeof removedKinds)[number]

/** A file of the old site that a page links or shows. */
export interface LinkedFile {
  readonly picture: boolean
  /** How the page calls it: the words of the link, or of the picture. */
  readonly words: string
  /** The link as the page has it. */
  readonly href: string
  /** Where its file may lie. */
  readonly names: readonly string[]
  /** What stands for it in the body until it has an address of its own. */
  readonly mark: string
}

/** The body of a page, clean; its links to files are marks until the files are kept. */
export interface SiteBody {
  readonly html: string
  readonly words: string
  readonly files: readonly LinkedFile[]
  readonly removed: Readonly<Record<RemovedKind, number>>
}

const fileEnding = /\.(?:pdf|ofd|docx?|xlsx?|pptx?|wps|et|txt|jpe?g|png|tiff?|zip|rar|csv)$/i

/** Which page the links are followed from, and what marks the files of this run. */
export interface Following {
  readonly page: { readonly name: string; readonly oldPath: string }
  readonly place: SitePlace
  readonly mark: string
}

/** Reads and cleans the body: links are followed to where they lead, files noted, what is unsafe counted and gone. */
export function siteBody({ element, parent }: Found, following: Following): SiteBody {
  const gathered = new Gathered(following)
  const rewritten = element.children.map(node => gathered.rewritten(node))
  const beside = parent === undefined || /^(?:html|body)$/.test(parent.name) ? [] : parent.children
  for (const node of beside) if (node !== element) gathered.onlyFiles(node)
  const html = cleanNodes(rewritten)
  return { html, words: textOf(element), files: gathered.files(), removed: gathered.removed }
}

class Gathered {
  readonly removed: Record<RemovedKind, number> = {
    script: 0,
    style: 0,
    svg: 0,
    frame: 0,
    data: 0,
    handler: 0,
  }
  readonly #files = new Map<string, LinkedFile>()
  readonly #following: Following

  constructor(following: Following) {
    this.#following = following
  }

  files(): readonly LinkedFile[] {
    return [...this.#files.values()]
  }

  /** The node with its links followed. */
  rewritten(node: BodyNode): BodyNode {
    if (typeof node === 'string') return node
    this.#count(node)
    const children = node.children.map(child => this.rewritten(child))
    const at = node.name === 'a' ? 'href' : node.name === 'img' ? 'src' : undefined
    const link = (at && node.attributes[at]?.trim()) || undefined
    if (at === undefined || link === undefined || link.startsWith('#')) return { ...node, children }
    return { ...node, children, attributes: { ...node.attributes, [at]: this.#followed(node, link) } }
  }

  /** The files that are linked beside the body, as lists of attachments are. */
  onlyFiles(node: BodyNode): void {
    if (typeof node === 'string') return
    const link = node.name === 'a' ? node.attributes.href?.trim() : undefined
    if (link !== undefined && link !== '') this.#followed(node, link)
    for (const child of node.children) this.onlyFiles(child)
  }

  #followed(node: BodyElement, link: string): string {
    if (/^(?:data|javascript|vbscript):/i.test(link)) return ''
    const { page, place } = this.#following
    const target = followed(link, page, place)
    if (target === undefined) return ''
    const picture = node.name === 'img'
    const isFile = picture || fileEnding.test(target.href.replace(/[?#].*$/, ''))
    return isFile && target.names.length > 0 ? this.#file(node, target) : target.href
  }

  #file(node: BodyElement, { href, names }: LinkTarget): string {
    const known = this.#files.get(href)
    if (known !== undefined) return known.mark
    const mark = `/${this.#following.mark}/${this.#files.size}/`
    const picture = node.name === 'img'
    const words = picture ? (node.attributes.alt ?? '') : textOf(node)
    this.#files.set(href, { picture, words, href, names, mark })
    return mark
  }

  #count({ name, attributes }: BodyElement): void {
    const kind = kindOf(name)
    if (kind !== undefined) this.removed[kind]++
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) this.removed.handler++
      else if (/^(?:href|src)$/.test(key) && /^\s*data:/i.test(value)) this.removed.data++
      else if (/^(?:href|src)$/.test(key) && /^\s*(?:java|vb)script:/i.test(value)) this.removed.script++
    }
  }
}

function kindOf(name: string): RemovedKind | undefined {
  if (name === 'script' || name === 'style' || name === 'svg') return name
  return /^(?:iframe|frame|object|embed|applet)$/.test(name) ? 'frame' : undefined
}
