import { Button } from 'antd'
import { useState } from 'react'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { answerStateLabel } from '../../published/published.ts'
import {
  type AnswerEvent,
  type AnswerStanding,
  type AnswerStep,
  answerEventLabel,
  markedIn,
} from '../../published/steps.ts'
import { AnswerDraft } from './answer-draft.tsx'
import type { AnswerActing } from './answer-found.ts'
import { Marked } from './marked.tsx'

/** Where the answer stands, its words, its history, and the steps that this person may take now. */
export function OnItsWay(acting: AnswerActing) {
  const { standing, events, steps } = acting.found
  const [editing, setEditing] = useState(false)
  const may = (step: AnswerStep) => steps.some(each => each.step === step && each.refusal === null)
  const own = standing.state === 'draft' && steps.find(({ step }) => step === 'check')?.refusal
  return (
    <>
      {standing.state !== null && <p role="status">{answerStateLabel[standing.state]}</p>}
      {standing.content !== null && !editing && <Words standing={standing} />}
      {may('propose') && <Reasoned {...acting} step="propose" label="提议的理由（可以不写）" />}
      {may('draft') && !editing && <Button onClick={() => setEditing(true)}>编辑公开的文字</Button>}
      {editing && <AnswerDraft {...acting} close={() => setEditing(false)} />}
      {may('check') && !editing && <Check {...acting} />}
      {may('publish') && !editing && <Publish {...acting} />}
      {may('decline') && !editing && <Reasoned {...acting} step="decline" label="退回的理由" needed />}
      {may('withdraw') && !editing && <Reasoned {...acting} step="withdraw" label="撤下的理由" needed />}
      {typeof own === 'string' && <p className="why">{own}</p>}
      {events.length > 0 && <History events={events} />}
    </>
  )
}

function Words({ standing: { content, state } }: { readonly standing: AnswerStanding }) {
  if (content === null) return null
  const marked = state === 'published' ? [] : markedIn(content)
  return (
    <details open={state !== 'published'}>
      <summary>公开的文字</summary>
      <h3>{content.title}</h3>
      <h4>问</h4>
      <Marked text={content.question} marked={marked} />
      <h4>答</h4>
      <Marked text={content.answer} marked={marked} />
    </details>
  )
}

/** Another person has read it: what looks like somebody's data and is the office's own is ticked by him. */
function Check({ view, found, take }: AnswerActing) {
  const acting = useActing()
  const { typed, write } = useTyped(`gongkai check ${view.demand.id} ${found.standing.version}`)
  const { content } = found.standing
  if (content === null) return null
  const cleared = (typed.cleared ?? '').split('\n').filter(Boolean)
  const marked = markedIn(content)
  const tick = (text: string, on: boolean) =>
    write({ cleared: [...cleared.filter(each => each !== text), ...(on ? [text] : [])].join('\n') })
  return (
    <form
      aria-label="核对公开答复"
      onSubmit={event => {
        event.preventDefault()
        void acting.run(async () => {
          await take('check', { cleared })
          return '已核对，可以公开。'
        })
      }}
    >
      {marked.map(({ text, what, mustGo }) =>
        mustGo ? (
          <p key={text} className="late">{`“${text}”是${what}，请退回修改。`}</p>
        ) : (
          <p key={text}>
            <label>
              <input
                type="checkbox"
                checked={cleared.includes(text)}
                onChange={({ target }) => tick(text, target.checked)}
              />
              {` “${text}”像${what}，是单位对外公开的`}
            </label>
          </p>
        ),
      )}
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        核对通过
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}

function Publish({ take }: AnswerActing) {
  const acting = useActing()
  const publish = () =>
    acting.run(async () => {
      await take('publish')
      return '已公开。'
    })
  return (
    <>
      <p>公开后任何人都能看到和搜索。</p>
      <Button type="primary" loading={acting.busy} onClick={() => void publish()}>
        公开
      </Button>
      <Outcome acting={acting} />
    </>
  )
}

interface Reasoning extends AnswerActing {
  readonly step: AnswerStep
  readonly label: string
  readonly needed?: boolean
}

/** A step that says why. */
function Reasoned({ view, found, take, step, label, needed = false }: Reasoning) {
  const acting = useActing()
  const { typed, field, clear } = useTyped(`gongkai ${step} answer ${view.demand.id}`)
  const name = found.steps.find(each => each.step === step)?.label ?? ''
  const form = (
    <form
      className="no-print"
      aria-label={`${name}公开答复`}
      onSubmit={event => {
        event.preventDefault()
        void acting.run(async () => {
          await take(step, { reason: typed.reason ?? '' })
          clear()
          return `已${name}。`
        })
      }}
    >
      <Field label={label} wrong={acting.fields.reason}>
        <input {...field('reason')} maxLength={500} required={needed} />
      </Field>
      <Button htmlType="submit" loading={acting.busy}>
        {name}
      </Button>
      <Outcome acting={acting} />
    </form>
  )
  return needed ? (
    <details className="no-print">
      <summary>{`${name}…`}</summary>
      {form}
    </details>
  ) : (
    form
  )
}

function History({ events }: { readonly events: readonly AnswerEvent[] }) {
  return (
    <details>
      <summary>{`公开答复的经过（${events.length}）`}</summary>
      <ol>
        {events.map(event => (
          <li key={`${event.at} ${event.kind}`}>
            {`${momentInChinese(event.at)}　${event.byName}　${answerEventLabel[event.kind]}`}
            {'reason' in event && event.reason !== '' && `：${event.reason}`}
          </li>
        ))}
      </ol>
    </details>
  )
}
