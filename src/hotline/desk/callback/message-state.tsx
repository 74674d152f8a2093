import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { read, send } from '../../../desk/client.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { type CallbackMessage, callbackMessageStateLabel } from '../../callback/message.ts'
import { useCallbackRules } from './rules-in-words.tsx'

/** Where a message stands, in words: the gateway took it, which does not say that it arrived. */
export function stateInWords(message: CallbackMessage): string {
  const { state, handedAt, failures, lastFailure, usedAt, movedAt, over } = message
  if (usedAt !== null) return `已评价，${momentInChinese(usedAt)}`
  if (movedAt !== null) return `没有评价，${momentInChinese(movedAt)}转电话回访`
  const label = callbackMessageStateLabel[state]
  if (state === 'handed' && handedAt !== null)
    return `${label}，${momentInChinese(handedAt)}；网关不告知是否送达`
  const tried = lastFailure === null ? label : `${label}，试过 ${failures} 次：${lastFailure}`
  return over ? `${tried.replace(/。$/, '')}。诉求已经办结或者重办` : tried
}

/** Opens the link of a simulated message, as its caller would on the phone. */
export function OpenSimulated({ message: { id, state, usedAt, over } }: { message: CallbackMessage }) {
  const [path, given] = useState('')
  const acting = useActing()
  const asks = holdsOne(useSession(), 'callbackAgent')
  const simulated = useCallbackRules().data?.simulated === true
  if (!asks || !simulated || state !== 'handed' || usedAt !== null || over) return null
  const ask = () =>
    acting.run(async () => {
      given((await read<{ readonly path: string }>(`/hotline/messages/${id}/simulated`)).path)
      return ''
    })
  if (path !== '')
    return (
      <a href={path} target="_blank" rel="noopener">
        打开评价页（新窗口）
      </a>
    )
  return (
    <>
      <Button size="small" loading={acting.busy} onClick={() => void ask()}>
        看模拟短信的链接
      </Button>
      <Outcome acting={acting} />
    </>
  )
}

/** Sends a message that failed again. */
export function Resend({ message: { id, state, over } }: { message: CallbackMessage }) {
  const acting = useActing()
  const queries = useQueryClient()
  if (state !== 'failed' || over) return null
  const resend = () =>
    acting.run(async () => {
      await send('POST', `/hotline/messages/${id}/resend`)
      await queries.invalidateQueries()
      return '待发。'
    })
  return (
    <>
      <Button size="small" loading={acting.busy} onClick={() => void resend()}>
        重新发送
      </Button>
      <Outcome acting={acting} />
    </>
  )
}
