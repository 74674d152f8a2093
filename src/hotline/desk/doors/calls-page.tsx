import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { answerSeconds, type CallState, type Connection, callStateLabel } from '../../doors/call.ts'
import { givingDemands } from '../looks/demands-file.tsx'
import { SimulateCall } from './simulate-call.tsx'
import '../../../office/desk/office.css'

interface Line {
  readonly id: string
  readonly state: CallState
  readonly number: string
  readonly rangAt: string
  readonly waited: number | null
  readonly answeredByName: string | null
  readonly demand: string | null
  readonly demandNumber: string | null
  readonly recorded: boolean
  readonly simulated: boolean
}

const columns: readonly Column<Line>[] = [
  { key: 'rang', label: '振铃时间', value: line => momentInChinese(line.rangAt) },
  { key: 'number', label: '号码', value: line => line.number },
  {
    ...{ key: 'state', label: '状态' },
    value: line => callStateLabel[line.state] + (line.simulated ? '（模拟）' : ''),
  },
  { key: 'waited', label: '等待（秒）', value: line => line.waited },
  { key: 'agent', label: '接听人', value: line => line.answeredByName },
  {
    ...{ key: 'demand', label: '诉求', value: line => line.demandNumber },
    show: ({ demand, demandNumber }) =>
      demand === null ? '' : <Link to={deskPaths.demand(demand)}>{demandNumber}</Link>,
  },
  {
    ...{ key: 'recording', label: '录音', value: line => (line.recorded ? '有' : '') },
    show: line => (line.recorded ? <Link to={deskPaths.calls({ at: line.id })}>听取</Link> : ''),
  },
]
const filters: readonly Filter[] = [
  {
    ...{ key: 'state', label: '状态', kind: 'choice' },
    options: [
      { value: 'lost', label: callStateLabel.lost },
      { value: 'late', label: `等待超过 ${answerSeconds} 秒` },
      { value: 'answered', label: '已接通' },
    ],
  },
  { key: 'from', label: '从', kind: 'day' },
  { key: 'to', label: '到', kind: 'day' },
]
type Found = Page<Line> & { readonly connection: Connection }

/** The calls of the hotline and how they were answered. */
export function CallsPage() {
  const [params] = useSearchParams()
  const at = params.get('at')
  const list: ListOf<Line> = {
    ...{ name: 'hotline-calls', caption: '来电记录', unit: '个', columns, filters, step: 200 },
    fetch: asked => read<Found>(`/hotline/calls${queryOf(asked)}`),
    giving: givingDemands('来电记录'),
    rowKey: line => line.id,
    rowName: line => `${line.number} ${line.rangAt}`,
    empty: <p>这段时间没有来电。呼叫中心由系统管理员在“热线接入”中登记。</p>,
  }
  return (
    <>
      <title>来电记录 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>来电记录</h1>
      <Rate from={params.get('from')} to={params.get('to')} />
      {at !== null && <Recording key={at} id={at} />}
      <List list={list} />
      <SimulateCall />
    </>
  )
}

function Rate({ from, to }: { readonly from: string | null; readonly to: string | null }) {
  const span = { from: from ?? undefined, to: to ?? undefined }
  const found = useQuery({
    queryKey: ['hotline-connection', span],
    queryFn: () =>
      read<Found>(`/hotline/calls?${new URLSearchParams({ ...withoutNothing(span), size: '1' })}`),
  })
  if (found.data === undefined) return null
  const { calls, answered, answeredSoon } = found.data.connection
  const share = (count: number) => (calls === 0 ? '—' : `${((100 * count) / calls).toFixed(1)}%`)
  return (
    <p>
      {`${from ?? '近 30 天'}${to === null ? '' : `至 ${to}`}：来电 ${calls} 个；接通率 ${share(answered)}`}
      {`（当日接通 ${answered} 个 ÷ 全部来电）；${answerSeconds} 秒内接通 ${share(answeredSoon)}。模拟来电不计。`}
    </p>
  )
}

function withoutNothing(span: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(span).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function Recording({ id }: { readonly id: string }) {
  const acting = useActing()
  const [reason, write] = useState('')
  const [address, setAddress] = useState('')
  const open = () =>
    acting.run(async () => {
      const given = await send<{ address: string }>('POST', `/hotline/calls/${id}/recording`, { reason })
      setAddress(given.address)
      return '已记入操作留痕。'
    })
  return (
    <form
      className="card"
      aria-label="听取录音"
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      <h2>听取录音</h2>
      <Field label="理由（至少 4 个字）">
        <input value={reason} onChange={event => write(event.target.value)} maxLength={500} required />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        查看录音地址
      </Button>
      {address !== '' && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            在呼叫中心打开录音
          </a>
        </p>
      )}
      <Outcome acting={acting} />
    </form>
  )
}
