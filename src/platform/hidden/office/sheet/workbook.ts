import { mainPart, type Parts, partXml, relationsOf } from '../package.ts'
import { type Element, inside, localName } from '../xml.ts'
import { CellStyles, part, sharedStrings } from './style.ts'

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string
  /** Where its part stands. */
  readonly place: string
  readonly hidden: boolean
  /** Undefined for a sheet that is a chart or a dialog. */
  readonly root: Element | undefined
}

/** An Excel file, opened. */
export interface Workbook {
  readonly parts: Parts
  readonly main: string
  readonly sheets: readonly Sheet[]
  readonly strings: readonly Element[]
  readonly styles: Element | undefined
  readonly look: CellStyles
  /** Days are counted from 1904. */
  readonly from1904: boolean
  /** Names for places, other than those that Excel gives itself. */
  readonly names: number
}

/** Opens an Excel file. @throws CannotRedact */
export function workbook(parts: Parts): Workbook {
  const main = mainPart(parts, 'xlsx')
  const root = partXml(parts, main)
  const relations = relationsOf(parts, main)
  const target = (kind: string) => relations.find(one => one.kind === kind)?.target ?? ''
  const sheets = inside(part(root, 'sheets')).map(({ attributes }) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
    const relation = relations.find(one => one.id === id)
    const place = relation?.target ?? ''
    const isSheet = relation?.kind === 'worksheet'
    return {
      ...{ name: attributes.name ?? '', place, hidden: (attributes.state ?? 'visible') !== 'visible' },
      root: isSheet ? partXml(parts, place) : undefined,
    }
  })
  const styles = partXml(parts, target('styles'))
  const names = inside(part(root, 'definedNames')).filter(
    ({ attributes }) => !/^_xlnm/.test(attributes.name ?? ''),
  )
  return {
    ...{ parts, main, sheets, styles, look: new CellStyles(styles), names: names.length },
    strings: sharedStrings(partXml(parts, target('sharedStrings'))),
    from1904: /^(?:1|true)$/.test(part(root, 'workbookPr')?.attributes.date1904 ?? ''),
  }
}

/** The rows of a sheet with their numbers, which a file may leave out. */
export function rowsOf(root: Element): readonly { readonly number: number; readonly row: Element }[] {
  let number = 0
  return inside(part(root, 'sheetData'))
    .filter(one => localName(one) === 'row')
    .map(row => {
      number = Number(row.attributes.r ?? number + 1)
      return { number, row }
    })
}

/** The cells of a row with the numbers of their columns, A being 1. */
export function cellsOf(row: Element): readonly { readonly column: number; readonly cell: Element }[] {
  let column = 0
  return inside(row).map(cell => {
    const letters = /^[A-Z]+/.exec(cell.attributes.r ?? '')?.[0]
    column = letters === undefined ? column + 1 : columnNumber(letters)
    return { column, cell }
  })
}

/** A is 1, AA is 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26
  const before = (column - 1 - rest) / 26
  return (before === 0 ? '' : columnLetters(before)) + String.fromCharCode(65 + rest)
}
