import { fileTypeFromBuffer } from 'file-type'
import { anySheetValues } from '../../platform/old-office/any-sheets.ts'
import { HurtFile } from '../../platform/strange/hurt-file.ts'
import type { OldRow } from '../old-register/check.ts'
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
  if (found !== undefined && !['xlsx', 'xlsm', 'cfb'].includes(found.ext)) {
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
    return anySheetValues(bytes, mostColumns)
  } catch (error) {
    if (error instanceof CannotReadRegister) throw error
    throw new CannotReadRegister(error instanceof HurtFile ? error.message : '文件已损坏，无法打开。')
  }
}
