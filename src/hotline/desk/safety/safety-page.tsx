import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { AlarmLine } from '../../safety/alarm.ts'
import { givingDemands } from '../looks/demands-file.tsx'
import { DangerWords } from './danger-words.tsx'
import { Duty } from './duty.tsx'
import '../../../office/desk/office.css'

const moment = (at: string | null) => (at === null ? '' : momentInChinese(at))
const columns: readonly Column<AlarmLine>[] = [
  {
    ...{ key: 'number', label: '编号', value: line => line.number },
    show: line => <Link to={deskPaths.demand(line.demand)}>{line.number}</Link>,
  },
  { key: 'subject', label: '标题', value: line => line.subject },
  { key: 'kinds', label: '险情', value: line => line.kinds.join('、') },
  { key: 'words', label: '写有', value: line => line.words.join('、') },
  { key: 'raisedAt', label: '提醒时间', value: line => moment(line.raisedAt) },
  { key: 'noticedAt', label: '确认时间', value: line => moment(line.noticedAt) },
  { key: 'noticedByName', label: '确认人', value: line => line.noticedByName ?? '' },
  { key: 'escalatedAt', label: '升级时间', value: line => moment(line.escalatedAt) },
]
const filters: readonly Filter[] = [
  {
    ...{ key: 'waiting', label: '确认', kind: 'choice' },
    options: optionsOf({ true: '等待确认' }),
  },
]

/** The register of alarms, who is on duty, and the words of danger. */
export function SafetyPage() {
  const list: ListOf<AlarmLine> = {
    ...{ name: 'hotline alarms', caption: '险情提醒', unit: '件', columns, filters },
    fetch: asked => read<Page<AlarmLine>>(`/hotline/alarms${queryOf(asked)}`),
    giving: givingDemands('险情提醒'),
    rowKey: line => line.demand,
    rowName: line => line.number,
    open: line => deskPaths.demand(line.demand),
    empty: <p>没有险情提醒。登记的诉求写有险情词时，立即提醒值班人员，并记在这里。</p>,
  }
  return (
    <>
      <title>险情和值班 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>险情和值班</h1>
      <List list={list} />
      <Duty />
      <DangerWords />
    </>
  )
}
