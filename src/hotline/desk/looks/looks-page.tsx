import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf, useAsked } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import {
  causelessWords,
  idleNumberWords,
  type LookNotice,
  type LookRule,
  type LookSum,
} from '../../looks/look.ts'
import { noticeWords } from './notices.tsx'
import '../../../office/desk/office.css'

type Line = LookSum & { readonly unusual: readonly LookRule[] }
type Span = Readonly<Record<string, string>>

const ruleLabel = {
  causeless: '没有经办关系的查看多',
  hour: '一小时内查看多',
  numbers: '没有登记的号码多',
} as const satisfies Record<LookRule, string>

/** A number that opens to the looks behind it. */
function opened(
  column: { readonly key: keyof LookSum & string; readonly label: string },
  query: Span,
  span: Span,
): Column<Line> {
  const value = (line: Line) => Number(line[column.key])
  return {
    ...{ ...column, value },
    show: line => (
      <Link
        to={deskPaths.looksOne({ ...span, ...query, person: line.person })}
        aria-label={`${line.personName}${column.label} ${value(line)} 次`}
      >
        {value(line)}
      </Link>
    ),
  }
}

const columnsIn = (span: Span): readonly Column<Line>[] => [
  {
    ...{ key: 'person', label: '人员', value: line => line.personName },
    show: line => <Link to={deskPaths.looksOne({ ...span, person: line.person })}>{line.personName}</Link>,
  },
  opened({ key: 'looks', label: '查看' }, {}, span),
  opened({ key: 'causeless', label: '没有经办关系' }, { causeless: 'true' }, span),
  opened({ key: 'confidential', label: '保密诉求' }, { confidential: 'true' }, span),
  opened(
    { key: 'confidentialCauseless', label: '保密诉求，没有经办关系' },
    { confidential: 'true', causeless: 'true' },
    span,
  ),
  { key: 'causelessOnDay', label: '一天最多（没有经办关系）', value: line => line.causelessOnDay },
  { key: 'inHour', label: '一小时最多', value: line => line.inHour },
  { key: 'numbers', label: '查过的号码', value: line => line.numbers },
  { key: 'idleNumbers', label: '没有登记的号码', value: line => line.idleNumbers },
  {
    ...{ key: 'unusual', label: '提示', value: line => unusualWords(line) },
    show: line => <span className="late">{unusualWords(line)}</span>,
  },
]

const unusualWords = ({ unusual }: Line) => unusual.map(rule => ruleLabel[rule]).join('；')
const filters: readonly Filter[] = [
  { key: 'q', label: '人员姓名', kind: 'words' },
  { key: 'from', label: '查看日期自', kind: 'day' },
  { key: 'to', label: '至', kind: 'day' },
  { ...{ key: 'unusual', label: '提示', kind: 'choice' }, options: [{ value: 'true', label: '达到界限的' }] },
]

/** The record 查看来电人记录: who opens callers, how often, and how often without cause. */
export function LooksPage() {
  const [{ filters: told }] = useAsked(filters, { sort: undefined, size: 20 })
  const { from = '', to = '' } = told
  const list: ListOf<Line> = {
    ...{ name: 'looks', caption: '查看来电人记录', unit: '人', filters },
    columns: columnsIn({ from, to }),
    fetch: asked => read<Page<Line>>(`/hotline/looks${queryOf(asked)}`),
    rowKey: line => `${line.agency} ${line.person}`,
    rowName: line => line.personName,
    open: line => deskPaths.looksOne({ from, to, person: line.person }),
    empty: <p>最近 30 日没有人查看来电人。查看一次记一次，写明的理由一并保存。</p>,
  }
  return (
    <>
      <title>查看来电人记录 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>查看来电人记录</h1>
      <p>
        谁查看了来电人、保密诉求的照片和文件、录音。没有选择日期的，为最近 30
        日。查看的界限在“热线设置”中；达到界限的，提醒督办员。记录不能修改、不能删除。
      </p>
      <p>{causelessWords}</p>
      <p>{idleNumberWords}</p>
      <List list={list} />
      <Notices />
    </>
  )
}

function Notices() {
  const found = useQuery({
    queryKey: ['look notices', 'all'],
    queryFn: () => read<{ lines: readonly LookNotice[] }>('/hotline/looks/notices'),
  })
  const lines = found.data?.lines ?? []
  return (
    <section className="card" aria-label="提醒和处理">
      <h2>提醒和处理（最近 50 条）</h2>
      {found.isSuccess && lines.length === 0 && <p>没有提醒。</p>}
      {lines.map(line => (
        <p key={line.id}>
          <Link to={deskPaths.looksOne({ person: line.person, from: line.on, to: line.on })}>
            {noticeWords(line)}
          </Link>
          {line.noticedAt === null
            ? '。等待督办员处理。'
            : `。${line.noticedByName ?? ''} ${momentInChinese(line.noticedAt)} 处理：${line.words ?? ''}`}
        </p>
      ))}
    </section>
  )
}
