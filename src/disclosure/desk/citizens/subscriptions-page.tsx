import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import '../../../office/desk/office.css'

interface Line {
  readonly id: string
  readonly way: 'email' | 'webhook'
  readonly address: string
  readonly words: string
  readonly askedAt: string
  readonly confirmedAt: string | null
  readonly endedAt: string | null
  readonly whyEnded: string | null
  readonly toldAt: string | null
  readonly failures: number
  readonly lastFailure: string | null
}

function standingOf({ endedAt, whyEnded, confirmedAt, failures }: Line): string {
  if (endedAt !== null) return whyEnded === 'failures' ? '多次失败，已停止' : '已退订'
  if (failures > 0) return `发送失败 ${failures} 次，稍后再发`
  return confirmedAt === null ? '待确认' : '正常'
}

const moment = (at: string | null) => (at === null ? '' : momentInChinese(at))
const columns: readonly Column<Line>[] = [
  { key: 'words', label: '订阅内容', value: line => line.words },
  { key: 'standing', label: '状态', value: standingOf },
  { key: 'way', label: '方式', value: line => (line.way === 'email' ? '电子邮件' : '程序接收') },
  { key: 'address', label: '地址', value: line => line.address },
  { key: 'asked', label: '订阅时间', value: line => moment(line.askedAt) },
  { key: 'told', label: '最近发送', value: line => moment(line.toldAt) },
  { key: 'failure', label: '失败原因', value: line => line.lastFailure },
]
const filters: readonly Filter[] = [
  {
    ...{ key: 'standing', label: '状态', kind: 'choice' },
    options: [
      { value: 'running', label: '正常' },
      { value: 'waiting', label: '待确认' },
      { value: 'failing', label: '发送失败' },
      { value: 'dead', label: '多次失败，已停止' },
    ],
  },
]

/** Who follows what, without who they are; what could not be delivered comes first. */
export function SubscriptionsPage() {
  const list: ListOf<Line> = {
    ...{ name: 'subscriptions', caption: '公众的订阅', unit: '项', columns, filters },
    fetch: asked => read<Page<Line>>(`/subscriptions${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.words,
    empty: <p>还没有人订阅。公众在检索结果和信息页面上可以订阅，发信服务器在“设置”中填写。</p>,
  }
  return (
    <>
      <title>公众订阅 - 工作台</title>
      <h1>公众订阅</h1>
      <p>地址加密保存，这里只显示一部分；退订或者停止七天后清除。</p>
      <List list={list} />
    </>
  )
}
