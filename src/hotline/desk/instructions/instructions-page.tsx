import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { demandStateLabel } from '../../standing.ts'
import type { InstructionLine } from '../../view.ts'
import { givingDemands } from '../looks/demands-file.tsx'
import '../../../office/desk/office.css'

const columns: readonly Column<InstructionLine>[] = [
  {
    ...{ key: 'demandNumber', label: '诉求编号', value: line => line.demandNumber },
    show: line => (
      <Link className="number" to={deskPaths.demand(line.demand)}>
        {line.demandNumber}
      </Link>
    ),
  },
  { key: 'leader', label: '批示领导', value: line => line.leader },
  { key: 'words', label: '批示内容', value: line => line.words },
  { key: 'at', label: '登记时间', value: line => momentInChinese(line.at) },
  {
    key: 'dueOn',
    label: '反馈期限',
    value: line => (line.dueOn === null ? '没有限定' : inChinese(line.dueOn)),
  },
  { key: 'subject', label: '诉求标题', value: line => line.subject },
  { key: 'unit', label: '承办单位', value: line => line.unitName ?? '未派单' },
  { key: 'state', label: '诉求状态', value: line => demandStateLabel[line.state] },
  { key: 'answer', label: '反馈', value: line => line.answer ?? '待反馈' },
  {
    key: 'answeredAt',
    label: '反馈时间',
    hidden: true,
    value: line => (line.answeredAt === null ? '' : momentInChinese(line.answeredAt)),
  },
]
const filters: readonly Filter[] = [
  {
    ...{ key: 'state', label: '反馈', kind: 'choice' },
    options: [
      { value: 'waiting', label: '待反馈' },
      { value: 'answered', label: '已反馈' },
    ],
  },
]

/** The register of instructions of leaders on demands 批示登记, and what they were told. */
export function InstructionsPage() {
  const list: ListOf<InstructionLine> = {
    ...{ name: 'instructions', caption: '领导批示', unit: '件', columns, filters },
    fetch: asked => read<Page<InstructionLine>>(`/hotline/instructions${queryOf(asked)}`),
    giving: givingDemands('领导批示'),
    rowKey: line => `${line.demand} ${line.number}`,
    rowName: line => line.demandNumber,
    open: line => deskPaths.demand(line.demand),
    act: line => deskPaths.demand(line.demand, '#acts'),
    sort: '-at',
    empty: <p>还没有领导批示。批示由督办员在诉求页面“登记批示”，承办单位或者督办员反馈。</p>,
  }
  return (
    <>
      <title>领导批示 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>领导批示</h1>
      <List list={list} />
    </>
  )
}
