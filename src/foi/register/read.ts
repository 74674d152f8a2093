import { fileTypeFromBuffer } from 'file-type'
import { checkArchive } from '../../platform/strange/archive.ts'
import { HurtFile } from '../../platform/strange/hurt-file.ts'
import { addDays, dayOf } from '../../statute/day.ts'
import type { OldRow } from '../old-register/check.ts'
import { partsOf } from '../redact/office/package.ts'
import { part, runsOf, wordsOfRun } from '../redact/office/sheet/style.ts'
import { cellsOf, rowsOf, type Sheet, type Workbook, workbook } from '../redact/office/sheet/workbook.ts'
import { type Element, inside, localName, wordsIn } from '../redact/office/xml.ts'
import { CannotReadRegister } from './cannot-read.ts'
import { csvRows, csvText } from './csv.ts'

/** A sheet of a register; a CSV file is one sheet without a name. */
export interface RegisterSheet {
  readonly name: string
  readonly rows: readonly OldRow[]
}

/** The largest file: 20 MB. */
export const largestRegister = 20 * 1024 * 1024
/** The most rows of a sheet. */
export const mostRows = 20_000
const mostColumns = 200

/** The sheets of an Excel or CSV file, by its content; hidden sheets are left out. @throws CannotReadRegister */
export async function readRegister(bytes: Uint8Array): Promise<readonly RegisterSheet[]> {
  if (bytes.length === 0) throw new CannotReadRegister('文件是空的，请重新选择。')
  if (bytes.length > largestRegister) throw new CannotReadRegister('文件超过 20 MB，请分成几份后再导入。')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.ext === 'cfb') {
    throw new CannotReadRegister('这是旧版或者加密的 Excel 文件，请去除密码并另存为 .xlsx 后再试。')
  }
  if (found !== undefined && found.ext !== 'xlsx' && found.ext !== 'xlsm') {
    throw new CannotReadRegister('按内容判断，这不是 Excel 或者 CSV 文件。')
  }
  const sheets = found === undefined ? [csvSheet(bytes)] : excelSheets(bytes)
  const filled = sheets.filter(({ rows }) => rows.some(({ cells }) => cells.some(cell => cell !== '')))
  if (filled.length === 0) throw new CannotReadRegister('文件中没有内容。')
  const long = filled.find(({ rows }) => rows.length > mostRows)
  if (long !== undefined) {
    throw new CannotReadRegister(
      `“${long.name}”共 ${long.rows.length} 行，超过 ${mostRows} 行，请分成几份后再导入。`,
    )
  }
  return filled
}

function csvSheet(bytes: Uint8Array): RegisterSheet {
  const rows = csvRows(csvText(bytes)).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, mostColumns),
    formulas: [],
  }))
  return { name: 'CSV', rows }
}

function excelSheets(bytes: Uint8Array): readonly RegisterSheet[] {
  try {
    checkArchive(bytes)
    const book = workbook(partsOf(bytes))
    return book.sheets.flatMap(sheet =>
      sheet.hidden || sheet.root === undefined ? [] : [excelSheet(sheet, sheet.root, book)],
    )
  } catch (error) {
    if (error instanceof CannotReadRegister) throw error
    throw new CannotReadRegister(error instanceof HurtFile ? error.message : '文件已损坏，无法打开。')
  }
}

function excelSheet({ name }: Sheet, root: Element, book: Workbook): RegisterSheet {
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
  const days = Math.floor(Number(raw)) + (from1904 ? 1_462 : 0)
  return days > 0 && days < 200_000 ? addDays(dayOf('1899-12-30'), days) : raw
}

/** The formats that show a number as a day. */
function dateFormats({ styles }: Workbook): ReadonlySet<number> {
  const list = (name: string) => inside(inside(styles).find(one => localName(one) === name))
  const own = list('numFmts')
    .filter(({ attributes }) =>
      /[ymd年月日]/i.test((attributes.formatCode ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
    )
    .map(({ attributes }) => attributes.numFmtId)
  const isDate = (id: string) => {
    const number = Number(id)
    return (
      own.includes(id) ||
      (number >= 14 && number <= 17) ||
      number === 22 ||
      (number >= 27 && number <= 36) ||
      (number >= 50 && number <= 58)
    )
  }
  return new Set(
    list('cellXfs').flatMap(({ attributes }, at) => (isDate(attributes.numFmtId ?? '') ? [at] : [])),
  )
}
