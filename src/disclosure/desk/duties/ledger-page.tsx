import { Drawer } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { LedgerLineView } from '../../duties/view.ts'
import { formOf, isItemForm, theForm } from '../../forms.ts'
import { timelinessLabel } from '../../timeliness.ts'
import { StandingText, standingWords } from './due-text.tsx'
import { ItemLink } from './item-link.tsx'
import { ItemProof } from './item-proof.tsx'
import { LedgerSums } from './ledger-sums.tsx'
import '../../../office/desk/office.css'
import './duties.css'

/** The doors between the pages of what is owed. */
export function DutyDoors() {
  return (
    <nav className="actions doors" aria-label="公开工作">
      <Link to={deskPaths.duties()}>公开时限台账</Link>
      <Link to={deskPaths.duties({ standing: 'late', sort: 'due' })}>逾期未公开</Link>
      <Link to={deskPaths.owed()}>应公开事项</Link>
      <Link to={deskPaths.selfCheck()}>网站自查</Link>
      <Link to={deskPaths.channels()}>其他渠道</Link>
    </nav>
  )
}

/** 公开时限台账: what is due, late, disclosed in time or late, each with its proof. */
export function LedgerPage() {
  const agencies = useAgencies()
  const [proving, prove] = useState<LedgerLineView>()
  const list: ListOf<LedgerLineView> = {
    ...{ name: 'timeliness', caption: '公开时限台账', unit: '件', columns: columnsWith(prove) },
    filters: filtersWith(agencies.map(({ code, name }) => ({ value: code, label: name }))),
    fetch: asked => read<Page<LedgerLineView>>(`/timeliness${queryOf(asked)}`),
    rowKey: ({ key }) => key,
    rowName: ({ title }) => title,
    open: ({ item }) => deskPaths.item(item),
    sort: '-made',
    empty: <p>还没有信息。每件信息从起草时填写成文日期起，按二十个工作日计算公开期限，出现在这里。</p>,
  }
  return (
    <>
      <title>公开时限 - 工作台</title>
      <h1>公开时限台账</h1>
      <p>政府信息自形成或者变更之日起 20 个工作日内公开（《条例》第二十六条），成文当日不计。</p>
      <DutyDoors />
      <LedgerSums />
      <List list={list} />
      <Drawer open={proving !== undefined} title="公开期限" size={640} onClose={() => prove(undefined)}>
        {proving !== undefined && <ItemProof line={proving} />}
      </Drawer>
    </>
  )
}

function columnsWith(prove: (line: LedgerLineView) => void): readonly Column<LedgerLineView>[] {
  return [
    {
      ...{ key: 'title', label: '标题', sort: 'title', value: line => line.title },
      show: line => <ItemLink id={line.item}>{titleOf(line)}</ItemLink>,
    },
    { key: 'agency', label: '机关', sort: 'agency', value: line => line.agencyName },
    { key: 'form', label: '信息形式', value: line => formName(line.form) },
    { key: 'made', label: '成文日期', sort: 'made', value: line => dayOrDash(line.madeOn) },
    {
      ...{ key: 'due', label: '公开期限', sort: 'due', value: line => dayOrDash(line.due) },
      show: line =>
        line.due === null ? (
          '—'
        ) : (
          <>
            {dayOrDash(line.due)}{' '}
            <button
              type="button"
              className="plain"
              aria-label={`为什么：${line.title}`}
              onClick={() => prove(line)}
            >
              为什么
            </button>
          </>
        ),
    },
    { key: 'disclosed', label: '公开日期', sort: 'disclosed', value: line => dayOrDash(line.disclosedOn) },
    {
      ...{ key: 'standing', label: '情况' },
      value: ({ standing, workdaysLeft }) => standingWords(standing, workdaysLeft),
      show: line => <StandingText line={line} />,
    },
    { key: 'handler', label: '经办人', value: line => line.handlerName ?? '' },
    { key: 'number', label: '索引号', hidden: true, value: line => line.indexNumber },
  ]
}

function titleOf({ title, revision }: LedgerLineView): string {
  return `${title === '' ? '（无标题）' : title}${revision ? '（修改稿）' : ''}`
}

function formName(form: string): string {
  return isItemForm(form) ? theForm(form).label : form
}

function filtersWith(agencies: readonly { value: string; label: string }[]): readonly Filter[] {
  return [
    { key: 'q', label: '查找（标题、索引号）', kind: 'words' },
    {
      ...{ key: 'standing', label: '情况', kind: 'choice' },
      options: Object.entries(timelinessLabel).map(([value, label]) => ({ value, label })),
    },
    {
      ...{ key: 'form', label: '信息形式', kind: 'choice' },
      options: Object.entries(formOf).map(([value, { label }]) => ({ value, label })),
    },
    { key: 'agency', label: '机关', kind: 'choice', options: agencies },
    { key: 'from', label: '成文自', kind: 'day' },
    { key: 'until', label: '成文至', kind: 'day' },
  ]
}
