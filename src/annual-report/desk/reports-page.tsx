import { Link } from 'react-router'
import { useAgencies } from '../../desk/agencies.ts'
import { read } from '../../desk/client.ts'
import { queryOf } from '../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../desk/list/column.ts'
import { List } from '../../desk/list/list.tsx'
import { useSession } from '../../desk/session.ts'
import { dayOf, inChinese } from '../../statute/day.ts'
import { momentInChinese } from '../../statute/moment.ts'
import { deskPaths } from '../../web/paths.ts'
import { stateLabel } from '../steps.ts'
import type { ReportLine } from '../view.ts'
import { StartReport } from './start-report.tsx'

const columns: readonly Column<ReportLine>[] = [
  {
    ...{ key: 'agency', label: '机关', sort: 'name', value: line => line.agencyName },
    show: line => <Link to={deskPaths.report(line.agency, line.year)}>{line.agencyName}</Link>,
  },
  { key: 'year', label: '年度', sort: 'year', value: line => line.year },
  { key: 'state', label: '状态', sort: 'state', value: line => stateLabel[line.state] },
  { key: 'edition', label: '版次', sort: 'edition', value: line => line.edition },
  {
    ...{ key: 'published', label: '公布日期', sort: 'published_on', value: line => line.publishedOn },
    show: line => (line.publishedOn === null ? '尚未公布' : inChinese(dayOf(line.publishedOn))),
  },
  {
    ...{ key: 'late', label: '逾期天数', sort: 'late', value: line => line.lateDays },
    show: line => (line.lateDays > 0 ? <span className="late">{`逾期 ${line.lateDays} 天`}</span> : '未逾期'),
  },
  { key: 'received', label: '新收申请', sort: 'received', value: line => line.received },
  {
    ...{ key: 'errors', label: '错误', sort: 'errors', value: line => line.errors },
    show: line => (line.errors > 0 ? <span className="late">{`${line.errors} 处`}</span> : 0),
  },
  { key: 'warnings', label: '提示', sort: 'warnings', value: line => line.warnings },
  {
    ...{ key: 'changed', label: '最近变动', sort: 'changed_at', value: line => line.changedAt },
    show: line => momentInChinese(line.changedAt),
  },
  { key: 'form', label: '格式', hidden: true, value: line => `${line.form} 年版` },
]

const states = Object.entries(stateLabel).map(([value, label]) => ({ value, label }))

/** All annual reports that this person may see, and where an officer begins a new one. */
export function ReportsPage() {
  const session = useSession()
  const agencies = useAgencies()
  const thisYear = Number(session.today.slice(0, 4))
  const years = Array.from({ length: 12 }, (_, back) => String(thisYear - back))
  const filters: readonly Filter[] = [
    { key: 'q', label: '查找（机关、年度）', kind: 'words' },
    {
      ...{ key: 'agency', label: '机关', kind: 'choice' },
      options: agencies.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      ...{ key: 'year', label: '年度', kind: 'choice' },
      options: years.map(year => ({ value: year, label: `${year} 年` })),
    },
    { key: 'state', label: '状态', kind: 'choice', options: states },
  ]
  const list: ListOf<ReportLine> = {
    ...{ name: 'reports', caption: '年度报告', unit: '份', columns, filters, sort: '-year' },
    fetch: asked => read<Page<ReportLine>>(`/reports${queryOf(asked)}`),
    rowKey: line => `${line.agency}/${line.year}`,
    rowName: line => `${line.agencyName} ${line.year} 年`,
    open: line => deskPaths.report(line.agency, line.year),
    empty: <p>还没有年度报告。公开专员在上方选择年度，即可开始填报；也可以导入已公布的文件。</p>,
  }
  return (
    <>
      <title>年度报告 - 工作台</title>
      <h1>年度报告</h1>
      <StartReport />
      <List list={list} />
    </>
  )
}
