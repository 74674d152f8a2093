import { anySheetValues, isOldOffice } from '../../platform/old-office/any-sheets.ts'
import { isZip } from '../../platform/strange/archive.ts'
import { HurtFile } from '../../platform/strange/hurt-file.ts'
import { CsvReader, type CsvRow } from '../../platform/text/csv.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'

/** The largest sheet that is read at once: 2 MB. */
export const smallSheetBytes = 2 * 1024 * 1024
const mostRows = 5_000
const mostColumns = 30

/** The rows of the first sheet of an Excel file, or of a CSV, by its content. */
export function smallSheet(bytes: Uint8Array): readonly CsvRow[] | Refusal {
  if (bytes.length === 0) return refuse('文件是空的，请重新选择。')
  if (bytes.length > smallSheetBytes) return refuse('文件超过 2 MB，请分成几份后再导入。')
  const isExcel = isOldOffice(bytes) || isZip(bytes)
  const rows = isExcel ? excelRows(bytes) : csvRows(bytes)
  if ('kind' in rows) return rows
  return rows.length > mostRows ? refuse(`共 ${rows.length} 行，一次最多 ${mostRows} 行，请分成几份。`) : rows
}

function excelRows(bytes: Uint8Array): readonly CsvRow[] | Refusal {
  try {
    const sheets = anySheetValues(bytes, mostColumns)
    return sheets.find(({ rows }) => rows.length > 0)?.rows ?? refuse('文件中没有内容。')
  } catch (error) {
    return refuse(error instanceof HurtFile ? error.message : '文件已损坏，无法打开。')
  }
}

function csvRows(bytes: Uint8Array): readonly CsvRow[] | Refusal {
  if (bytes.includes(0)) return refuse('按内容判断，这不是 Excel 或者 CSV 文件。')
  const reader = new CsvReader()
  const rows = [...reader.push(textOf(bytes)), ...reader.end()]
  return rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, mostColumns) }))
}

/** UTF-8, or what Excel writes in China. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
