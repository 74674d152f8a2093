import { Link, useSearchParams } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read } from '../../../desk/client.ts'
import type { Column, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { dayOf, inChinese, isDay } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { apiPaths, deskPaths } from '../../../web/paths.ts'
import { type DemandChannel, type DemandType, demandChannelLabel, demandTypeLabel } from '../../demand.ts'
import { definitionInWords } from '../../figures/count.ts'
import { type Counted, definitionsOf } from '../../figures/definitions.ts'
import { figureGroupLabel, keyInWords } from '../../figures/grouping.ts'
import { usualVersion } from '../../figures/version.ts'
import { type DemandState, demandStateLabel } from '../../standing.ts'
import { DemandsFile, givingDemands } from '../looks/demands-file.tsx'
import '../../../office/desk/office.css'

interface Line {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly type: DemandType
  readonly channel: DemandChannel
  readonly state: DemandState
  readonly unitName: string | null
  readonly place: string
  readonly area: string
  readonly category: string
  readonly filedAt: string
  readonly dispatchedAt: string | null
  readonly fedBackAt: string | null
  readonly closedAt: string | null
}

const time = (moment: string | null) => (moment === null ? '' : momentInChinese(moment))
const columns: readonly Column<Line>[] = [
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
  { key: 'channel', label: '来源', value: line => demandChannelLabel[line.channel] },
  { key: 'state', label: '现在的状态', value: line => demandStateLabel[line.state] },
  { key: 'unit', label: '现在的承办单位', value: line => line.unitName ?? '未派单' },
  { key: 'place', label: '地点', value: line => line.place },
  { key: 'area', label: '县区、乡镇', value: line => line.area.replace('/', ''), hidden: true },
  { key: 'category', label: '诉求分类', value: line => line.category },
  { key: 'filed', label: '登记时间', value: line => time(line.filedAt) },
  { key: 'dispatched', label: '派单时间', value: line => time(line.dispatchedAt) },
  { key: 'fedBack', label: '反馈时间', value: line => time(line.fedBackAt) },
  { key: 'closed', label: '办结时间', value: line => time(line.closedAt) },
]
const dayInWords = (text: string) => (isDay(text) ? inChinese(text) : text)
const definitions = definitionsOf({ ...usualVersion, from: dayOf('2000-01-01') })

/** Why there may be fewer demands than the number says. */
const notedByCounted: Partial<Record<Counted, string>> = {
  events: '数字按办理次数计；一件诉求办理多次的，下表只列一行。',
  people: '数字按诉求人计；一人有多件诉求的，下表逐件列出，没有留下号码的也列出。',
}

/** What a row of a bulletin tells; undefined where a figure is opened. */
function nameOfRow(query: URLSearchParams): string | undefined {
  const table = query.get('table')
  if (table === 'repeated') return '重复投诉'
  return table === 'industries' ? `重点行业：${query.get('row') ?? ''}` : undefined
}

/** What the demands have in common besides their days, as a clause of the sentence. */
function scopeInWords(query: URLSearchParams, unitOf: (code: string) => string): string {
  const told = (['unit', 'type', 'channel', 'area', 'place', 'category'] as const).flatMap(group => {
    const key = query.get(group)
    if (key === null) return []
    const name = group === 'unit' && key !== '' ? unitOf(key) : keyInWords(group, key, {})
    return [`${figureGroupLabel[group]}：${name}`]
  })
  const row = query.get('row') ?? ''
  if (query.get('table') === 'repeated') told.push('同一号码就同一单位反映两次以上的')
  if (query.get('table') === 'industries') told.push(`标题中有“${row}”行业词语的`)
  return told.length === 0 ? '' : `，${told.join('，')}`
}

/** The demands behind a number of the figures, one row each, to be given out whole. */
export function DemandsBehindPage() {
  const [query] = useSearchParams()
  const { today } = useSession()
  const units = useAgencies()
  const asked = new URLSearchParams(query)
  for (const key of ['page', 'size', 'sort']) asked.delete(key)
  const definition = definitions.find(({ figure }) => figure === query.get('figure'))
  const below = query.get('part') === 'denominator' && definition?.denominator
  const counted = below ? `${definition.label}：${below.words}` : (definition?.label ?? '诉求')
  const name = nameOfRow(query) ?? counted
  const list: ListOf<Line> = {
    ...{ name: 'figure demands', stamp: asked.toString(), caption: name, unit: '件', columns, filters: [] },
    fetch: ({ page, size }) =>
      read<Page<Line>>(`/hotline/figures/demands?${asked}&page=${page}&size=${size}`),
    ...{ step: 200, rowKey: line => line.id, rowName: line => line.number },
    giving: givingDemands('指标背后的诉求'),
    open: line => deskPaths.demand(line.id),
    empty: <p>没有这样的诉求。返回热线统计，可以改换条件。</p>,
  }
  const bulletin = query.get('bulletin')
  const back = new URLSearchParams(asked)
  for (const key of ['figure', 'part']) back.delete(key)
  return (
    <>
      <title>{`${name} - 工作台`}</title>
      <p className="no-print">
        {bulletin === null ? (
          <Link to={`${deskPaths.figures()}?${back}`}>热线统计</Link>
        ) : (
          <Link to={deskPaths.bulletin(bulletin)}>热线通报</Link>
        )}
      </p>
      <h1>{name}</h1>
      <p>
        {`${dayInWords(query.get('from') ?? `${today.slice(0, 7)}-01`)}至${dayInWords(query.get('until') ?? today)}登记的诉求`}
        {scopeInWords(query, code => units.find(each => each.code === code)?.shortName ?? code)}。
      </p>
      {definition !== undefined && <p className="why">{definitionInWords(definition)}</p>}
      {definition !== undefined && notedByCounted[definition.counts] && (
        <p className="why">{notedByCounted[definition.counts]}</p>
      )}
      <p className="no-print">
        <DemandsFile href={apiPaths.figureDemandsFile(asked.toString())} name="诉求清单.csv">
          全部导出（CSV，一件一行）
        </DemandsFile>
        导出记入操作留痕；督办员、主管部门和审计员不限件数。
      </p>
      <List list={list} />
    </>
  )
}
