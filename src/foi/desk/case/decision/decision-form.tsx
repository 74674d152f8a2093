import { Alert, Button } from 'antd'
import { useState } from 'react'
import { keep, kept } from '../../../../desk/kept-text.ts'
import { useSession } from '../../../../desk/session.ts'
import { Field } from '../../../../office/desk/acting.tsx'
import { resultLabel } from '../../../../statute/taxonomy.ts'
import type { CaseView, StepOffer } from '../../../view.ts'
import { Preview, usePreview } from '../acts/preview.tsx'
import { useStep } from '../acts/use-step.ts'
import { Questions } from './questions.tsx'
import { decisionFrom, decisionIn, draftBody, draftRows, type TypedDecision } from './typed-decision.ts'
import { WithheldParts } from './withheld-parts.tsx'

/** The draft of an answer: the questions of the law, the outcome that a person decides, the reasons, the letter beside. */
export function DecisionForm({ view, offer, done }: { view: CaseView; offer: StepOffer; done: () => void }) {
  const session = useSession()
  const place = `gongkai ${session.id} request ${view.request.id} draft`
  const [typed, setTyped] = useState(() => decisionIn(kept(place), decisionFrom(view.standing.draft)))
  const write = (change: Partial<TypedDecision>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    keep(place, JSON.stringify(next))
  }
  const taking = useStep(view, 'draft')
  const body = draftBody(typed)
  const previewed = usePreview({ view, step: 'draft', body })
  const go = async () => {
    if (body === undefined || !(await taking.take(body))) return
    keep(place, '')
    done()
  }
  return (
    <form
      className="step-form"
      aria-label={offer.label}
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      <Questions
        answers={typed.answers}
        change={answers => write({ answers })}
        adopt={row => write({ row })}
      />
      <OutcomeFields typed={typed} write={write} wrong={taking.fields} />
      <Preview found={previewed} ready={body !== undefined} />
      {taking.refusal !== '' && <Alert type="error" showIcon role="alert" title={taking.refusal} />}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={taking.busy} disabled={body === undefined}>
          确认拟稿，提交审核
        </Button>
        <Button onClick={done}>收起</Button>
      </p>
    </form>
  )
}

function OutcomeFields({
  typed,
  write,
  wrong,
}: {
  typed: TypedDecision
  write: (change: Partial<TypedDecision>) => void
  wrong: Readonly<Record<string, string>>
}) {
  const { row, reasoning, parts, publicAt, rightAgency } = typed
  return (
    <>
      <Field label="办理结果（年报表三的行）" wrong={wrong.outcome}>
        <select required value={row} onChange={event => write({ row: event.target.value })}>
          <option value="">请选择，或者按上面的建议</option>
          {draftRows.map(each => (
            <option key={each} value={each}>
              {resultLabel[each]}
            </option>
          ))}
        </select>
      </Field>
      {row === 'partlyGranted' && <WithheldParts parts={parts} change={next => write({ parts: next })} />}
      {row === 'granted' && (
        <Field label="已经公开的，在哪里可以查到（随函提供的不填）">
          <input
            maxLength={500}
            value={publicAt}
            onChange={event => write({ publicAt: event.target.value })}
          />
        </Field>
      )}
      {row === 'unavailable.notHeld' && (
        <Field label="由哪个机关负责公开（知道的填写）">
          <input
            maxLength={200}
            value={rightAgency}
            onChange={event => write({ rightAgency: event.target.value })}
          />
        </Field>
      )}
      <Field label={row === 'granted' ? '说明（可以不填）' : '理由（写入答复书）'} wrong={wrong.reasoning}>
        <textarea
          rows={5}
          maxLength={20_000}
          value={reasoning}
          onChange={event => write({ reasoning: event.target.value })}
        />
      </Field>
    </>
  )
}
