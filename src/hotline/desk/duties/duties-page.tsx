import { useState } from 'react'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { DutyLine } from '../../duties/duty.ts'
import { AddDuty, ChangeDuty, PasteDuties } from './forms.tsx'
import { UnitLearningCard } from './learning.tsx'
import { DutyProposals } from './proposals.tsx'
import '../../../office/desk/office.css'

const filters: readonly Filter[] = [
  { key: 'q', label: '事项、地点或者单位', kind: 'words' },
  {
    ...{ key: 'state', label: '适用', kind: 'choice' },
    options: [
      { value: 'holding', label: '正在适用' },
      { value: 'ended', label: '已经停止' },
    ],
  },
]

function columnsFor(mayChange: (hotline: string) => boolean, change: (line: DutyLine) => void) {
  const columns: readonly Column<DutyLine>[] = [
    { key: 'matter', label: '事项', value: line => line.matter },
    { key: 'place', label: '地点', value: line => (line.place === '' ? '全市' : line.place) },
    { key: 'unit', label: '承办单位', value: line => line.unitName },
    { key: 'basis', label: '依据', value: line => line.basis },
    { key: 'from', label: '开始适用', value: line => inChinese(line.from) },
    { key: 'until', label: '停止适用', value: line => (line.until === null ? '' : inChinese(line.until)) },
    {
      ...{ key: 'change', label: '变更', value: () => null },
      show: line =>
        line.until === null && mayChange(line.hotline) ? (
          <button type="button" className="plain" onClick={() => change(line)}>
            {`变更${line.matter}`}
          </button>
        ) : null,
    },
  ]
  return columns
}

/** The duties list 权责清单: which unit handles which matter where, by which basis, since when. */
export function HotlineDutiesPage() {
  const session = useSession()
  const [changed, change] = useState<DutyLine>()
  const keepers = session.grants.filter(({ role }) => role === 'dispatcher' || role === 'supervisor')
  const hotline = keepers[0]?.agency
  const list: ListOf<DutyLine> = {
    ...{ name: 'hotline-duties', caption: '权责清单', unit: '条', filters },
    columns: columnsFor(code => keepers.some(({ agency }) => agency === code), change),
    fetch: asked => read<Page<DutyLine>>(`/hotline/duties${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.matter,
    empty: <p>没有权责。派单员或者督办员可以逐条增加，或者从表格粘贴。</p>,
  }
  return (
    <>
      <title>权责清单 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>权责清单</h1>
      {hotline !== undefined && <UnitLearningCard hotline={hotline} />}
      {hotline !== undefined && <DutyProposals today={dayOf(session.today)} />}
      {changed !== undefined && (
        <ChangeDuty
          key={changed.id}
          duty={changed}
          today={dayOf(session.today)}
          done={() => change(undefined)}
        />
      )}
      <List list={list} />
      {hotline !== undefined && <AddDuty hotline={hotline} today={dayOf(session.today)} />}
      {hotline !== undefined && <PasteDuties hotline={hotline} />}
    </>
  )
}
