import { Link } from 'react-router'
import type { Column } from '../../../desk/list/column.ts'
import { dayOrDash } from '../../../desk/moment.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { dutyKindLabel } from '../../../statute/proactive.ts'
import { deskPaths } from '../../../web/paths.ts'
import { theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import { draftStateLabel, shelfStateLabel } from '../../standing.ts'
import type { ItemLine } from '../../view.ts'
import { ItemDueText, itemDueWords } from '../due.tsx'

/** An item as one calls it. */
export function nameOf({ title, indexNumber }: Pick<ItemLine, 'title' | 'indexNumber'>): string {
  return title === '' ? `（未填标题）${indexNumber}` : title
}

/** The title, which opens the item. */
export const titleColumn: Column<ItemLine> = {
  ...{ key: 'title', label: '标题', sort: 'title', value: line => nameOf(line) },
  show: line => <Link to={deskPaths.item(line.id)}>{nameOf(line)}</Link>,
}

/** Who works on it. */
export const handlerColumn: Column<ItemLine> = {
  ...{ key: 'handler', label: '经办人', value: line => line.handler?.name ?? '' },
}

/** The columns of the list of items. */
export const itemColumns: readonly Column<ItemLine>[] = [
  titleColumn,
  { key: 'form', label: '形式', value: line => theForm(line.form).label },
  { key: 'number', label: '发文字号', value: line => line.documentNumber },
  {
    ...{ key: 'made', label: '成文日期', sort: 'made', value: line => line.madeOn },
    show: line => dayOrDash(line.madeOn),
  },
  {
    ...{ key: 'due', label: '公开期限', value: line => itemDueWords(line).text },
    show: line => <ItemDueText line={line} />,
  },
  { key: 'draft', label: '稿件', sort: 'draft', value: line => draftStateLabel[line.draft] },
  {
    ...{ key: 'shelf', label: '公开', value: line => shelfStateLabel[line.shelf] },
    show: line => (
      <>
        {shelfStateLabel[line.shelf]}
        {line.urgent && <strong className="late">（应急发布，待补审）</strong>}
      </>
    ),
  },
  handlerColumn,
  { key: 'index', label: '索引号', hidden: true, sort: 'index', value: line => line.indexNumber },
  { key: 'agency', label: '机关', hidden: true, value: line => line.agencyName },
  { key: 'duty', label: '类别', hidden: true, value: line => dutyKindLabel[line.duty] },
  { key: 'theme', label: '主题', hidden: true, value: line => line.theme },
  { key: 'genre', label: '体裁', hidden: true, value: line => line.genre },
  {
    ...{
      key: 'published',
      label: '公开日期',
      hidden: true,
      sort: 'published',
      value: line => line.publishedOn,
    },
    show: line => dayOrDash(line.publishedOn),
  },
  {
    ...{ key: 'validity', label: '有效性', hidden: true },
    value: line => (line.shelf === 'never' ? '' : validityLabel[line.validity]),
  },
  {
    ...{ key: 'scheduled', label: '定时发布', hidden: true, sort: 'scheduled' },
    value: line => (line.scheduledFor === null ? '' : momentInChinese(line.scheduledFor)),
  },
  { key: 'series', label: '专栏', hidden: true, value: line => line.series },
  {
    key: 'rows',
    label: '明细条数',
    hidden: true,
    value: line => (line.rowCount === 0 ? null : line.rowCount),
  },
  {
    ...{ key: 'moved', label: '最近变动', hidden: true, sort: 'moved' },
    value: line => momentInChinese(line.movedAt),
  },
]
