import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAgencies } from '../../../desk/agencies.ts'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import type { Column, Filter, ListOf } from '../../../desk/list/column.ts'
import { List, SlowSkeleton } from '../../../desk/list/list.tsx'
import { pageOf } from '../../../desk/list/whole.ts'
import { articleName } from '../../../statute/article.ts'
import { inChinese } from '../../../statute/day.ts'
import type { Duty } from '../../duties/duty.ts'
import { owedFormLabel, rhythmWords } from '../../duties/duty.ts'
import { type Owed, owedLabel } from '../../duties/owed.ts'
import type { DutiesView, OwedView } from '../../duties/view.ts'
import { DutyForm, scopeWords } from './duty-form.tsx'
import { ItemLink } from './item-link.tsx'
import { DutyDoors } from './ledger-page.tsx'
import { OccasionForm } from './occasion-form.tsx'
import { StopDuty } from './stop-duty.tsx'
import './duties.css'
import '../../../office/desk/office.css'

/** 应公开事项: what should exist but does not, with days left and who owes it; and the duties themselves. */
export function OwedPage() {
  const found = useQuery({ queryKey: ['duties'], queryFn: () => read<DutiesView>('/duties') })
  if (found.isError) return <Broken cause={found.error} />
  return (
    <>
      <title>应公开事项 - 工作台</title>
      <h1>应公开事项</h1>
      <DutyDoors />
      {found.data === undefined ? <SlowSkeleton /> : <Shown view={found.data} />}
    </>
  )
}

function Shown({ view }: { view: DutiesView }) {
  const missing = view.lines.filter(({ standing }) => standing === 'missing').length
  return (
    <>
      <p role="status" className={missing > 0 ? 'late' : 'done'}>
        {missing > 0 ? `应公开未公开 ${missing} 项。` : '没有应公开未公开的事项。'}
      </p>
      <Owes view={view} />
      <Duties view={view} />
      <OccasionForm view={view} />
    </>
  )
}

function Owes({ view }: { view: DutiesView }) {
  const { lines } = view
  const queries = useQueryClient()
  const filters: readonly Filter[] = [
    {
      ...{ key: 'standing', label: '情况', kind: 'choice' },
      options: Object.entries(owedLabel).map(([value, label]) => ({ value, label })),
    },
    {
      ...{ key: 'duty', label: '事项', kind: 'choice' },
      options: view.duties.map(({ id, title }) => ({ value: id, label: title })),
    },
    {
      ...{ key: 'agency', label: '机关', kind: 'choice' },
      options: [...new Map(lines.map(each => [each.agency, each.agencyName]))].map(([value, label]) => ({
        value,
        label,
      })),
    },
  ]
  const list: ListOf<OwedView> = {
    ...{ name: 'owed', stamp: String(queries.getQueryState(['duties'])?.dataUpdatedAt ?? 0) },
    ...{ caption: '应公开事项', unit: '项', columns, filters },
    fetch: async asked => pageOf(lines, asked, columns, matches),
    rowKey: ({ key }) => key,
    rowName: ({ duty, agencyName }) => `${agencyName} ${duty.title}`,
    sort: 'left',
    empty: <p>还没有设定应公开事项。由最上级机构的主管部门或者系统管理员在下面设定。</p>,
  }
  return <List list={list} />
}

function matches(line: OwedView, key: string, value: string): boolean {
  if (key === 'duty') return line.duty.id === value
  return key === 'agency' ? line.agency === value : line.standing === value
}

const columns: readonly Column<OwedView>[] = [
  { key: 'title', label: '事项', sort: 'title', value: ({ duty }) => duty.title },
  { key: 'agency', label: '责任机关', sort: 'agency', value: line => line.agencyName },
  { key: 'period', label: '时段或者事由', value: line => line.period },
  { key: 'due', label: '期限', sort: 'due', value: line => inChinese(line.due) },
  {
    ...{ key: 'standing', label: '情况', value: line => leftWords(line) },
    show: line => <span className={toneOf(line)}>{leftWords(line)}</span>,
  },
  {
    ...{ key: 'left', label: '剩余天数', sort: 'left', hidden: true },
    // What is done has no days left and comes last.
    value: line => line.daysLeft ?? 99_999,
    show: line => line.daysLeft ?? '—',
  },
  {
    ...{ key: 'done', label: '公开的信息' },
    value: ({ doneBy }) => (doneBy === null ? '' : inChinese(doneBy.on)),
    show: ({ doneBy, duty }) => {
      if (doneBy === null) return '—'
      const words = inChinese(doneBy.on)
      return duty.form === 'annualReport' ? words : <ItemLink id={doneBy.item}>{words}</ItemLink>
    },
  },
  { key: 'law', label: '依据', value: ({ duty }) => articleName(duty.law) },
]

function toneOf({ standing, daysLeft }: Owed): string | undefined {
  if (standing === 'missing' || standing === 'doneLate') return 'late'
  return standing === 'done' ? 'done' : daysLeft !== null && daysLeft <= 10 ? 'near' : undefined
}

function leftWords({ standing, daysLeft }: Owed): string {
  const label = owedLabel[standing]
  if (daysLeft === null) return label
  if (daysLeft < 0) return `${label}，已过 ${-daysLeft} 天`
  return daysLeft === 0 ? `${label}，今天到期` : `${label}，还剩 ${daysLeft} 天`
}

/** The duties behind the list; those who may set them change them here. */
function Duties({ view: { duties, maySet } }: { view: DutiesView }) {
  const agencies = useAgencies()
  const [editing, edit] = useState<Duty | 'new'>()
  return (
    <section className="card" aria-label="事项设定">
      <h2>事项设定</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard. */}
      <section className="frame" aria-label="事项设定的表" tabIndex={0}>
        <table className="lines cards">
          <thead>
            <tr>
              {['事项', '信息形式', '责任机关', '频次', '依据', '起算', ...(maySet ? ['操作'] : [])].map(
                label => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {duties.map(duty => (
              <tr key={duty.id}>
                <td>{`${duty.title}${duty.endedOn === null ? '' : `（${duty.endedOn} 起停用）`}`}</td>
                <td>{owedFormLabel(duty.form)}</td>
                <td>{scopeWords(duty.scope, agencies)}</td>
                <td>{rhythmWords(duty.rhythm, duty.form)}</td>
                <td>{articleName(duty.law)}</td>
                <td>{inChinese(duty.since)}</td>
                {maySet && (
                  <td>
                    <span className="actions">
                      <Button size="small" aria-label={`修改：${duty.title}`} onClick={() => edit(duty)}>
                        修改
                      </Button>
                      <StopDuty duty={duty} />
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {maySet && editing === undefined && <Button onClick={() => edit('new')}>增加事项</Button>}
      {!maySet && <p className="why">由最上级机构的主管部门或者系统管理员设定。</p>}
      {editing !== undefined && (
        <DutyForm
          key={editing === 'new' ? 'new' : editing.id}
          duty={editing === 'new' ? undefined : editing}
          close={() => edit(undefined)}
        />
      )}
    </section>
  )
}
