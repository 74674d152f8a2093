import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { type RepeatLine, repeatLabel } from '../../repeats/repeats.ts'
import { demandStateLabel } from '../../standing.ts'
import { givingDemands } from '../looks/demands-file.tsx'
import '../../../office/desk/office.css'

const subjectOf = (subject: string) => subject || '要求保密，不显示内容'
const columns: readonly Column<RepeatLine>[] = [
  {
    ...{ key: 'key', label: '来电人或者诉求', value: line => nameOf(line) },
    show: line => <Link to={openOf(line)}>{nameOf(line)}</Link>,
  },
  { key: 'times', label: '次数', value: line => line.times },
  {
    ...{ key: 'demands', label: '诉求（最近 20 件）' },
    value: line => line.demands.map(({ number, subject }) => `${number} ${subjectOf(subject)}`).join('；'),
    show: line => (
      <ul>
        {line.demands.map(({ id, number, subject, state }) => (
          <li key={id}>
            <Link className="number" to={deskPaths.demand(id)}>
              {number}
            </Link>
            {`　${subjectOf(subject)}（${demandStateLabel[state]}）`}
          </li>
        ))}
      </ul>
    ),
  },
]
const filters: readonly Filter[] = [
  { key: 'kind', label: '类别', kind: 'choice', options: optionsOf(repeatLabel) },
  { key: 'from', label: '登记日期自', kind: 'day' },
  { key: 'to', label: '至', kind: 'day' },
]

function nameOf({ key, demands }: RepeatLine): string {
  return key.startsWith('来电人') ? key : (demands[0]?.number ?? '')
}

function openOf({ demands }: RepeatLine): string {
  return deskPaths.demand(demands[0]?.id ?? '')
}

/** Callers who call again, demands that units send back, demands that were opened again: each leads to its demands. */
export function RepeatsPage() {
  const list: ListOf<RepeatLine> = {
    ...{ name: 'repeats', caption: '重复诉求', unit: '条', columns, filters },
    fetch: asked => read<Page<RepeatLine>>(`/hotline/repeats${queryOf(asked)}`),
    giving: givingDemands('重复诉求'),
    rowKey: line => `${line.key} ${line.demands[0]?.id}`,
    rowName: nameOf,
    open: openOf,
    empty: (
      <p>这段时间没有。没有选择的，为最近 30 日来电三次以上的；退单两次以上、重办过的在“类别”中选择。</p>
    ),
  }
  return (
    <>
      <title>重复诉求 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>重复诉求</h1>
      <p>
        同一电话来电三次以上、退单两次以上、办结后重办的诉求；没有选择的，为最近 30
        日的重复来电。来电人不显示姓名和电话。多人反映的同一事项见
        <Link to={deskPaths.topics()}>热点事项</Link>。
      </p>
      <List list={list} />
    </>
  )
}
