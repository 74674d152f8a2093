import { CsvReader } from '../../platform/text/csv.ts'
import { dayOf, isDay } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { WatchedWord } from '../checks/words/word.ts'

const columns = {
  word: '错误用语',
  right: '正确用语',
  severity: '程度',
  why: '说明',
  from: '起始日期',
  to: '停用日期',
}
const everSince = dayOf('1949-10-01')
const mostRows = 5_000

/** The watched words of a CSV text whose first line names the columns, as the list gives it out; or which line is wrong. */
export function wordsInFile(csv: string): readonly WatchedWord[] | Refusal {
  const reader = new CsvReader()
  const [head, ...rows] = [...reader.push(csv), ...reader.end()].filter(({ cells }) =>
    cells.some(cell => cell.trim() !== ''),
  )
  const names = head?.cells.map(cell => cell.trim().replace(/^\ufeff/, '')) ?? []
  const at = (column: keyof typeof columns) => names.indexOf(columns[column])
  if (at('word') < 0)
    return refuse('第一行应是列名，其中须有“错误用语”，还可以有“正确用语、程度、说明、起始日期、停用日期”。')
  if (rows.length > mostRows)
    return refuse(`一次最多导入 ${mostRows} 个词，这份文件有 ${rows.length} 行，请分成几份。`)
  const words: WatchedWord[] = []
  for (const { row, cells } of rows) {
    const cell = (column: keyof typeof columns) =>
      (cells[at(column)] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
    const severity = cell('severity')
    const [from, to] = [cell('from').replaceAll('/', '-'), cell('to').replaceAll('/', '-')]
    const wrong = [from, to].find(day => day !== '' && !isDay(day))
    if (wrong !== undefined)
      return refuse(`第 ${row} 行的日期“${wrong}”请写成 2026-03-02 这样的年-月-日。没有导入任何一行。`)
    if (cell('word') === '') return refuse(`第 ${row} 行没有错误用语。没有导入任何一行。`)
    if (!/^(?:严重|提示|severe|mild|)$/.test(severity)) {
      return refuse(`第 ${row} 行的程度“${severity}”应为“严重”或者“提示”。没有导入任何一行。`)
    }
    words.push({
      ...{
        word: cell('word').slice(0, 60),
        right: cell('right').slice(0, 100),
        why: cell('why').slice(0, 200),
      },
      severity: severity === '严重' || severity === 'severe' ? 'severe' : 'mild',
      ...{ from: from === '' ? everSince : dayOf(from), to: to === '' ? null : dayOf(to) },
    })
  }
  return words
}
