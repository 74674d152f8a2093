import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { ItemLine } from '../../view.ts'
import { useItemChoices } from '../choices.ts'
import { useBulkItems } from './bulk-items.tsx'
import { itemColumns, nameOf } from './columns.tsx'
import { itemFilters } from './item-filters.ts'
import { NewItem } from './new-item.tsx'
import '../../../office/desk/office.css'
import '../items.css'

/** The items of proactive disclosure, what moved last first. */
export function ItemsPage() {
  const session = useSession()
  const agencies = useItemChoices()
  const bulk = useBulkItems()
  const works = holdsOne(session, 'officer', 'coordinator', 'head')
  const writes = agencies.filter(each => each.writes)
  const list: ListOf<ItemLine> = {
    ...{ name: 'items', caption: '主动公开信息', unit: '件', columns: itemColumns },
    filters: itemFilters(agencies),
    fetch: asked => read<Page<ItemLine>>(`/items${queryOf(asked)}`),
    ...{ rowKey: line => line.id, rowName: nameOf, step: 200 },
    open: line => deskPaths.item(line.id),
    act: line => deskPaths.item(line.id, '#acts'),
    ...(works ? { bulk } : {}),
    sort: '-moved',
    empty: (
      <p>
        还没有主动公开的信息。公开专员和业务处室经办人点“起草新的信息”开始；审核、保密审查、批准之后发布。
      </p>
    ),
  }
  return (
    <>
      <title>主动公开 - 工作台</title>
      <h1>主动公开</h1>
      {writes.length > 0 && (
        <p className="no-print">
          <NewItem agencies={writes} />
        </p>
      )}
      <nav className="actions doors" aria-label="常用筛选">
        <Link to={deskPaths.items({ draft: 'atWork', sort: 'made' })}>全部在办</Link>
        <Link to={deskPaths.items({ handler: session.id, draft: 'drafting' })}>我的草稿</Link>
        <Link to={deskPaths.items({ draft: 'submitted' })}>待审核</Link>
        <Link to={deskPaths.items({ draft: 'checked' })}>待保密审查</Link>
        <Link to={deskPaths.items({ draft: 'reviewed' })}>待批准</Link>
        <Link to={deskPaths.items({ draft: 'approved' })}>待发布</Link>
        <Link to={deskPaths.items({ draft: 'scheduled', sort: 'scheduled' })}>定时发布</Link>
        <Link to={deskPaths.items({ late: 1, sort: 'made' })}>已逾期</Link>
        <Link to={deskPaths.items({ urgent: 1 })}>应急发布待补审</Link>
        <Link to={deskPaths.withheldItems()}>不予公开台账</Link>
        <Link to={deskPaths.interpretations()}>缺少解读的文件</Link>
        <Link to={deskPaths.items({ form: 'consultation' })}>意见征集</Link>
        {holdsOne(session, 'coordinator', 'administrator') && (
          <Link to={deskPaths.importItems()}>从原网站迁入</Link>
        )}
      </nav>
      <List list={list} />
    </>
  )
}
