import { Link } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { projectEnds, projectStateLabel } from '../../projects/standing.ts'
import type { ProjectLine } from '../../projects/view.ts'
import '../../../office/desk/office.css'

const columnsOn = (today: string): readonly Column<ProjectLine>[] => {
  const limitOf = (line: ProjectLine) => `${dayOrDash(line.limit)}${isLate(line, today) ? '，已超期' : ''}`
  return [
    {
      ...{ key: 'number', label: '编号', value: line => line.number },
      show: line => (
        <Link className="number" to={deskPaths.project(line.id)}>
          {line.number}
        </Link>
      ),
    },
    { key: 'title', label: '名称', value: line => line.title },
    { key: 'state', label: '状态', value: line => projectStateLabel[line.state] },
    { key: 'lead', label: '牵头单位', value: line => line.leadName },
    { key: 'demands', label: '诉求（件）', value: line => line.demands },
    {
      ...{ key: 'limit', label: '期限', sort: 'limit', value: limitOf },
      show: line => <span className={isLate(line, today) ? 'late' : undefined}>{limitOf(line)}</span>,
    },
    { key: 'opened', label: '立项时间', sort: 'opened', value: line => momentInChinese(line.openedAt) },
    {
      ...{ key: 'shown', label: '是否公布', hidden: true },
      value: line => (line.shownAt === null ? '没有公布' : momentInChinese(line.shownAt)),
    },
  ]
}

const isLate = ({ state, limit }: ProjectLine, today: string) => !projectEnds.includes(state) && today > limit

function filtersOf(units: readonly { readonly value: string; readonly label: string }[]): readonly Filter[] {
  const state = [{ value: 'open', label: '全部在办' }, ...optionsOf(projectStateLabel)]
  return [
    { key: 'q', label: '查找（编号、名称）', kind: 'words' },
    { key: 'state', label: '状态', kind: 'choice', options: state },
    { key: 'unit', label: '牵头单位', kind: 'choice', options: units },
  ]
}

/** Hot matters that a unit leads as projects of governance 专项治理. */
export function ProjectsPage() {
  const session = useSession()
  const units = useAgencies().map(({ code, shortName }) => ({ value: code, label: shortName }))
  const list: ListOf<ProjectLine> = {
    ...{ name: 'projects', caption: '专项治理', unit: '个', columns: columnsOn(session.today) },
    filters: filtersOf(units),
    fetch: asked => read<Page<ProjectLine>>(`/projects${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.number,
    open: line => deskPaths.project(line.id),
    act: line => deskPaths.project(line.id, '#acts'),
    sort: '-opened',
    empty: <p>还没有专项。同一地点、同一问题有许多人反映的，由督办员立项，交牵头单位治理。</p>,
  }
  return (
    <>
      <title>专项治理 - 工作台</title>
      <h1>专项治理</h1>
      <nav className="actions doors" aria-label="常用筛选">
        {holdsOne(session, 'supervisor') && <Link to={deskPaths.newProject()}>立项</Link>}
        <Link to={deskPaths.projects({ state: 'open' })}>全部在办</Link>
        <Link to={deskPaths.projects({ state: 'opened' })}>待报方案</Link>
        <Link to={deskPaths.projects({ state: 'planned' })}>方案待审</Link>
        <Link to={deskPaths.projects({ state: 'underway', sort: 'limit' })}>治理中</Link>
        <Link to={deskPaths.projects({ state: 'reported' })}>待验收</Link>
      </nav>
      <List list={list} />
    </>
  )
}
