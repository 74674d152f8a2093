import { child, type Element, element } from '../../../platform/hidden/office/xml.ts'
import { type Numbering, type NumberLevel, numberIn } from './numbering.ts'

/**
 * Writes the numbers that Word only draws (第三条, 一、, （二）) before the words that they number, so that none is lost on
 * the web. Bullets, and plain lists 1. 2. 3. that begin at one without interruption, stay lists.
 */
export class Labels {
  readonly #numbering: Numbering
  readonly #counts = new Map<string, number[]>()
  #last: string | undefined

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** The paragraph with its number in words where Word draws one. */
  labelled(paragraph: Element): Element {
    const place = this.#placeOf(paragraph)
    if (place === undefined) {
      this.#last = undefined
      return paragraph
    }
    const levels = this.#numbering.levels(place.list)
    const level = levels[place.level]
    if (level === undefined || level.format === 'bullet') return paragraph
    const counts = this.#count(place, levels)
    const key = `${place.list} ${place.level}`
    const number = counts[place.level] ?? 1
    const goesOn = this.#last === key || number === 1
    this.#last = key
    if (isPlain(level) && place.level === 0 && goesOn) return paragraph
    const label = level.text.replace(/%(\d)/g, (_, at: string) => {
      const one = levels[Number(at) - 1]
      return one === undefined ? '' : numberIn(one.format, counts[Number(at) - 1] ?? one.start)
    })
    this.#last = undefined
    return written(paragraph, label)
  }

  #count(place: Place, levels: readonly NumberLevel[]): readonly number[] {
    const counts = this.#counts.get(place.list) ?? []
    counts[place.level] = (counts[place.level] ?? (levels[place.level]?.start ?? 1) - 1) + 1
    counts.length = place.level + 1
    this.#counts.set(place.list, counts)
    return Array.from(counts, (count, at) => count ?? levels[at]?.start ?? 1)
  }

  #placeOf(paragraph: Element): Place | undefined {
    const properties = child(paragraph, 'w:pPr')
    const own = child(properties, 'w:numPr')
    const style = child(properties, 'w:pStyle')?.attributes['w:val']
    const byStyle = style === undefined ? undefined : this.#numbering.ofStyle(style)
    const list = child(own, 'w:numId')?.attributes['w:val'] ?? byStyle?.list
    if (list === undefined || list === '0') return undefined
    return { list, level: Number(child(own, 'w:ilvl')?.attributes['w:val'] ?? byStyle?.level ?? 0) }
  }
}

interface Place {
  readonly list: string
  readonly level: number
}

function isPlain({ format, text, start }: NumberLevel): boolean {
  return format === 'decimal' && start === 1 && /^%\d[.．]?$/.test(text)
}

/** The label before the words; the paragraph is no list any more, but keeps its style. */
function written(paragraph: Element, label: string): Element {
  const run = element('w:r', {}, [element('w:t', { 'xml:space': 'preserve' }, [label])])
  const [properties, ...rest] = paragraph.children
  if (typeof properties === 'string' || properties?.name !== 'w:pPr') {
    return { ...paragraph, children: [run, ...paragraph.children] }
  }
  const none = element('w:numPr', {}, [
    element('w:ilvl', { 'w:val': '0' }),
    element('w:numId', { 'w:val': '0' }),
  ])
  const kept = properties.children.filter(one => typeof one === 'string' || one.name !== 'w:numPr')
  return { ...paragraph, children: [{ ...properties, children: [...kept, none] }, run, ...rest] }
}
