import { Alert } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { BulkAct, Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { Clients } from './clients.tsx'
import { type GivenKey, KeyGiven } from './key-given.tsx'
import { MakeClient } from './make-client.tsx'
import '../../../office/desk/office.css'

/** Systems that bring demands and calls, what they are told, and what could not be told; for the administrator. */
export function DoorsPage() {
  const session = useSession()
  const [given, setGiven] = useState<GivenKey>()
  return (
    <>
      <title>热线接入 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>热线接入</h1>
      {!holdsOne(session, 'administrator') && (
        <Alert type="info" showIcon title="接入方由热线机构的系统管理员登记和停用，您没有这个角色。" />
      )}
      {holdsOne(session, 'administrator') && (
        <>
          <p>
            应用按 Open311 GeoReport v2（<code>/open311/v2</code>）、业务系统按 REST
            接口、呼叫中心按来电事件接入。
            密钥只显示一次，数据库中不保存；接入方只能看到自己登记的诉求。接口说明见
            <a href="/api/v1">开放接口</a>。
          </p>
          <p>
            <Link to={deskPaths.importTickets()}>导入原系统工单</Link> ·{' '}
            <Link to={deskPaths.calls()}>来电记录</Link>
          </p>
          {given !== undefined && <KeyGiven given={given} />}
          <Clients given={setGiven} />
          <MakeClient given={setGiven} />
          <h2>推送记录</h2>
          <List list={deliveries} />
        </>
      )}
    </>
  )
}

interface Line {
  readonly id: string
  readonly clientName: string
  readonly demand: string
  readonly number: string
  readonly what: string
  readonly state: string
  readonly failures: number
  readonly lastFailure: string | null
  readonly madeAt: string
  readonly nextTryAt: string
  readonly doneAt: string | null
}

const stateLabel: Readonly<Record<string, string>> = {
  waiting: '待发',
  delivered: '已送达',
  dead: '未送达，已停止',
}
const columns: readonly Column<Line>[] = [
  { key: 'client', label: '接入方', value: line => line.clientName },
  {
    ...{ key: 'number', label: '诉求', value: line => line.number },
    show: line => <Link to={deskPaths.demand(line.demand)}>{line.number}</Link>,
  },
  { key: 'what', label: '情况', value: line => line.what },
  {
    ...{ key: 'state', label: '状态', value: line => stateLabel[line.state] ?? line.state },
    show: line =>
      line.state === 'dead' ? <strong className="late">{stateLabel.dead}</strong> : stateLabel[line.state],
  },
  { key: 'failures', label: '失败次数', value: line => line.failures },
  { key: 'why', label: '失败原因', value: line => line.lastFailure },
  { key: 'made', label: '发生时间', value: line => momentInChinese(line.madeAt) },
  {
    ...{ key: 'next', label: '送达或者再发时间' },
    value: line => (line.state === 'dead' ? '' : momentInChinese(line.doneAt ?? line.nextTryAt)),
  },
]
const filters: readonly Filter[] = [
  {
    ...{ key: 'state', label: '状态', kind: 'choice' },
    options: Object.entries(stateLabel).map(([value, label]) => ({ value, label })),
  },
]

const resend: BulkAct<Line> = {
  label: '重发',
  refusal: rows => (rows.every(({ state }) => state === 'dead') ? undefined : '只能重发“未送达，已停止”的。'),
  preview: rows => <p>{`将重发 ${rows.length} 条，每条以原来的编号发送，对方不会当作两次。`}</p>,
  run: async rows => {
    const ids = rows.map(({ id }) => id)
    const { count } = await send<{ count: number }>('POST', '/hotline/deliveries/resend', { ids })
    return `${count} 条已排入重发，一分钟内发出。`
  },
}

const deliveries: ListOf<Line> = {
  ...{
    name: 'hotline-deliveries',
    caption: '推送记录',
    unit: '条',
    columns,
    filters,
    bulk: [resend],
    step: 200,
  },
  fetch: asked => read<Page<Line>>(`/hotline/deliveries${queryOf(asked)}`),
  rowKey: line => line.id,
  rowName: line => `${line.clientName} ${line.number}`,
  empty: <p>还没有推送。登记推送地址后，接入方登记的诉求有进展时自动推送到那里。</p>,
}
