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

/** The rows of a CSV text, with the number of the line in which each begins; cells in quotes may hold commas and lines. */
export function csvRows(
  text: string,
): readonly { readonly row: number; readonly cells: readonly string[] }[] {
  const separator = separatorOf(text)
  const rows: { row: number; cells: string[] }[] = []
  let [cells, cell, quoted]: [string[], string, boolean] = [[], '', false]
  let [line, began] = [1, 1]
  const endRow = () => {
    rows.push({ row: began, cells: [...cells, cell] })
    ;[cells, cell] = [[], '']
  }
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRow()
      began = line
    } else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

/** Comma, semicolon or tab: what the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t', '，'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
