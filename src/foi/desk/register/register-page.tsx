import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { RequestLine } from '../../view.ts'
import { useChoices } from '../choices.ts'
import { useBulkActs } from './bulk-acts.tsx'
import { registerColumns } from './columns.tsx'
import { registerFilters } from './register-filters.ts'
import '../../../office/desk/office.css'
import '../requests.css'

/** The register of requests: what runs out first comes first. */
export function RegisterPage() {
  const session = useSession()
  const agencies = useChoices()
  const bulk = useBulkActs(agencies)
  const officer = holdsOne(session, 'officer')
  const works = holdsOne(session, 'officer', 'departmentOfficer', 'coordinator', 'head')
  const list: ListOf<RequestLine> = {
    ...{ name: 'requests', caption: '信息公开申请', unit: '件', columns: registerColumns },
    filters: registerFilters(agencies, Number(session.today.slice(0, 4))),
    fetch: asked => read<Page<RequestLine>>(`/requests${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.number,
    open: line => deskPaths.request(line.id),
    act: line => deskPaths.request(line.id, '#acts'),
    ...(works ? { bulk } : {}),
    sort: 'due',
    empty: (
      <p>
        还没有信息公开申请。网上提出的申请会自动出现在这里；当面、邮寄、传真和口头提出的，由公开专员登记。
      </p>
    ),
  }
  return (
    <>
      <title>依申请公开 - 工作台</title>
      <h1>依申请公开</h1>
      <nav className="actions doors" aria-label="常用筛选">
        {officer && <Link to={deskPaths.newRequest()}>登记新的申请</Link>}
        {officer && <Link to={deskPaths.importRegister()}>导入原登记簿</Link>}
        <Link to={deskPaths.requests({ state: 'open' })}>全部在办</Link>
        <Link to={deskPaths.requests({ state: 'open', handler: session.id })}>我经办的</Link>
        <Link to={deskPaths.requests({ state: 'arrived', sort: 'arrived' })}>待确认收到</Link>
        <Link to={deskPaths.requests({ within: '3' })}>3 个工作日内到期</Link>
        <Link to={deskPaths.requests({ within: '-1' })}>已逾期</Link>
        <Link to={deskPaths.requests({ state: 'checked' })}>待负责人同意</Link>
        <Link to={deskPaths.statistics()}>统计</Link>
      </nav>
      <List list={list} />
    </>
  )
}
