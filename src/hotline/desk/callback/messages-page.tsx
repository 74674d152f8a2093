import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type Filter, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type CallbackMessage, callbackMessageStateLabel } from '../../callback/message.ts'
import { OpenSimulated, Resend, stateInWords } from './message-state.tsx'
import { RulesInWords } from './rules-in-words.tsx'
import '../../../office/desk/office.css'

const columns: readonly Column<CallbackMessage>[] = [
  {
    ...{ key: 'number', label: '编号', value: line => line.number },
    show: line => <Link to={deskPaths.demand(line.demand)}>{line.number}</Link>,
  },
  { key: 'subject', label: '标题', value: line => line.subject },
  {
    ...{ key: 'state', label: '短信', value: stateInWords },
    show: line => (
      <>
        {stateInWords(line)} <Resend message={line} />
        <OpenSimulated message={line} />
      </>
    ),
  },
  { key: 'madeAt', label: '发起', value: line => momentInChinese(line.madeAt) },
  { key: 'madeBy', label: '发起人', value: line => line.madeByName },
  { key: 'expiresAt', label: '链接有效至', value: line => momentInChinese(line.expiresAt) },
]
const filters: readonly Filter[] = [
  { key: 'state', label: '短信', kind: 'choice', options: optionsOf(callbackMessageStateLabel) },
]

/** The messages by which callers are asked: those that failed are sent again from here. */
export function MessagesPage() {
  const may = holdsOne(useSession(), 'callbackAgent', 'supervisor')
  const list: ListOf<CallbackMessage> = {
    ...{ name: 'callback-messages', caption: '短信回访', unit: '条', columns, filters },
    fetch: asked => read<Page<CallbackMessage>>(`/hotline/messages${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.number,
    open: line => deskPaths.demand(line.demand),
    empty: <p>没有短信回访。按回访规则选中的由系统发送，也可以在诉求页上点“发短信请来电人评价”。</p>,
  }
  return (
    <>
      <title>短信回访 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>短信回访</h1>
      {may && <RulesInWords />}
      {may ? <List list={list} /> : <p className="card">短信回访由回访员和督办员查看，您没有这个角色。</p>}
    </>
  )
}
