import type { Unseen } from '../unseen.ts'
import { child, type Element, inside, localName } from '../xml.ts'

/** How the cells of a workbook look, by the number of their format. */
export class CellStyles {
  readonly #formats: readonly Element[]
  readonly #fonts: readonly Element[]
  readonly #fills: readonly Element[]
  readonly #codes: ReadonlyMap<string, string>

  constructor(root: Element | undefined) {
    const list = (name: string) => inside(inside(root).find(one => localName(one) === name))
    this.#formats = list('cellXfs')
    this.#fonts = list('fonts')
    this.#fills = list('fills')
    this.#codes = new Map(
      list('numFmts').map(({ attributes }) => [attributes.numFmtId ?? '', attributes.formatCode ?? '']),
    )
  }

  /** How what stands in a cell of this format meets its reader. */
  unseen(format: string | undefined): Unseen {
    const own = this.#formats[Number(format ?? 0)]?.attributes
    if (/^\s*;;;\s*$/.test(this.#codes.get(own?.numFmtId ?? '') ?? '')) return 'hidden'
    const behind = this.background(format)
    const words = shadeOf(colourOf(this.#fonts[Number(own?.fontId ?? 0)]), 'dark')
    if (behind === 'dark' && words === 'dark') return 'covered'
    return behind === 'light' && words === 'light' ? 'hidden' : undefined
  }

  /** What stands behind the words of a cell. */
  background(format: string | undefined): Shade {
    const own = this.#formats[Number(format ?? 0)]?.attributes
    const pattern = inside(this.#fills[Number(own?.fillId ?? 0)]).find(
      one => localName(one) === 'patternFill',
    )
    if (pattern === undefined || (pattern.attributes.patternType ?? 'none') === 'none') return 'light'
    if (pattern.attributes.patternType !== 'solid') return 'other'
    return shadeOf(
      inside(pattern).find(one => localName(one) === 'fgColor'),
      'dark',
    )
  }
}

/** Light enough to vanish on paper, dark enough to vanish on a black box, or neither. */
export type Shade = 'light' | 'dark' | 'other'

function colourOf(font: Element | undefined): Element | undefined {
  return inside(font).find(one => localName(one) === 'color')
}

/** Whether a run of rich text is written in white. */
export function isWhiteRun(run: Element): boolean {
  const properties = inside(run).find(one => localName(one) === 'rPr')
  return shadeOf(colourOf(properties), 'dark') === 'light'
}

function shadeOf(colour: Element | undefined, unsaid: Shade): Shade {
  const { rgb, theme, indexed, tint } = colour?.attributes ?? {}
  if (Math.abs(Number(tint ?? 0)) > 0.1) return 'other'
  if (theme !== undefined) return theme === '0' ? 'light' : theme === '1' ? 'dark' : 'other'
  if (indexed !== undefined)
    return ['9', '1'].includes(indexed) ? 'light' : ['0', '8', '64'].includes(indexed) ? 'dark' : 'other'
  if (rgb === undefined) return unsaid
  const parts = [0, 2, 4].map(at => Number.parseInt(rgb.slice(-6).slice(at, at + 2), 16))
  if (parts.every(part => part >= 0xf0)) return 'light'
  return parts.every(part => part < 0x60) ? 'dark' : 'other'
}

/** The formats without what only conditional formats and tables used. */
export function plainStyles(root: Element): Element {
  const kept = /^(?:numFmts|fonts|fills|borders|cellStyleXfs|cellXfs|cellStyles)$/
  const children = inside(root).filter(one => kept.test(localName(one)))
  return { ...root, attributes: namespacesOf(root), children: children.map(withoutExtras) }
}

function namespacesOf(root: Element): Element['attributes'] {
  return Object.fromEntries(Object.entries(root.attributes).filter(([name]) => name.startsWith('xmlns')))
}

function withoutExtras(node: Element): Element {
  const children = inside(node)
    .filter(one => localName(one) !== 'extLst')
    .map(withoutExtras)
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).filter(([name]) => !/^(?:\w+):/.test(name)),
  )
  return { ...node, attributes, children }
}

/** The strings that cells share, each with its runs. */
export function sharedStrings(root: Element | undefined): readonly Element[] {
  return inside(root)
}

/** The words of a string; pronunciation is left out. */
export function runsOf(string: Element | undefined): readonly Element[] {
  return inside(string).filter(one => ['t', 'r'].includes(localName(one)))
}

/** The words of one run. */
export function wordsOfRun(run: Element): string {
  const said = localName(run) === 't' ? run : inside(run).find(one => localName(one) === 't')
  return (said?.children ?? []).filter(one => typeof one === 'string').join('')
}

/** The first element of a local name. */
export function part(root: Element | undefined, name: string): Element | undefined {
  return child(root, name) ?? inside(root).find(one => localName(one) === name)
}
