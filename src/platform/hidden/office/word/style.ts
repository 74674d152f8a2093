import type { Unseen } from '../unseen.ts'
import { child, type Element, inside, named } from '../xml.ts'
import { isOn } from './word-file.ts'

/** What is known of the place of a run. */
export interface Around {
  /** The properties of its paragraph. */
  readonly paragraph: Element | undefined
  /** Something behind the words may be dark: a shaded cell, a table style, a shape. */
  readonly maybeDark: boolean
}

/** The styles of a Word file, each with what it is based on. */
export class WordStyles {
  readonly #styles: ReadonlyMap<string, Element>
  readonly #defaults: Element | undefined

  constructor(root: Element | undefined) {
    const all = root === undefined ? [] : named(root, 'w:style')
    this.#styles = new Map(all.map(style => [style.attributes['w:styleId'] ?? '', style]))
    this.#defaults = child(child(child(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  }

  /** How a run stands before its reader. */
  unseen(run: Element, around: Around): Unseen {
    const properties = child(run, 'w:rPr')
    const find = (name: string) => this.#property(properties, around.paragraph, name)
    if (isOn(find('w:vanish')) || isOn(find('w:specVanish'))) return 'hidden'
    const size = Number(find('w:sz')?.attributes['w:val'] ?? 24)
    if (size <= 3) return 'hidden'
    const behind = child(properties, 'w:highlight') ?? find('w:shd') ?? child(around.paragraph, 'w:shd')
    const colour = find('w:color')
    if (isBlack(behind)) return isLight(colour) ? undefined : 'covered'
    const plain = behind === undefined || isLightFill(behind)
    return isLight(colour) && plain && !around.maybeDark ? 'hidden' : undefined
  }

  #property(run: Element | undefined, paragraph: Element | undefined, name: string): Element | undefined {
    const style = child(run, 'w:rStyle')?.attributes['w:val']
    const above = child(paragraph, 'w:pStyle')?.attributes['w:val']
    return (
      child(run, name) ??
      this.#ofStyle(style, name) ??
      this.#ofStyle(above, name) ??
      child(this.#defaults, name)
    )
  }

  #ofStyle(id: string | undefined, name: string): Element | undefined {
    const seen = new Set<string>()
    for (let next = id; next !== undefined && !seen.has(next); ) {
      seen.add(next)
      const style = this.#styles.get(next)
      const found = child(child(style, 'w:rPr'), name)
      if (found !== undefined) return found
      next = child(style, 'w:basedOn')?.attributes['w:val']
    }
    return undefined
  }
}

function isBlack(behind: Element | undefined): boolean {
  if (behind === undefined) return false
  if (behind.name === 'w:highlight') return behind.attributes['w:val'] === 'black'
  const fill = behind.attributes['w:fill'] ?? 'auto'
  if (behind.attributes['w:val'] === 'solid') return !isBright(behind.attributes['w:color'] ?? '000000', 0x60)
  return /^[0-9a-f]{6}$/i.test(fill) && parts(fill).every(part => part < 0x60)
}

function isLight(colour: Element | undefined): boolean {
  const value = colour?.attributes['w:val'] ?? 'auto'
  const theme = colour?.attributes['w:themeColor']
  return theme === 'background1' || theme === 'light1' || isBright(value, 0xf0)
}

function isLightFill(behind: Element): boolean {
  if (behind.name === 'w:highlight') return ['none', 'white'].includes(behind.attributes['w:val'] ?? 'none')
  const fill = behind.attributes['w:fill'] ?? 'auto'
  return behind.attributes['w:themeFill'] === undefined && (fill === 'auto' || isBright(fill, 0xf0))
}

function isBright(colour: string, from: number): boolean {
  return /^[0-9a-f]{6}$/i.test(colour) && parts(colour).every(part => part >= from)
}

function parts(colour: string): readonly number[] {
  return [0, 2, 4].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
}

/** Whether something dark may stand behind the words of a table: a fill of its cells, or a style that nobody can tell. */
export function maybeDarkTable(table: Element): boolean {
  const style = child(child(table, 'w:tblPr'), 'w:tblStyle')
  const plain = style === undefined || /^(?:TableGrid|a3|TableNormal)$/i.test(style.attributes['w:val'] ?? '')
  return !plain
}

/** Whether a cell has a fill that is not light. */
export function isShadedCell(cell: Element): boolean {
  const shade = inside(child(cell, 'w:tcPr')).find(({ name }) => name === 'w:shd')
  return shade !== undefined && !isLightFill(shade)
}
