import type { Context } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { dutyKindLabel } from '../../../statute/proactive.ts'
import { paths } from '../../../web/paths.ts'
import { csvOf, sheetFile } from '../../../web/sheet.ts'
import { formOf } from '../../forms.ts'
import { type ShelfLine, type ShelfQuery, shelfLines } from '../../store/shelf/lines.ts'
import { validityWords } from './lines.ts'

/** A spreadsheet holds so many lines; a longer list is asked for in parts, by year or agency. */
const most = 100_000
const name = '政府信息公开目录'

/** Exactly what the address lists, as CSV, Excel or JSON. */
export async function giveTable(
  context: Context<AppEnv>,
  kind: 'csv' | 'xlsx' | 'json',
  query: ShelfQuery,
): Promise<Response> {
  const on = today()
  const lines = await shelfLines(context.var.work, query, { today: on, limit: most })
  // Who takes the table away wants the whole address; a copy leads to its own pages.
  const base = context.var.still === undefined ? await baseHere(context) : ''
  const rows = lines.map(line => cellsOf(line, validityWords(line, on), base))
  if (kind === 'json') {
    const records = rows.map(row =>
      Object.fromEntries(catalogueHeads.map((head, at) => [head, row[at] ?? null])),
    )
    return context.body(JSON.stringify(records, null, 1), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': namedFile(`${name}.json`),
    })
  }
  const table = [[...catalogueHeads], ...rows]
  return sheetFile(context, kind === 'csv' ? csvOf(table) : table, name)
}

/** The heads of the table, as the data dictionary explains them. */
export const catalogueHeads = [
  ...(['索引号', '标题', '发布机构', '类别', '形式', '主题分类', '体裁', '发文字号'] as const),
  ...(['成文日期', '公开日期', '有效性', '专栏', '地址'] as const),
] as const

function cellsOf(line: ShelfLine, validity: string, base: string): (string | null)[] {
  const { indexNumber, title, agencyName, duty, form, theme, genre, documentNumber } = line
  return [
    ...[indexNumber, title, agencyName, dutyKindLabel[duty], formOf[form].label, theme, genre],
    ...[documentNumber, line.madeOn, line.publishedOn, validity, line.series, base + paths.item(line.item)],
  ]
}
