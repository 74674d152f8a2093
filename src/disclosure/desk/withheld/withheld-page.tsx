import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { useSession } from '../../../desk/session.ts'
import { resultLabel } from '../../../statute/taxonomy.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { WithheldLine } from '../../view.ts'
import { useItemChoices } from '../choices.ts'
import { nameOf } from '../items/columns.tsx'
import { agencyFilter } from '../items/item-filters.ts'
import '../../../office/desk/office.css'
import '../items.css'

function columnsOn(today: string): readonly Column<WithheldLine>[] {
  const reviewWords = ({ reviewOn }: WithheldLine) =>
    `${dayOrDash(reviewOn)}${reviewOn !== null && reviewOn <= today ? '，应当审查' : ''}`
  return [
    {
      ...{ key: 'title', label: '标题', sort: 'title', value: line => nameOf(line) },
      show: line => <Link to={deskPaths.item(line.id)}>{nameOf(line)}</Link>,
    },
    { key: 'ground', label: '不予公开的情形', value: line => resultLabel[`withheld.${line.ground}`] },
    { key: 'reason', label: '理由', value: line => line.reason },
    { key: 'by', label: '决定人', value: line => line.decidedBy },
    {
      ...{ key: 'withheld', label: '决定日期', value: line => line.withheldOn },
      show: line => dayOrDash(line.withheldOn),
    },
    {
      ...{ key: 'review', label: '下次审查', sort: 'review', value: reviewWords },
      show: line => (
        <span className={line.reviewOn !== null && line.reviewOn <= today ? 'late' : undefined}>
          {reviewWords(line)}
        </span>
      ),
    },
    { key: 'index', label: '索引号', hidden: true, sort: 'index', value: line => line.indexNumber },
    { key: 'agency', label: '机关', hidden: true, value: line => line.agencyName },
  ]
}

/** The ledger of what is not disclosed 不予公开台账: the ground of each, and when it is looked at again, Art. 18. */
export function WithheldPage() {
  const { today } = useSession()
  const agencies = useItemChoices()
  const list: ListOf<WithheldLine> = {
    ...{ name: 'withheld items', caption: '不予公开台账', unit: '件', columns: columnsOn(today) },
    filters: [
      { key: 'q', label: '查找（标题、索引号、发文字号）', kind: 'words' },
      ...(agencies.length > 1 ? [agencyFilter(agencies)] : []),
    ],
    fetch: asked => read<Page<WithheldLine>>(`/items/withheld${queryOf(asked)}`),
    ...{ rowKey: line => line.id, rowName: nameOf, step: 200 },
    open: line => deskPaths.item(line.id),
    act: line => deskPaths.item(line.id, '#acts'),
    sort: 'review',
    empty: <p>没有决定不予公开的信息。分管领导在信息页上“决定不予公开”后，列在这里，到期再作审查。</p>,
  }
  return (
    <>
      <title>不予公开台账 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.items()}>主动公开</Link>
      </p>
      <h1>不予公开台账</h1>
      <p>《条例》第十八条：对不予公开的政府信息定期评估审查，情势变化可以公开的，应当公开。</p>
      <List list={list} />
    </>
  )
}
