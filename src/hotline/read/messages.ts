import { type Day, isDay } from '../../statute/day.ts'
import type { FiledMessage, Message } from '../message.ts'
import { type TableRow, tableRows, WrongTable } from './table.ts'

/** The message of a record: `subject` and `body`, or `text` alone. @throws WrongTable */
export function messageIn(row: TableRow, file: string): Message {
  if (row.has('subject') && row.has('body'))
    return { subject: row.valueOf('subject'), body: row.valueOf('body') }
  if (row.has('text')) return { subject: '', body: row.valueOf('text') }
  throw new WrongTable(file, 1, '没有 text 这一列，也没有 subject 和 body 两列，不知道留言写在哪里。')
}

const columns = ['id', 'citizen', 'filed_at', 'subject', 'body']

/** The messages of a file with the columns `id citizen filed_at subject body`. @throws WrongTable */
export async function filedMessages(file: string): Promise<FiledMessage[]> {
  const found: FiledMessage[] = []
  const lines = new Map<string, number>()
  for await (const row of tableRows(file)) {
    const missing = columns.filter(column => !row.has(column))
    if (missing.length > 0)
      throw new WrongTable(
        file,
        1,
        `没有 ${missing.join('、')} 这${missing.length > 1 ? '几' : '一'}列。第一行应有 ${columns.join('、')}，请补上。`,
      )
    const [id, citizen] = [row.valueOf('id').trim(), row.valueOf('citizen').trim()]
    if (id === '' || citizen === '')
      throw new WrongTable(file, row.line, `${id === '' ? 'id' : 'citizen'} 是空的，请填写。`)
    const before = lines.get(id)
    if (before !== undefined)
      throw new WrongTable(file, row.line, `id “${id}”与第 ${before} 行相同，每条留言应有自己的 id。`)
    lines.set(id, row.line)
    found.push({
      id,
      citizen,
      on: filedOn(row, file),
      subject: row.valueOf('subject'),
      body: row.valueOf('body'),
    })
  }
  if (found.length === 0) throw new WrongTable(file, undefined, '只有列名，没有记录。')
  return found
}

/** The day of `filed_at`: 2020-01-20 or 2020/1/20, with or without a time behind. */
function filedOn(row: TableRow, file: string): Day {
  const said = row.valueOf('filed_at').trim()
  const [, year, month = '', day = ''] = said.match(/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/) ?? []
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (isDay(on)) return on
  throw new WrongTable(
    file,
    row.line,
    `filed_at “${said}”不是日期，请写成 2020-01-20 09:30:00 或者 2020-01-20。`,
  )
}
