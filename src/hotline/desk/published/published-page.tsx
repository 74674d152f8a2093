import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths, paths } from '../../../web/paths.ts'
import { type PublishedLine, publishedStateLabel } from '../../published/published.ts'
import '../../../office/desk/office.css'

const columns: readonly Column<PublishedLine>[] = [
  {
    ...{ key: 'number', label: '编号', value: line => line.number },
    show: line => (
      <Link className="number" to={deskPaths.demand(line.demand)}>
        {line.number}
      </Link>
    ),
  },
  {
    ...{ key: 'title', label: '公开的标题', value: line => line.title },
    show: ({ withdrawnAt, title, demand }) =>
      withdrawnAt === null ? <a href={paths.demandAnswer(demand)}>{title}</a> : title,
  },
  {
    ...{ key: 'state', label: '状态' },
    value: line => publishedStateLabel[line.withdrawnAt === null ? 'public' : 'withdrawn'],
  },
  { key: 'publishedAt', label: '公开', value: line => momentInChinese(line.publishedAt) },
  {
    ...{ key: 'withdrawnAt', label: '撤下' },
    value: ({ withdrawnAt }) => (withdrawnAt === null ? '' : momentInChinese(withdrawnAt)),
  },
  { key: 'same', label: '同样问题（人）', value: line => line.same },
]
const filters: readonly Filter[] = [
  { key: 'q', label: '查找（标题、编号）', kind: 'words' },
  { key: 'state', label: '状态', kind: 'choice', options: optionsOf(publishedStateLabel) },
]

/** What was chosen for everybody, also what was withdrawn; it is published, rewritten and withdrawn on the page of its demand. */
export function PublishedPage() {
  const list: ListOf<PublishedLine> = {
    ...{ name: 'published-answers', caption: '公开答复', unit: '条', columns, filters },
    fetch: asked => read<Page<PublishedLine>>(`/hotline/published${queryOf(asked)}`),
    rowKey: line => line.demand,
    rowName: line => line.number,
    open: line => deskPaths.demand(line.demand),
    empty: <p>没有公开答复。诉求办结或者直接办复以后，督办员在诉求页上点“选为公开答复”。</p>,
  }
  return (
    <>
      <title>公开答复 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>公开答复</h1>
      <p>打开编号，可以撤下、改写后再公开。</p>
      <List list={list} />
    </>
  )
}
