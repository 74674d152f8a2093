import { documentLines, type ProactiveYear, resultLines } from '../../disclosure/act/duties/figures.ts'
import { cellRemedies, cellRequests, cellsOfRequest } from '../../foi/act/figures/count.ts'
import { countedRows, remedyColumns, spanOf } from '../../foi/figures/rows.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, inChinese } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { cellAt } from '../cells.ts'
import { applicantKindColumns, rowsCountedIn } from '../counted/count.ts'
import { type ProactiveCell, proactiveCell } from '../counted/proactive.ts'
import type { CellsOfYear, CellView, RequestOfCell } from '../counted/view.ts'
import { placeInTable3 } from '../extract/extract.ts'
import { type CellPath, remedyGroups } from '../form.ts'
import { applicationPath, cellLabel, isFormRow, remedyLabel, rowName } from '../labels.ts'
import type { ReportKey } from '../store/history.ts'
import { type CutOff, countReport } from './count.ts'

/** A cell of a year, and which page of what it counts. */
export interface AskedCell extends ReportKey {
  readonly path: CellPath
  readonly page: number
  readonly size: number
}

/** The items, requests or remedies behind a cell; undefined where no such cell is counted. */
export async function cellOf(
  work: Work,
  { agency, year, path, page, size }: AskedCell,
  { asOf }: CutOff = {},
): Promise<CellView | undefined> {
  const counted = await countReport(work, { agency, year }, { asOf })
  if (isRefusal(counted)) return undefined
  const asked = { agency, year, path, page, size }
  const cell = proactiveCell(path)
  const count = cellAt(counted.report, path) ?? 0
  if (cell !== undefined) {
    const lines = await itemLines(work, counted.proactive, { asked, cell, asOf })
    const fees = cell.kind === 'results' && cell.column === 'feesWan'
    return {
      of: 'items',
      path,
      label: cellLabel(path),
      count: fees ? counted.proactive.charges : count,
      lines,
    }
  }
  const lines = await linesOf(work, asked, asOf)
  return lines && { of: 'requests', path, label: cellLabel(path), count, lines }
}

interface AskedItems {
  readonly asked: AskedCell
  readonly cell: ProactiveCell
  readonly asOf: Day | undefined
}

/** The documents or decisions behind a cell of table 2. */
async function itemLines(
  work: Work,
  { documents, kept }: ProactiveYear,
  { asked: { agency, year, page, size }, cell, asOf }: AskedItems,
): Promise<readonly RequestOfCell[]> {
  if (!kept) return []
  const span = spanOf(agency, year, asOf)
  return cell.kind === 'documents'
    ? documentLines(documents, span, { ...cell, page, size })
    : await resultLines(work, span, { column: cell.column, page, size })
}

async function linesOf(
  work: Work,
  { agency, year, path, page, size }: AskedCell,
  asOf: Day | undefined,
): Promise<RequestOfCell[] | undefined> {
  const span = spanOf(agency, year, asOf)
  const place = placeInTable3(path)
  if (place === undefined) {
    const [, group = '', column = ''] = path.split('.')
    const route = remedyGroups.find(each => each === group)
    const stands = remedyColumns.find(each => each === column)
    if (route === undefined || (stands === undefined && column !== 'total')) return undefined
    const found = await cellRemedies(work, span, { route, column: stands, page, size })
    return found.map(({ id, number, lodgedOn, resultOn, column: at }) => {
      const ended = resultOn === null ? '' : `，${inChinese(resultOn)}审结`
      return { id, number, words: `${inChinese(lodgedOn)}提出${ended}，${remedyLabel[at]}` }
    })
  }
  const kind = applicantKindColumns[place.column]
  if (!isFormRow(place.row) || place.column > applicantKindColumns.length) return undefined
  const named = rowsCountedIn(place.row)
  const rows = countedRows.filter(row => named.includes(row))
  if (rows.length === 0) return undefined
  const found = await cellRequests(work, span, { rows, applicantKind: kind, page, size })
  return found.map(({ id, number, receivedOn, outcomeOn, left }) => {
    const end = outcomeOn === null ? '尚未办结' : `${inChinese(outcomeOn)}办结，${rowName(left)}`
    return { id, number, words: `${inChinese(receivedOn)}收到，${end}` }
  })
}

/** In which cells of which years' reports a request is counted: a column of its kind, with its totals. */
export async function cellsOf(
  work: Work,
  request: string,
  today: Day,
): Promise<{ readonly agency: string; readonly years: readonly CellsOfYear[] } | undefined> {
  const found = await cellsOfRequest(work, request, today)
  if (found === undefined) return undefined
  const column = applicantKindColumns.findIndex(kind => found.applicantKind === kind)
  const years = found.years.map(({ year, entered, left }) => ({
    year,
    cells: [entered, left].map(row => {
      const path = applicationPath(row, column)
      return { path, label: cellLabel(path) }
    }),
  }))
  return { agency: found.agency, years }
}
