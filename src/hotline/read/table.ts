import { createReadStream } from 'node:fs'

/** A file of tab-separated values that cannot be read: the file, the line from 1, what is wrong and what to do. */
export class WrongTable extends Error {
  override readonly name = 'WrongTable'

  constructor(file: string, line: number | undefined, wrong: string) {
    super(`“${file}”${line === undefined ? '' : `第 ${line} 行`}：${wrong}`)
  }
}

/** A record: the line in which it stands, from 1, and its values by column. */
export interface TableRow {
  readonly line: number
  valueOf(column: string): string
  has(column: string): boolean
}

/**
 * Reads a file record by record, without holding it: UTF-8, one record a line, header first, a tab inside a value
 * written `\t`, a backslash `\\`. Empty lines at the end are no records.
 * @throws WrongTable
 */
export async function* tableRows(file: string): AsyncGenerator<TableRow> {
  let header: ReadonlyMap<string, number> | undefined
  let empty = 0
  for await (const { text, line } of linesOf(file)) {
    if (header === undefined) {
      header = headerOf(text, file)
      continue
    }
    if (text === '') {
      empty ||= line
      continue
    }
    if (empty > 0) throw new WrongTable(file, empty, '是空行。一条记录占一行，请删去记录之间的空行。')
    yield rowOf({ text, line }, header, file)
  }
  if (header === undefined)
    throw new WrongTable(file, undefined, '文件是空的。第一行应为列名，以制表符分隔。')
}

function headerOf(text: string, file: string): ReadonlyMap<string, number> {
  const names = text.replace(/^\ufeff/, '').split('\t')
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new WrongTable(file, 1, `列名“${twice}”出现两次，请改名或者删去一列。`)
  return new Map(names.map((name, at) => [name.trim(), at]))
}

function rowOf(
  { text, line }: { text: string; line: number },
  header: ReadonlyMap<string, number>,
  file: string,
): TableRow {
  const cells = text.split('\t')
  if (cells.length !== header.size) {
    const wrong = `有 ${cells.length} 个值，列名有 ${header.size} 个。值中的制表符请写作 \\t，反斜杠写作 \\\\。`
    throw new WrongTable(file, line, wrong)
  }
  return {
    line,
    has: column => header.has(column),
    valueOf: column => unescaped(cells[header.get(column) ?? -1] ?? ''),
  }
}

function unescaped(value: string): string {
  return value.replace(/\\([t\\])/g, (_, sign) => (sign === 't' ? '\t' : '\\'))
}

async function* linesOf(file: string): AsyncGenerator<{ text: string; line: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 0
  const told = (bytes: Uint8Array) => {
    line++
    try {
      return { text: decoder.decode(bytes).replace(/\r$/, ''), line }
    } catch {
      throw new WrongTable(file, line, '不是 UTF-8 编码的文字。请把文件另存为 UTF-8。')
    }
  }
  const rest: Uint8Array[] = []
  for await (const chunk of chunksOf(file)) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield told(Buffer.concat([...rest.splice(0), chunk.subarray(from, end)]))
      from = end + 1
    }
    if (from < chunk.length) rest.push(chunk.subarray(from))
  }
  if (rest.length > 0) yield told(Buffer.concat(rest))
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有权限读取',
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (code === '') throw cause
    throw new WrongTable(file, undefined, `无法打开，${reasons[code] ?? code}。请检查路径。`)
  }
}
