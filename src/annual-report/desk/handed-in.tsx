import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { send } from '../../desk/client.ts'
import type { BulkAct, Column, ListOf } from '../../desk/list/column.ts'
import { List } from '../../desk/list/list.tsx'
import { pageOf } from '../../desk/list/whole.ts'
import { dayOf, inChinese } from '../../statute/day.ts'
import { deskPaths } from '../../web/paths.ts'
import { stateLabel } from '../steps.ts'
import type { RollUpAgency, RollUpView } from '../view.ts'
import { rollUpKey } from './roll-up-key.ts'

const labels = { ...stateLabel, missing: '尚未填报' } as const
const states = Object.entries(labels).map(([value, label]) => ({ value, label }))
const remindersShown = 2

/** Who has handed in and who is late, with reminders to those who are missing. */
export function HandedIn({ view }: { view: RollUpView }) {
  const remind = useReminding(view)
  const columns = columnsOf(view)
  const list: ListOf<RollUpAgency> = {
    ...{
      name: 'handed-in',
      stamp: stampOf(view),
      caption: '报送情况',
      unit: '个机关',
    },
    ...{ columns, sort: '-late', bulk: [remind] },
    filters: [
      { key: 'q', label: '查找机关', kind: 'words' },
      { key: 'state', label: '状态', kind: 'choice', options: states },
      { key: 'in', label: '报送', kind: 'choice', options: handedInChoices },
    ],
    fetch: async asked => pageOf(view.agencies, asked, columns, matches),
    rowKey: ({ agency }) => agency,
    rowName: ({ name }) => name,
    open: ({ agency }) => deskPaths.report(agency, view.year),
    empty: <p>这个机关没有所属机关。请系统管理员在“机构”中增加。</p>,
  }
  return (
    <section className="card" aria-label="报送与催报">
      <h2>报送与催报</h2>
      {view.refusals.remind !== null && <p className="why">{view.refusals.remind}</p>}
      <List list={view.refusals.remind === null ? list : withoutBulk(list)} />
    </section>
  )
}

const handedInChoices = [
  { value: 'no', label: '尚未公布' },
  { value: 'yes', label: '已公布' },
  { value: 'late', label: '逾期' },
] as const

function matches(row: RollUpAgency, key: string, value: string): boolean {
  if (key === 'q') return row.name.includes(value)
  if (key === 'state') return row.state === value
  if (value === 'late') return row.lateDays > 0
  return (row.handedInOn !== null) === (value === 'yes')
}

function withoutBulk({ bulk: _, ...list }: ListOf<RollUpAgency>): ListOf<RollUpAgency> {
  return list
}

/** A list that changed is another list to the cache. */
function stampOf({ agency, year, agencies, reminders }: RollUpView): string {
  return `${agency} ${year} ${agencies.map(({ state, handedInOn }) => `${state}${handedInOn}`).join()} ${reminders.length}`
}

function columnsOf(view: RollUpView): Column<RollUpAgency>[] {
  const remindedOn = ({ agency }: RollUpAgency) => view.reminders.filter(each => each.agency === agency)
  return [
    {
      ...{ key: 'name', label: '机关', sort: 'name', value: row => row.name },
      show: row => <Link to={deskPaths.report(row.agency, view.year)}>{row.name}</Link>,
    },
    { key: 'state', label: '状态', sort: 'state', value: row => labels[row.state] },
    {
      ...{ key: 'in', label: '公布日期', sort: 'in', value: row => row.handedInOn },
      show: row => (row.handedInOn === null ? '尚未公布' : inChinese(dayOf(row.handedInOn))),
    },
    {
      ...{ key: 'late', label: '逾期天数', sort: 'late', value: row => row.lateDays },
      show: row => (row.lateDays > 0 ? <span className="late">{`逾期 ${row.lateDays} 天`}</span> : '未逾期'),
    },
    { key: 'errors', label: '错误', sort: 'errors', value: row => row.errors },
    {
      ...{ key: 'reminded', label: '催报记录', sort: 'reminded' },
      value: row =>
        remindedOn(row)
          .map(({ sentOn, byName }) => `${inChinese(dayOf(sentOn))} ${byName}`)
          .join('；') || null,
      show: row => <Reminded times={remindedOn(row)} />,
    },
  ]
}

function Reminded({ times }: { times: RollUpView['reminders'] }) {
  if (times.length === 0) return '未催报'
  const shown = times
    .slice(0, remindersShown)
    .map(({ sentOn, byName }) => `${inChinese(dayOf(sentOn))}（${byName}）`)
  return times.length > remindersShown ? `${shown.join('、')}等 ${times.length} 次` : shown.join('、')
}

function useReminding(view: RollUpView): BulkAct<RollUpAgency> {
  const queries = useQueryClient()
  const missing = (rows: readonly RollUpAgency[]) => rows.filter(({ handedInOn }) => handedInOn === null)
  return {
    label: '催报',
    refusal: rows => (missing(rows).length === 0 ? '所选机关都已公布，不需要催报。' : undefined),
    preview: rows => (
      <>
        <p>{`将催报 ${missing(rows).length} 个机关尽快报送并公布 ${view.year} 年度报告，期限 ${inChinese(dayOf(view.due))}。各机关的人员在“今日”中看到；同一机关一天只催一次。`}</p>
        <ul>
          {missing(rows).map(({ agency, name, state, lateDays }) => (
            <li
              key={agency}
            >{`${name}（${labels[state]}${lateDays > 0 ? `，已逾期 ${lateDays} 天` : ''}）`}</li>
          ))}
        </ul>
        {missing(rows).length < rows.length && (
          <p>{`已公布的 ${rows.length - missing(rows).length} 个机关不催报。`}</p>
        )}
      </>
    ),
    run: async rows => {
      const agencies = missing(rows).map(({ agency }) => agency)
      const path = `/roll-up/${view.agency}/${view.year}/remind`
      const { sent } = await send<{ sent: number }>('POST', path, { agencies })
      await queries.invalidateQueries({ queryKey: rollUpKey(view.agency, view.year) })
      const again = agencies.length - sent
      return again === 0 ? `已催报 ${sent} 个机关。` : `已催报 ${sent} 个机关；${again} 个今天已经催过。`
    },
  }
}
