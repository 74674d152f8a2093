import { Link } from 'react-router'
import { useAgencies } from '../../desk/agencies.ts'
import { read } from '../../desk/client.ts'
import { queryOf, useAsked } from '../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../desk/list/column.ts'
import { useKept } from '../../desk/list/kept.ts'
import { List } from '../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../desk/session.ts'
import { momentInChinese } from '../../statute/moment.ts'
import { deskPaths } from '../../web/paths.ts'
import { callbackListLabel } from '../callback/choosing.ts'
import { demandChannelLabel, demandTypeLabel, urgencyLabel } from '../demand.ts'
import { demandStateLabel } from '../standing.ts'
import { dueText } from '../tracking/clock-words.ts'
import type { DemandLine } from '../view.ts'
import { limitWarningLabel } from '../warnings.ts'
import { useCategories } from './categories/use-categories.ts'
import { useDispatchTogether } from './dispatching/together.tsx'
import { useWalkedQueue } from './dispatching/walk.ts'
import { DemandsFile, givingDemands } from './looks/demands-file.tsx'
import '../../office/desk/office.css'

const columns: readonly Column<DemandLine>[] = [
  {
    ...{ key: 'number', label: '编号', value: line => line.number },
    show: line => (
      <Link className="number" to={deskPaths.demand(line.id)}>
        {line.number}
      </Link>
    ),
  },
  { key: 'subject', label: '标题', value: line => line.subject },
  { key: 'type', label: '类型', value: line => demandTypeLabel[line.type] },
  {
    ...{ key: 'urgency', label: '紧急程度', value: line => urgencyLabel[line.urgency] },
    show: line =>
      line.urgency === 'ordinary' ? (
        urgencyLabel.ordinary
      ) : (
        <strong className="late">{urgencyLabel[line.urgency]}</strong>
      ),
  },
  { key: 'state', label: '状态', value: line => demandStateLabel[line.state] },
  { key: 'unit', label: '承办单位', value: line => line.unitName ?? '未派单' },
  {
    ...{ key: 'due', label: '办理期限', sort: 'due', value: line => dueText(line) },
    show: line => <span className={line.late ? 'late' : undefined}>{dueText(line)}</span>,
  },
  {
    ...{ key: 'warned', label: '提醒', value: line => warnedText(line) },
    show: line => <span className={line.warning === 'half' ? undefined : 'late'}>{warnedText(line)}</span>,
  },
  {
    ...{ key: 'filed', label: '登记时间', sort: 'filed', value: line => momentInChinese(line.filedAt) },
  },
  { key: 'place', label: '地点', value: line => line.place },
  { key: 'callBacks', label: '已回访次数', hidden: true, value: line => String(line.callBacks) },
  { key: 'channel', label: '来源', hidden: true, value: line => demandChannelLabel[line.channel] },
]

const warnedText = ({ warning }: DemandLine) => (warning === null ? '' : limitWarningLabel[warning])

type Choices = readonly { readonly value: string; readonly label: string }[]

function filtersOf(units: Choices, categories: Choices): readonly Filter[] {
  const state = [{ value: 'open', label: '全部在办' }, ...optionsOf(demandStateLabel)]
  return [
    { key: 'q', label: '查找（编号、诉求中的字）', kind: 'words' },
    { key: 'state', label: '状态', kind: 'choice', options: state },
    { key: 'warned', label: '期限提醒', kind: 'choice', options: optionsOf(limitWarningLabel) },
    { key: 'beside', label: '会办', kind: 'choice', options: [{ value: 'true', label: '由本单位会办' }] },
    { key: 'callback', label: '回访方式', kind: 'choice', options: optionsOf(callbackListLabel) },
    { key: 'type', label: '类型', kind: 'choice', options: optionsOf(demandTypeLabel) },
    { key: 'urgency', label: '紧急程度', kind: 'choice', options: optionsOf(urgencyLabel) },
    { key: 'unit', label: '承办单位', kind: 'choice', options: units },
    { key: 'category', label: '分类', kind: 'choice', options: categories },
  ]
}

/** The queue of demands: what runs out first comes first. */
export function DemandsPage() {
  const session = useSession()
  const units = useAgencies().map(({ code, shortName }) => ({ value: code, label: shortName }))
  const categories = useCategories()
    ?.categories.filter(each => !each.includes('/'))
    .map(each => ({ value: each, label: each }))
  const together = useDispatchTogether()
  const list: ListOf<DemandLine> = {
    ...{
      name: 'demands',
      caption: '12345热线诉求',
      unit: '件',
      columns,
      filters: filtersOf(units, categories ?? []),
    },
    fetch: asked => read<Page<DemandLine>>(`/demands${queryOf(asked)}`),
    giving: givingDemands('12345热线诉求'),
    rowKey: line => line.id,
    rowName: line => line.number,
    open: line => deskPaths.demand(line.id),
    act: line => deskPaths.demand(line.id, '#acts'),
    sort: 'due',
    ...(holdsOne(session, 'dispatcher') && { bulk: [together] }),
    empty: <p>还没有诉求。来电由话务员登记，派给本单位的也会出现在这里。</p>,
  }
  const [kept] = useKept(list.name)
  const [asked] = useAsked(list.filters, { sort: 'due', size: kept.size })
  useWalkedQueue(asked)
  return (
    <>
      <title>12345热线 - 工作台</title>
      <h1>12345热线</h1>
      <nav className="actions doors" aria-label="常用筛选">
        {holdsOne(session, 'hotlineAgent') && <Link to={deskPaths.newDemand()}>登记诉求</Link>}
        <Link to={deskPaths.calls()}>来电记录</Link>
        <Link to={deskPaths.demands({ state: 'open' })}>全部在办</Link>
        <Link to={deskPaths.demands({ state: 'registered', sort: 'filed' })}>待派单</Link>
        <Link to={deskPaths.demands({ state: 'dispatched' })}>待签收</Link>
        {holdsOne(session, 'handlingUnit') && (
          <>
            <Link to={deskPaths.demands({ beside: 'true', state: 'open' })}>本单位会办</Link>
            <Link to={deskPaths.answerTemplates()}>答复模板</Link>
            <Link to={deskPaths.visits()}>现场核查</Link>
          </>
        )}
        <Link to={deskPaths.demands({ warned: 'near' })}>期限将到</Link>
        <Link to={deskPaths.demands({ state: 'fedBack', sort: 'filed' })}>待回访</Link>
        {holdsOne(session, 'callbackAgent', 'supervisor') && (
          <>
            <Link to={deskPaths.demands({ callback: 'phone', sort: 'filed' })}>电话回访名单</Link>
            <Link to={deskPaths.callbackMessages()}>短信回访</Link>
          </>
        )}
        <Link to={deskPaths.demands({ state: 'returned' })}>退单待定</Link>
        <Link to={deskPaths.demands({ state: 'disputed' })}>待裁定</Link>
        <Link to={deskPaths.topics()}>热点事项</Link>
        <Link to={deskPaths.categories()}>诉求分类</Link>
        <Link to={deskPaths.repeats()}>重复诉求</Link>
        <Link to={deskPaths.demands({ warned: 'over' })}>已逾期</Link>
        <Link to={deskPaths.instructions({ state: 'waiting' })}>领导批示</Link>
        <Link to={deskPaths.figures({ by: 'unit' })}>统计</Link>
        <Link to={deskPaths.wallboard()}>大屏</Link>
        <Link to={deskPaths.entries()}>知识库</Link>
        <Link to={deskPaths.publishedAnswers()}>公开答复</Link>
        <Link to={deskPaths.safety()}>险情和值班</Link>
        {holdsOne(session, 'supervisor', 'auditor') && <Link to={deskPaths.looks()}>查看来电人记录</Link>}
        {holdsOne(session, 'supervisor', 'auditor') && <Link to={deskPaths.samples()}>答复质量抽查</Link>}
        <Link to={deskPaths.hotlineSettings()}>热线设置</Link>
      </nav>
      <List list={list} />
      <p>
        <DemandsFile href={`/api/v1/demands.csv${queryOf(asked)}`} name="12345热线诉求.csv">
          导出符合条件的全部诉求（CSV）
        </DemandsFile>
      </p>
    </>
  )
}
