import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read } from '../../../desk/client.ts'
import { choosing, queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { inChinese } from '../../../statute/day.ts'
import { deskPaths, paths } from '../../../web/paths.ts'
import {
  type ChannelRecord,
  channelStateLabel,
  channelStateOf,
  otherChannelLabel,
  type SeriesLine,
} from '../../channels/channel.ts'
import { mayWrite } from '../../writers.ts'
import { ItemLink } from '../duties/item-link.tsx'
import { DutyDoors } from '../duties/ledger-page.tsx'
import { useChannelActs } from './bulk.tsx'
import { OpenedRecord, RecordForm } from './record-panel.tsx'
import { SeriesPanel } from './series-panel.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import '../../../office/desk/office.css'
import '../duties/duties.css'

/** 其他渠道: newspapers, radio, television, press conferences and others: planned, held, in series. */
export function ChannelsPage() {
  const session = useSession()
  const agencies = useAgencies()
  const series = useQuery({ queryKey: ['series'], queryFn: () => read<readonly SeriesLine[]>('/series') })
  const writing = session.grants.filter(({ agency }) => mayWrite(session, agency))
  const mine = [...new Map(writing.map(({ agency, agencyName }) => [agency, agencyName]))]
  const [query] = useSearchParams()
  const at = query.get('at')
  const navigate = useNavigate()
  const [opened, open] = useState<'new' | 'series' | 'sheet'>()
  const bulk = useChannelActs()
  const list: ListOf<ChannelRecord> = {
    ...{ name: 'channels', caption: '其他渠道公开', unit: '条', columns },
    filters: filtersOf(
      Number(session.today.slice(0, 4)),
      series.data ?? [],
      agencies.map(({ code, name }) => ({ value: code, label: name })),
    ),
    fetch: asked => read<Page<ChannelRecord>>(`/channels${queryOf(asked)}`),
    rowKey: ({ id }) => id,
    rowName: ({ title }) => title,
    open: ({ id }) => choosing(id),
    ...(mine.length > 0 ? { bulk } : {}),
    sort: '-day',
    empty: (
      <p>还没有记录。报刊、广播、电视、新闻发布会、访谈等渠道的公开，由公开专员逐条登记或者按表格导入。</p>
    ),
  }
  const close = () => {
    open(undefined)
    if (at !== null) navigate(choosing(undefined))
  }
  const panel = { agencies: mine, series: series.data ?? [], close }
  return (
    <>
      <title>其他渠道 - 工作台</title>
      <h1>其他渠道公开</h1>
      <DutyDoors />
      {mine.length > 0 && (
        <p className="actions no-print">
          <Button type="primary" onClick={() => open('new')}>
            登记一条
          </Button>
          <Button onClick={() => open('sheet')}>按表格导入</Button>
          <Button onClick={() => open('series')}>登记系列</Button>
        </p>
      )}
      <SeriesSums lines={series.data ?? []} />
      <List list={list} />
      <Drawer open={opened !== undefined || at !== null} title={titleOf(opened)} size={560} onClose={close}>
        {opened === 'series' && <SeriesPanel agencies={mine} close={close} />}
        {opened === 'sheet' && <SheetPanel agencies={mine} />}
        {opened === 'new' && <RecordForm {...panel} />}
        {opened === undefined && at !== null && <OpenedRecord key={at} {...panel} id={at} />}
      </Drawer>
    </>
  )
}

function titleOf(opened: 'new' | 'series' | 'sheet' | undefined): string {
  if (opened === 'series') return '登记系列'
  if (opened === 'sheet') return '按表格导入'
  return opened === 'new' ? '登记一条' : '记录'
}

/** The series with what is in them; each opens to its stories. */
function SeriesSums({ lines }: { lines: readonly SeriesLine[] }) {
  if (lines.length === 0) return null
  return (
    <section className="card" aria-label="系列">
      <h2>系列</h2>
      <ul>
        {lines.map(({ name, agency, agencyName, held, planned, last }) => (
          <li key={`${agency} ${name}`}>
            <Link to={deskPaths.channels({ series: name, agency })}>{`${agencyName}“${name}”`}</Link>
            {`：${held} 条${planned > 0 ? `，计划 ${planned} 条` : ''}${last === null ? '' : `，最近 ${inChinese(last)}`} `}
            <a href={paths.oneSeries(agency, name)}>公开页面</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const columns: readonly Column<ChannelRecord>[] = [
  {
    ...{ key: 'title', label: '标题', sort: 'title', value: line => line.title },
    show: line => <Link to={choosing(line.id)}>{line.title}</Link>,
  },
  { key: 'channel', label: '渠道', sort: 'channel', value: line => otherChannelLabel[line.channel] },
  { key: 'medium', label: '媒体或者地点', sort: 'medium', value: line => line.medium },
  { key: 'series', label: '系列', sort: 'series', value: line => line.series },
  {
    ...{ key: 'day', label: '日期', sort: 'day' },
    value: ({ heldOn, plannedOn }) =>
      heldOn !== null ? inChinese(heldOn) : plannedOn === null ? '' : `计划 ${inChinese(plannedOn)}`,
  },
  { key: 'state', label: '状态', value: line => channelStateLabel[channelStateOf(line)] },
  {
    ...{ key: 'evidence', label: '佐证' },
    value: ({ evidence, link, files }) =>
      [evidence, link, files > 0 ? `文件 ${files} 个` : ''].filter(text => text !== '').join('；'),
  },
  {
    ...{ key: 'item', label: '平台上的同一信息', hidden: true, value: line => line.item ?? '' },
    show: ({ item }) => (item === null ? '—' : <ItemLink id={item}>{item}</ItemLink>),
  },
  { key: 'agency', label: '机关', value: line => line.agencyName },
  { key: 'by', label: '登记人', hidden: true, value: line => line.recordedBy },
]

function filtersOf(
  year: number,
  series: readonly SeriesLine[],
  agencies: readonly { readonly value: string; readonly label: string }[],
): readonly Filter[] {
  const options = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  const years = Array.from({ length: 6 }, (_, back) => String(year - back))
  return [
    { key: 'q', label: '查找（标题、媒体、系列）', kind: 'words' },
    { key: 'channel', label: '渠道', kind: 'choice', options: options(otherChannelLabel) },
    { key: 'state', label: '状态', kind: 'choice', options: options(channelStateLabel) },
    {
      ...{ key: 'series', label: '系列', kind: 'choice' },
      options: [...new Set(series.map(({ name }) => name))].map(value => ({ value, label: value })),
    },
    {
      ...{ key: 'year', label: '年度', kind: 'choice' },
      options: years.map(value => ({ value, label: `${value} 年` })),
    },
    { key: 'agency', label: '机关', kind: 'choice', options: agencies },
    {
      ...{ key: 'counted', label: '年报计入', kind: 'choice' },
      options: [{ value: '1', label: '只看计入的（同一信息一次）' }],
    },
  ]
}
