import { CsvReader, type CsvRow } from '../../platform/text/csv.ts'
import { CannotReadRegister } from './cannot-read.ts'

/** The text of a CSV file: UTF-8, or what Excel writes in China. @throws CannotReadRegister where it is no text */
export function csvText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new CannotReadRegister('按内容判断，这不是 Excel 或者 CSV 文件。')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The rows of a CSV text, with the number of the line in which each begins. */
export function csvRows(text: string): readonly CsvRow[] {
  const reader = new CsvReader()
  return [...reader.push(text), ...reader.end()]
}
