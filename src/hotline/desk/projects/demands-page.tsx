import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List, SlowSkeleton } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type ProjectDemandLine, type ProjectView, projectWayLabel } from '../../projects/view.ts'
import { effectWindowLabel } from '../../projects/windows.ts'
import { demandStateLabel } from '../../standing.ts'
import { givingDemands } from '../looks/demands-file.tsx'
import '../../../office/desk/office.css'

const columns: readonly Column<ProjectDemandLine>[] = [
  {
    ...{ key: 'number', label: '编号', value: line => line.number },
    show: line => (
      <Link className="number" to={deskPaths.demand(line.id)}>
        {line.number}
      </Link>
    ),
  },
  { key: 'subject', label: '标题', value: line => line.subject },
  { key: 'place', label: '地点', value: line => line.place },
  { key: 'way', label: '归属', value: line => projectWayLabel[line.way] },
  { key: 'state', label: '状态', value: line => demandStateLabel[line.state] },
  { key: 'unit', label: '承办单位', value: line => line.unitName ?? '未派单' },
  { key: 'filed', label: '登记时间', value: line => momentInChinese(line.filedAt) },
]

/** The demands of a project, of one window of its effect where that is asked. */
export function ProjectDemandsPage() {
  const { id = '' } = useParams()
  const found = useQuery({ queryKey: ['project', id], queryFn: () => read<ProjectView>(`/projects/${id}`) })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  const { number, standing } = found.data
  const list: ListOf<ProjectDemandLine> = {
    ...{ name: `project-demands ${id}`, caption: `${number} 的诉求`, unit: '件', columns },
    filters: [
      { key: 'window', label: '时段', kind: 'choice', options: optionsOf(effectWindowLabel) },
      { key: 'way', label: '归属', kind: 'choice', options: optionsOf(projectWayLabel) },
    ],
    fetch: asked => read<Page<ProjectDemandLine>>(`/projects/${id}/demands${queryOf(asked)}`),
    giving: givingDemands('专项的诉求'),
    rowKey: line => line.id,
    rowName: line => line.number,
    open: line => deskPaths.demand(line.id),
    empty: <p>还没有诉求归入这个专项，或者您无权查看其中的诉求。</p>,
  }
  return (
    <>
      <title>{`${number} 的诉求 - 专项治理 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.project(id)}>{`${number}　${standing.title}`}</Link>
      </p>
      <h1>{`${number} 的诉求`}</h1>
      <List list={list} />
    </>
  )
}
