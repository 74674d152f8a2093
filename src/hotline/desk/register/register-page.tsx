import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { type Typed, useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { demandChannelLabel, demandTypeLabel, longest, urgencyLabel } from '../../demand.ts'
import { isTypedIn } from '../../doors/received.ts'
import { firstSentence } from '../../message.ts'
import { CallerColumn } from './caller-column.tsx'
import { Help } from './help.tsx'
import { useCall } from './use-call.ts'
import { useKeys } from './use-keys.ts'
import { useLiveHelp } from './use-live-help.ts'
import '../../../office/desk/office.css'
import './register.css'

interface Receipt {
  readonly id: string
  readonly number: string
  readonly trackingCode: string
}

/** The agent writes a demand down while the caller speaks; what is typed stays in this browser until it is registered. */
export function RegisterDemandPage() {
  const session = useSession()
  const hotlines = session.grants.filter(({ role }) => role === 'hotlineAgent')
  const [receipt, setReceipt] = useState<Receipt>()
  return (
    <>
      <title>登记诉求 - 12345热线 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>登记诉求</h1>
      {hotlines.length === 0 && <p className="card">登记诉求由热线的话务员办理，您没有这个角色。</p>}
      {receipt !== undefined && <Given receipt={receipt} />}
      {hotlines.length > 0 && <RegisterForm hotlines={hotlines} given={setReceipt} />}
    </>
  )
}

function Given({ receipt: { id, number, trackingCode } }: { receipt: Receipt }) {
  return (
    <section className="card" aria-label="已登记" role="status">
      <p>
        {'已登记，编号 '}
        <Link className="number" to={deskPaths.demand(id)}>
          {number}
        </Link>
        {trackingCode !== '' && (
          <>
            {'；查询码 '}
            <span className="once">{trackingCode}</span>
            {'，只显示这一次，请告知来电人。'}
          </>
        )}
      </p>
    </section>
  )
}

interface Filling {
  readonly hotlines: readonly { readonly agency: string; readonly agencyName: string }[]
  readonly given: (receipt: Receipt) => void
}

function RegisterForm({ hotlines, given }: Filling) {
  const session = useSession()
  const acting = useActing()
  // A new random text with each form: sent twice, it is registered once.
  const usual = { type: 'help', channel: 'phone', urgency: 'ordinary', once: crypto.randomUUID() }
  const { typed, field, write, clear } = useTyped(`gongkai ${session.id} new demand`, usual)
  const form = useRef<HTMLFormElement>(null)
  const call = useCall(phone => write({ phone }))
  const agency = typed.agency ?? hotlines[0]?.agency ?? ''
  const help = useLiveHelp(typed, agency)
  useKeys(form, { typed, write, help })
  const submit = () =>
    acting.run(async () => {
      const { body, next } = bodyOf(typed, agency)
      const receipt = await send<Receipt>('POST', '/demands', body)
      given(receipt)
      clear(next)
      form.current?.querySelector<HTMLElement>('input[name=phone]')?.focus()
      await call.finish(receipt.id)
      return ''
    })
  return (
    <div className="agent-screen">
      <form
        ref={form}
        className="calling"
        aria-label="登记诉求"
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <CallerColumn {...{ typed, field, write, help }} wrong={acting.fields} />
        <section className="card" aria-label="诉求">
          <Demanded {...{ hotlines, typed, field }} wrong={acting.fields} />
          <KeysTold />
          <Button type="primary" htmlType="submit" loading={acting.busy}>
            {typed.answer ? '登记并答复' : '登记'}
          </Button>
          <Outcome acting={acting} />
        </section>
      </form>
      <Help
        help={help}
        use={({ id, answer }) => write({ entry: id, answer })}
        fill={place => write({ place })}
      />
    </div>
  )
}

/** What is sent, and what the next form begins with: letters come in piles, the next has the same source and day. */
function bodyOf(typed: Typed, agency: string): { readonly body: object; readonly next: Typed } {
  const { name = '', phone = '', confidential, answer = '', entry = '', received = '', ...rest } = typed
  const { subject = '', body: words = '', channel = '' } = rest
  const isLater = isTypedIn(channel)
  const direct = answer === '' ? {} : { answer: { words: answer, ...(entry && { entry }) } }
  const body = {
    ...{ ...rest, ...direct, ...(isLater && received !== '' && { received }) },
    subject: subject.trim() === '' ? firstSentence(words) : subject,
    ...{ agency, confidential: confidential === '1', caller: { name, phone } },
  }
  return { body, next: isLater ? { channel, received } : {} }
}

const keysTold = [
  ['Ctrl+Enter', '登记'],
  ['F2', '填入识别的地点'],
  ['F4', '填入可用的答复'],
  ['Esc', '离开填写框'],
  ['1 – 6', '不在填写框内时选择类型，并到“内容”'],
] as const

function KeysTold() {
  return (
    <ul className="keys-told">
      {keysTold.map(([key, does]) => (
        <li key={key}>
          <kbd>{key}</kbd> {does}
        </li>
      ))}
    </ul>
  )
}

interface Demanding extends Pick<Filling, 'hotlines'>, Pick<ReturnType<typeof useTyped>, 'typed' | 'field'> {
  readonly wrong: Readonly<Record<string, string | undefined>>
}

/** In the middle: the demand itself. */
function Demanded({ hotlines, typed, field, wrong }: Demanding) {
  return (
    <>
      <h2>诉求</h2>
      {hotlines.length > 1 && (
        <Field label="受理热线" wrong={wrong.agency}>
          <select {...field('agency')}>
            {hotlines.map(({ agency, agencyName }) => (
              <option key={agency} value={agency}>
                {agencyName}
              </option>
            ))}
          </select>
        </Field>
      )}
      <div className="choices">
        <Choice label="类型" labels={demandTypeLabel} {...field('type')} />
        <Choice label="来源" labels={demandChannelLabel} {...field('channel')} />
        <Choice label="紧急程度" labels={urgencyLabel} {...field('urgency')} />
      </div>
      {isTypedIn(typed.channel) && (
        <Field label="收到日期（当天收到的可以不填；登记后保留，便于接着录入）" wrong={wrong.received}>
          <input {...field('received')} type="date" />
        </Field>
      )}
      <Field label="标题（可以不填，取第一句）" wrong={wrong.subject}>
        <input {...field('subject')} maxLength={longest.subject} />
      </Field>
      <Field label="内容" wrong={wrong.body}>
        <textarea {...field('body')} rows={6} maxLength={longest.body} required />
      </Field>
      <Field label="地点（可以不填）" wrong={wrong.place}>
        <input {...field('place')} maxLength={longest.place} />
      </Field>
      <Field label="直接答复（填写的，登记的同时答复并结束）" wrong={wrong['answer.words']}>
        <textarea {...field('answer')} rows={3} maxLength={2000} />
      </Field>
    </>
  )
}

type ChoiceOf = React.SelectHTMLAttributes<HTMLSelectElement> & {
  readonly label: string
  readonly labels: Readonly<Record<string, string>>
}

function Choice({ label, labels, ...control }: ChoiceOf) {
  return (
    <Field label={label}>
      <select {...control}>
        {Object.entries(labels).map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </Field>
  )
}
