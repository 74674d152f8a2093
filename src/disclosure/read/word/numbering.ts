import { type Parts, partXml } from '../../../platform/hidden/office/package.ts'
import { child, type Element, inside, localName } from '../../../platform/hidden/office/xml.ts'

/** One level of a numbered list as Word keeps it. */
export interface NumberLevel {
  readonly start: number
  /** `decimal`, `chineseCounting`, `bullet` … */
  readonly format: string
  /** `第%1条`, `（%2）`. */
  readonly text: string
}

/** What a document says of its lists and styles. */
export interface Numbering {
  /** The levels of a list by its number. */
  levels(list: string): readonly NumberLevel[]
  /** The list and level that a style puts its paragraphs in. */
  ofStyle(style: string): { readonly list: string; readonly level: number } | undefined
}

const value = (element: Element | undefined) => element?.attributes['w:val']

/** Reads how the lists of a document are numbered. */
export function numberingOf(parts: Parts): Numbering {
  const root = partXml(parts, 'word/numbering.xml')
  const all = inside(root)
  const kinds = new Map(
    all
      .filter(one => localName(one) === 'abstractNum')
      .map(one => [one.attributes['w:abstractNumId'] ?? '', levelsOf(one)]),
  )
  const lists = new Map(
    all
      .filter(one => localName(one) === 'num')
      .map(one => [
        one.attributes['w:numId'] ?? '',
        overridden(kinds.get(value(child(one, 'w:abstractNumId')) ?? '') ?? [], one),
      ]),
  )
  const styles = stylesOf(parts)
  return { levels: list => lists.get(list) ?? [], ofStyle: style => styles.get(style) }
}

function levelsOf(kind: Element): readonly NumberLevel[] {
  const levels: NumberLevel[] = []
  for (const one of inside(kind).filter(each => localName(each) === 'lvl')) {
    levels[Number(one.attributes['w:ilvl'] ?? 0)] = {
      start: Number(value(child(one, 'w:start')) ?? 1),
      format: value(child(one, 'w:numFmt')) ?? 'decimal',
      text: value(child(one, 'w:lvlText')) ?? '',
    }
  }
  return levels
}

function overridden(levels: readonly NumberLevel[], list: Element): readonly NumberLevel[] {
  const anew = [...levels]
  for (const one of inside(list).filter(each => localName(each) === 'lvlOverride')) {
    const at = Number(one.attributes['w:ilvl'] ?? 0)
    const start = value(child(one, 'w:startOverride'))
    const old = anew[at]
    if (old !== undefined && start !== undefined) anew[at] = { ...old, start: Number(start) }
  }
  return anew
}

function stylesOf(parts: Parts): ReadonlyMap<string, { readonly list: string; readonly level: number }> {
  const found = new Map<string, { list: string; level: number }>()
  for (const style of inside(partXml(parts, 'word/styles.xml'))) {
    const own = child(child(style, 'w:pPr'), 'w:numPr')
    const list = value(child(own, 'w:numId'))
    if (list === undefined) continue
    const level = Number(value(child(own, 'w:ilvl')) ?? 0)
    found.set(style.attributes['w:styleId'] ?? '', { list, level })
  }
  return found
}

const chinese = '零一二三四五六七八九'

/** 1 is 一, 12 is 十二, 105 is 一百零五; up to 9999. */
export function chineseNumber(number: number): string {
  const steps = ['', '十', '百', '千']
  const digits = [...String(number)].toReversed()
  const said = digits
    .map((digit, place) => (digit === '0' ? '零' : `${chinese[Number(digit)]}${steps[place] ?? ''}`))
    .toReversed()
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return said.replace(/^一十/, '十')
}

const roman: readonly (readonly [number, string])[] = [
  ...([
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
  ] as const),
  ...([
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
]

function romanNumber(number: number): string {
  let [rest, said] = [number, '']
  for (const [worth, sign] of roman) {
    while (rest >= worth) {
      said += sign
      rest -= worth
    }
  }
  return said
}

/** A number as a level writes it. */
export function numberIn(format: string, number: number): string {
  if (/^(chinese|japaneseCounting|taiwaneseCounting|ideographDigital)/.test(format))
    return chineseNumber(number)
  switch (format) {
    case 'ideographTraditional':
      return '甲乙丙丁戊己庚辛壬癸'[(number - 1) % 10] ?? ''
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    case 'decimalFullWidth':
      return [...String(number)].map(digit => String.fromCodePoint(0xff10 + Number(digit))).join('')
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'lowerLetter':
    case 'upperLetter': {
      const letter = String.fromCharCode(97 + ((number - 1) % 26))
      return format === 'lowerLetter' ? letter : letter.toUpperCase()
    }
    case 'lowerRoman':
    case 'upperRoman':
      return format === 'lowerRoman' ? romanNumber(number) : romanNumber(number).toUpperCase()
    case 'none':
      return ''
    default:
      return String(number)
  }
}
