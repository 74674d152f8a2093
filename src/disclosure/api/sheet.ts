import { ProblemError } from '../../platform/http/problem.ts'
import type { Work } from '../../platform/work.ts'
import { dutyKindLabel } from '../../statute/proactive.ts'
import type { SheetCell } from '../../web/sheet.ts'
import { type ItemQuery, type ItemReading, itemLines } from '../act/views/lines.ts'
import { theForm } from '../forms.ts'
import { validityLabel } from '../item.ts'
import { draftStateLabel, shelfStateLabel } from '../standing.ts'
import type { ItemLine } from '../view.ts'

/** The most lines of one file. */
const mostLines = 20_000
const pageLines = 1000

const columns: readonly (readonly [string, (line: ItemLine) => SheetCell])[] = [
  ['索引号', line => line.indexNumber],
  ['标题', line => line.title],
  ['发布机构', line => line.agencyName],
  ['发文字号', line => line.documentNumber],
  ['成文日期', line => line.madeOn],
  ['公开期限', line => line.due],
  ['首次公开日期', line => line.firstPublishedOn],
  ['公开日期', line => line.publishedOn],
  ['信息形式', line => theForm(line.form).label],
  ['公开内容类别', line => dutyKindLabel[line.duty]],
  ['主题分类', line => line.theme],
  ['体裁', line => line.genre],
  ['稿件状态', line => draftStateLabel[line.draft]],
  ['公开状态', line => shelfStateLabel[line.shelf]],
  ['有效性', line => (line.shelf === 'never' ? null : validityLabel[line.validity])],
  ['经办人', line => line.handler?.name ?? null],
  ['定时发布', line => line.scheduledFor],
  ['专栏', line => line.series],
  ['明细条数', line => line.rowCount],
]

/** All lines that match, in their order, as a table with its head. @throws ProblemError 422 where they are too many for one file */
export async function itemTable(
  work: Work,
  query: ItemQuery,
  reading: ItemReading,
): Promise<(readonly SheetCell[])[]> {
  const rows: ItemLine[] = []
  for (let page = 1; ; page++) {
    const { lines, total } = await itemLines(work, { ...query, page, size: pageLines }, reading)
    if (total > mostLines) {
      throw new ProblemError(422, `共 ${total} 件，一份文件最多 ${mostLines} 件，请先缩小筛选范围。`)
    }
    rows.push(...lines)
    if (rows.length >= total || lines.length === 0) break
  }
  return [columns.map(([label]) => label), ...rows.map(row => columns.map(([, value]) => value(row)))]
}
