import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import { entryStateLabel } from '../../knowledge/entry.ts'
import type { EntryLine } from '../../knowledge/view.ts'
import { EntryProposals } from './proposals.tsx'
import '../../../office/desk/office.css'

const columnsOn = (today: string): readonly Column<EntryLine>[] => [
  {
    ...{ key: 'question', label: '问题', value: line => line.question },
    show: line => <Link to={deskPaths.entry(line.id)}>{line.question}</Link>,
  },
  { key: 'state', label: '状态', value: line => entryStateLabel[line.state] },
  { key: 'unit', label: '负责单位', value: line => line.unitName ?? '热线' },
  { key: 'validUntil', label: '有效期至', value: line => reached(line.validUntil, today, '已过') ?? '长期' },
  { key: 'reviewOn', label: '复核日期', value: line => reached(line.reviewOn, today, '已到') ?? '' },
  { key: 'used', label: '使用次数', value: line => line.used },
  { key: 'unhelpful', label: '没有帮助', value: line => line.unhelpful },
  { key: 'public', label: '对外公开', value: line => (line.public ? '是' : '否') },
]
/** The day, and that it has come. */
function reached(day: string | null, today: string, word: string): string | undefined {
  if (day === null) return undefined
  return day < today ? `${day}（${word}）` : day
}

const filters: readonly Filter[] = [
  { key: 'q', label: '查找（问题中的字）', kind: 'words' },
  { key: 'state', label: '状态', kind: 'choice', options: optionsOf(entryStateLabel) },
  { key: 'due', label: '复核', kind: 'choice', options: optionsOf({ true: '已到复核日期' }) },
]

/** The knowledge base: entries by unit, those due for review among them. */
export function EntriesPage() {
  const { today } = useSession()
  const list: ListOf<EntryLine> = {
    ...{ name: 'knowledge', caption: '知识条目', unit: '条', columns: columnsOn(today), filters },
    fetch: asked => read<Page<EntryLine>>(`/hotline/entries${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.question,
    open: line => deskPaths.entry(line.id),
    empty: <p>没有符合条件的知识条目。请起草条目，审核通过后，话务员登记诉求时就能用它直接答复。</p>,
  }
  return (
    <>
      <title>知识库 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>知识库</h1>
      <p>
        <Link to={deskPaths.newEntry()}>起草条目</Link>
      </p>
      <EntryProposals />
      <List list={list} />
    </>
  )
}
