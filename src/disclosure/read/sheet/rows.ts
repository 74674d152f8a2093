import { open } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { isZip } from '../../../platform/strange/archive.ts'
import { CsvReader } from '../../../platform/text/csv.ts'
import { rowFieldLabel, rowFields } from '../../rows/columns.ts'
import type { RawRow } from '../../rows/read-row.ts'
import { CannotReadRows } from './cannot-read-rows.ts'
import { excelRows } from './excel.ts'

/** The largest file of results, 100 MB of text. */
export const largestRowsBytes = 100 * 1024 * 1024
/** Excel is unpacked in memory, and so may be less. */
const largestExcelBytes = 30 * 1024 * 1024
const mostColumns = 100

/** The rows of a file on disk, one after the other, with the merged cells of a sheet; by its content: Excel, JSON lines, or CSV. @throws CannotReadRows */
export async function* rowsOfFile(
  path: string,
  largest = largestRowsBytes,
): AsyncGenerator<RawRow | { readonly merged: readonly string[] }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new CannotReadRows('文件是空的，请重新选择。')
    if (size > largest)
      throw new CannotReadRows(`文件超过 ${Math.floor(largest / 1024 / 1024)} MB，请分成几份后再上传。`)
    const start = new Uint8Array(Math.min(size, 65_536))
    await file.read(start, 0, start.length, 0)
    if (isZip(start)) {
      if (size > largestExcelBytes) throw new CannotReadRows('Excel 文件超过 30 MB，请另存为 CSV 后再上传。')
      yield* excelRows(new Uint8Array(await file.readFile()))
      return
    }
    if (start[0] === 0xd0 && start[1] === 0xcf)
      throw new CannotReadRows('这是旧版或者加密的 Excel 文件，请去除密码并另存为 .xlsx 后再试。')
    if (start.includes(0)) throw new CannotReadRows('按内容判断，这不是 Excel、CSV 或者 JSON 行文件。')
    const text = decoded(file.createReadStream({ start: 0, autoClose: false }), encodingOf(start))
    if (/^\uFEFF?\s*\{/.test(new TextDecoder().decode(start))) yield* jsonRows(text)
    else yield* csvRows(text)
  } finally {
    await file.close()
  }
}

/** UTF-8, or what Excel writes in China. A last character may be cut in two. */
function encodingOf(start: Uint8Array): 'utf-8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const piece of bytes) yield decoder.write(piece)
  yield decoder.end() ?? ''
}

async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  const reader = new CsvReader()
  for await (const piece of text) for (const row of reader.push(piece)) yield narrow(row)
  for (const row of reader.end()) yield narrow(row)
}

function narrow(row: RawRow): RawRow {
  return row.cells.length > mostColumns ? { row: row.row, cells: row.cells.slice(0, mostColumns) } : row
}

/** The longest line of JSON, in characters. */
const longestLine = 100_000

/** JSON lines become a sheet whose headings are the fields. */
async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  yield { row: 0, cells: rowFields.map(field => rowFieldLabel[field]) }
  let [rest, row] = ['', 0]
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine)
      throw new CannotReadRows(`第 ${row + lines.length + 1} 行过长，每行应是一个 JSON 对象。`)
    for (const line of lines) {
      row++
      if (line.trim() !== '') yield jsonRow(line, row)
    }
  }
  if (rest.trim() !== '') yield jsonRow(rest, row + 1)
}

function jsonRow(line: string, row: number): RawRow {
  const said = parsed(line)
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    throw new CannotReadRows(`第 ${row} 行不是 JSON 对象，一行也没有保存。`)
  const values = new Map<string, unknown>(Object.entries(said))
  const known = new Set<string>(rowFields.flatMap(field => [field, rowFieldLabel[field]]))
  const unknown = [...values.keys()].find(key => !known.has(key))
  if (unknown !== undefined) throw new CannotReadRows(`第 ${row} 行有不认识的项目“${unknown.slice(0, 30)}”。`)
  const cells = rowFields.map(field => cellOf(values.get(field) ?? values.get(rowFieldLabel[field])))
  return { row, cells }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function cellOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
