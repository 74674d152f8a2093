import { addDays, dayOf } from '../../../../statute/day.ts'
import { checkArchive } from '../../../strange/archive.ts'
import { partsOf } from '../package.ts'
import { type Element, inside, localName, wordsIn } from '../xml.ts'
import { part, runsOf, wordsOfRun } from './style.ts'
import { cellsOf, rowsOf, type Sheet, type Workbook, workbook } from './workbook.ts'

/** A row as its reader sees it; `row` counts from 1, `formulas` names the columns, from 0, whose value is computed. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly formulas: readonly number[]
}

/** A sheet as its reader sees it. */
export interface SheetValues {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/** The sheets of an Excel file that are shown, with the values of their cells; days as `2026-03-02`. @throws HurtFile, CannotRedact */
export function sheetValues(bytes: Uint8Array, mostColumns: number): readonly SheetValues[] {
  checkArchive(bytes)
  const book = workbook(partsOf(bytes))
  return book.sheets.flatMap(sheet =>
    sheet.hidden || sheet.root === undefined ? [] : [valuesOf(sheet, sheet.root, { book, mostColumns })],
  )
}

function valuesOf(
  { name }: Sheet,
  root: Element,
  { book, mostColumns }: { readonly book: Workbook; readonly mostColumns: number },
): SheetValues {
  const dates = dateFormats(book)
  const rows = rowsOf(root).map(({ number, row }) => {
    const cells: string[] = []
    const formulas: number[] = []
    for (const { column, cell } of cellsOf(row)) {
      if (column > mostColumns) continue
      cells[column - 1] = cellText(cell, book, dates)
      if (part(cell, 'f') !== undefined) formulas.push(column - 1)
    }
    return { row: number, cells: Array.from(cells, text => text ?? ''), formulas }
  })
  return { name, rows }
}

function cellText(cell: Element, { strings, from1904 }: Workbook, dates: ReadonlySet<number>): string {
  const kind = cell.attributes.t ?? 'n'
  const raw = wordsIn(part(cell, 'v') ?? '')
  if (kind === 's') return runsOf(strings[Number(raw)]).map(wordsOfRun).join('')
  if (kind === 'inlineStr') return runsOf(part(cell, 'is')).map(wordsOfRun).join('')
  if (kind === 'd') return raw.slice(0, 10)
  if (kind !== 'n' || raw === '' || !dates.has(Number(cell.attributes.s ?? 0))) return raw
  return shownAsDay(raw, from1904)
}

/** The day that a number in a format of days shows; the number itself where it is none. */
export function shownAsDay(raw: string, from1904: boolean): string {
  const days = Math.floor(Number(raw)) + (from1904 ? 1_462 : 0)
  return days > 0 && days < 200_000 ? addDays(dayOf('1899-12-30'), days) : raw
}

/** Does a format show a number as a day: one of Excel's own by its number, or one that is written out? */
export function showsDay(number: number, code: string | undefined): boolean {
  if (code !== undefined) {
    return /[ymd年月日]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
  }
  return (
    (number >= 14 && number <= 17) ||
    number === 22 ||
    (number >= 27 && number <= 36) ||
    (number >= 50 && number <= 58)
  )
}

/** The styles that show a number as a day. */
export function dateFormats({ styles }: Pick<Workbook, 'styles'>): ReadonlySet<number> {
  const list = (name: string) => inside(inside(styles).find(one => localName(one) === name))
  const own = new Map(
    list('numFmts').map(({ attributes }) => [attributes.numFmtId ?? '', attributes.formatCode ?? '']),
  )
  return new Set(
    list('cellXfs').flatMap(({ attributes: { numFmtId = '' } }, at) =>
      showsDay(Number(numFmtId), own.get(numFmtId)) ? [at] : [],
    ),
  )
}
