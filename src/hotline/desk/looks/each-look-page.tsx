import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { causelessWords, type LookLine, lookBondLabel, lookKindLabel } from '../../looks/look.ts'
import '../../../office/desk/office.css'

const columns: readonly Column<LookLine>[] = [
  { key: 'at', label: '时间', value: line => momentInChinese(line.at) },
  { key: 'person', label: '人员', value: line => line.personName },
  { key: 'kind', label: '事项', value: line => lookKindLabel[line.kind] },
  {
    ...{ key: 'number', label: '诉求', value: line => line.number ?? '没有登记诉求的来电' },
    show: line =>
      line.demand === null ? (
        '没有登记诉求的来电'
      ) : (
        <Link className="number" to={deskPaths.demand(line.demand)}>
          {line.number}
        </Link>
      ),
  },
  { key: 'confidential', label: '保密', value: line => (line.confidential ? '是' : '否') },
  {
    ...{ key: 'bond', label: '经办关系', value: line => bondWords(line) },
    show: line => (
      <span className={line.bond === null && !line.actedAfter ? 'late' : undefined}>{bondWords(line)}</span>
    ),
  },
  { key: 'reason', label: '写明的理由', value: line => line.reason },
]

function bondWords({ bond, actedAfter }: LookLine): string {
  if (bond !== null) return lookBondLabel[bond]
  return actedAfter ? '查看以后 24 小时内办理' : '没有经办关系'
}

const yesOrNo = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
]
const filters: readonly Filter[] = [
  { key: 'person', label: '人员（编号）', kind: 'words' },
  { key: 'kind', label: '事项', kind: 'choice', options: optionsOf(lookKindLabel) },
  { key: 'confidential', label: '保密诉求', kind: 'choice', options: yesOrNo },
  { key: 'causeless', label: '没有经办关系', kind: 'choice', options: yesOrNo },
  { key: 'from', label: '查看日期自', kind: 'day' },
  { key: 'to', label: '至', kind: 'day' },
]

/** The looks one by one, each leading to its demand. */
export function EachLookPage() {
  const list: ListOf<LookLine> = {
    ...{ name: 'looks each', caption: '逐次查看记录', unit: '次', columns, filters },
    fetch: asked => read<Page<LookLine>>(`/hotline/looks/each${queryOf(asked)}`),
    rowKey: line => String(line.id),
    rowName: line => `${line.personName} ${momentInChinese(line.at)}`,
    open: line => (line.demand === null ? deskPaths.looks() : deskPaths.demand(line.demand)),
    empty: <p>最近 30 日没有人查看来电人。</p>,
  }
  return (
    <>
      <title>逐次查看记录 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.looks()}>查看来电人记录</Link>
      </p>
      <h1>逐次查看记录</h1>
      <p>{causelessWords}</p>
      <List list={list} />
    </>
  )
}
