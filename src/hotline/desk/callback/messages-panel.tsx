import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { type ChosenWay, type WayReason, wayReasonLabel } from '../../callback/choosing.ts'
import type { CallbackMessage } from '../../callback/message.ts'
import type { DemandView } from '../../view.ts'
import { OpenSimulated, Resend, stateInWords } from './message-state.tsx'

interface Found {
  readonly lines: readonly CallbackMessage[]
  /** The way that the rules gave the callback. */
  readonly decided: { readonly way: ChosenWay; readonly why: WayReason; readonly decidedAt: string } | null
}

/** Callbacks of a demand by message: where each stands, and for who asks callers the button that begins one. */
export function MessagesPanel({ view: { demand, steps } }: { view: DemandView }) {
  const address = `/demands/${demand.id}/messages`
  const found = useQuery({
    queryKey: ['demand', demand.id, 'messages'],
    queryFn: () => read<Found>(address),
  })
  const asks = holdsOne(useSession(), 'callbackAgent')
  const may = asks && steps.some(({ step, refusal }) => step === 'callBack' && refusal === null)
  if (found.data === undefined) return null
  const { lines, decided } = found.data
  if (lines.length === 0 && decided === null && !may) return null
  return (
    <section className="card" aria-label="短信回访">
      <h2>短信回访</h2>
      {decided !== null && (
        <p>
          {`${momentInChinese(decided.decidedAt)}按回访规则用${decided.way === 'message' ? '短信' : '电话'}：${wayReasonLabel[decided.why]}。`}
        </p>
      )}
      <ul>
        {lines.map(line => (
          <li key={line.id}>
            {`${momentInChinese(line.madeAt)}　${line.madeByName}　${stateInWords(line)}　`}
            <small>{`链接有效至 ${momentInChinese(line.expiresAt)}`}</small>
            {asks && <Resend message={line} />}
            <OpenSimulated message={line} />
          </li>
        ))}
      </ul>
      {may && <Ask address={address} />}
    </section>
  )
}

function Ask({ address }: { address: string }) {
  const acting = useActing()
  const queries = useQueryClient()
  const ask = () =>
    acting.run(async () => {
      await send('POST', address)
      await queries.invalidateQueries()
      return '待发，一分钟内交给短信网关。'
    })
  return (
    <>
      <p>短信中只有编号和评价链接，来电人凭链接评价一次。</p>
      <Button loading={acting.busy} onClick={() => void ask()}>
        发短信请来电人评价
      </Button>
      <Outcome acting={acting} />
    </>
  )
}
