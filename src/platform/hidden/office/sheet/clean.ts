import { blackedOut, blackSign } from '../../word-search.ts'
import type { Tally } from '../tally.ts'
import { type Element, element, inside, localName } from '../xml.ts'
import { mergesOf, type NewPlaces, newPlaces } from './places.ts'
import { isWhiteRun, part, runsOf, wordsOfRun } from './style.ts'
import { cellsOf, columnLetters, rowsOf, type Sheet, type Workbook } from './workbook.ts'

/** What cleaning a sheet needs to know, and where it counts what it leaves out. */
export interface SheetCleaning {
  readonly book: Workbook
  readonly tally: Tally
  /** Words to be blacked out, and those of them that were found. */
  readonly words: readonly string[]
  readonly found: Set<string>
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A sheet written anew from what is seen of it: values for formulas, no hidden row or column, no string that no cell shows. */
export function cleanSheet(sheet: Sheet, root: Element, cleaning: SheetCleaning): Element {
  const places = newPlaces(root)
  const where = `工作表“${sheet.name}”`
  const rows = rowsOf(root).flatMap(({ number, row }) => {
    const cells = cellsOf(row).filter(({ cell }) => isFilled(cell))
    if (places.isHiddenRow(number)) {
      if (cells.length > 0) cleaning.tally.add('hiddenRow', where)
      return []
    }
    return [cleanRow({ number: places.row(number), old: number, row }, places, { ...cleaning, where })]
  })
  const filled = rowsOf(root).flatMap(({ row }) => cellsOf(row).filter(({ cell }) => isFilled(cell)))
  const hidden = new Set(filled.map(({ column }) => column).filter(column => places.isHiddenColumn(column)))
  cleaning.tally.add('hiddenColumn', where, hidden.size)
  const format = part(root, 'sheetFormatPr')?.attributes
  const height = format?.defaultRowHeight
  const columns = places.columns()
  const merges = mergesOf(root).flatMap(merge => places.merge(merge) ?? [])
  return element('worksheet', { xmlns: namespace }, [
    ...(height === undefined ? [] : [element('sheetFormatPr', { defaultRowHeight: height })]),
    ...(columns.length === 0 ? [] : [element('cols', {}, columns)]),
    element('sheetData', {}, rows),
    ...(merges.length === 0
      ? []
      : [
          element(
            'mergeCells',
            {},
            merges.map(ref => element('mergeCell', { ref })),
          ),
        ]),
  ])
}

interface PlacedRow {
  readonly number: number
  readonly old: number
  readonly row: Element
}

function cleanRow(
  { number, old, row }: PlacedRow,
  places: NewPlaces,
  cleaning: SheetCleaning & { readonly where: string },
): Element {
  const { ht, customHeight, s, customFormat } = row.attributes
  const cells = cellsOf(row).flatMap(({ column, cell }) => {
    if (places.isHiddenColumn(column)) return []
    const place = `${columnLetters(places.column(column))}${number}`
    const format = cell.attributes.s
    const shown: Record<string, string> = { r: place, ...(format === undefined ? {} : { s: format }) }
    if (places.isUnderMerge(old, column)) {
      if (isFilled(cell)) cleaning.tally.add('hiddenText', cleaning.where)
      return [element('c', shown)]
    }
    return [shownCell(cell, shown, cleaning)]
  })
  const attributes = {
    r: String(number),
    ...(ht === undefined ? {} : { ht }),
    ...(customHeight === undefined ? {} : { customHeight }),
    ...(s === undefined ? {} : { s }),
    ...(customFormat === undefined ? {} : { customFormat }),
  }
  return element('row', attributes, cells)
}

function isFilled(cell: Element): boolean {
  return inside(cell).some(one => ['v', 'is', 'f'].includes(localName(one)))
}

function shownCell(
  cell: Element,
  shown: Record<string, string>,
  cleaning: SheetCleaning & { readonly where: string },
): Element {
  const { tally, where, book } = cleaning
  if (part(cell, 'f') !== undefined) tally.add('formula', where)
  const kind = cell.attributes.t ?? 'n'
  const raw = wordsOfRun(element('r', {}, [{ ...(part(cell, 'v') ?? element('v')), name: 't' }]))
  const isText = ['s', 'inlineStr', 'str'].includes(kind)
  const said = isText ? wordsOfCell(cell, raw, cleaning) : raw
  if (said === '') return element('c', shown)
  const unseen = book.look.unseen(shown.s)
  if (unseen === 'hidden') {
    tally.add('hiddenText', where)
    return element('c', shown)
  }
  if (unseen === 'covered' && /[^\s█]/.test(said)) {
    tally.add('coveredText', where)
    return textCell(shown, said.replaceAll(/\S/gu, blackSign))
  }
  const [black = said] = blackedOut([said], cleaning.words, cleaning.found)
  if (isText || black !== said) return textCell(shown, black)
  return element('c', kind === 'n' ? shown : { ...shown, t: kind }, [element('v', {}, [said])])
}

function textCell(shown: Record<string, string>, words: string): Element {
  const text = element('t', { 'xml:space': 'preserve' }, [words])
  return element('c', { ...shown, t: 'inlineStr' }, [element('is', {}, [text])])
}

/** White words within a cell that is not dark are nobody's to read. */
function wordsOfCell(
  cell: Element,
  raw: string,
  { book, tally, where }: SheetCleaning & { readonly where: string },
): string {
  const kind = cell.attributes.t
  if (kind === 'str') return raw
  const runs = runsOf(kind === 's' ? book.strings[Number(raw)] : part(cell, 'is'))
  const light = book.look.background(cell.attributes.s) === 'light'
  return runs
    .filter(run => {
      const white = light && isWhiteRun(run)
      if (white) tally.add('hiddenText', where)
      return !white
    })
    .map(wordsOfRun)
    .join('')
}
