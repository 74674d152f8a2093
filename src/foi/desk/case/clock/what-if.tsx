import { Alert, Button } from 'antd'
import { useState } from 'react'
import { send, wordsOf } from '../../../../desk/client.ts'
import { Proof } from '../../../../desk/proof/proof.tsx'
import { useSession } from '../../../../desk/session.ts'
import { Field } from '../../../../office/desk/acting.tsx'
import { inChinese } from '../../../../statute/day.ts'
import type { CaseView, ClockView } from '../../../view.ts'

const cases = {
  opinion: '征求意见，对方在某日答复',
  extended: '延长答复期限',
  correction: '通知补正，申请人在某日补正',
  fee: '通知缴费，申请人在某日缴费',
} as const
type Case = keyof typeof cases

interface Supposed {
  readonly what: Case
  readonly from: string
  readonly to: string
  readonly workdays: string
}

/** What the period would be if something happened; nothing is stored. */
export function WhatIf({ view }: { view: CaseView }) {
  const session = useSession()
  const [supposed, suppose] = useState<Supposed>({
    ...{ what: 'opinion', from: session.today, to: '', workdays: '10' },
  })
  const [answer, setAnswer] = useState<ClockView | string>()
  const write = (change: Partial<Supposed>) => suppose({ ...supposed, ...change })
  const ask = () =>
    send<ClockView>('POST', `/requests/${view.request.id}/what-if`, { events: eventsOf(supposed) })
      .then(setAnswer)
      .catch((cause: unknown) => setAnswer(wordsOf(cause)))
  const ranged = supposed.what !== 'extended'
  return (
    <details>
      <summary>试算：如果……期限会怎样</summary>
      <form
        aria-label="试算"
        onSubmit={event => {
          event.preventDefault()
          void ask()
        }}
      >
        <Field label="如果">
          <select value={supposed.what} onChange={event => write({ what: caseOf(event.target.value) })}>
            {Object.entries(cases).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <Field label={ranged ? '发出之日' : '同意之日'}>
          <input
            type="date"
            required
            value={supposed.from}
            onChange={event => write({ from: event.target.value })}
          />
        </Field>
        {ranged ? (
          <Field label="收到之日">
            <input
              type="date"
              required
              value={supposed.to}
              onChange={event => write({ to: event.target.value })}
            />
          </Field>
        ) : (
          <Field label="延长几个工作日">
            <input
              type="number"
              min={1}
              max={20}
              value={supposed.workdays}
              onChange={event => write({ workdays: event.target.value })}
            />
          </Field>
        )}
        <Button htmlType="submit">试算</Button>
      </form>
      {answer !== undefined && <Answer answer={answer} before={view.clock} />}
    </details>
  )
}

function Answer({ answer, before }: { answer: ClockView | string; before: ClockView }) {
  if (typeof answer === 'string') return <Alert type="error" showIcon role="alert" title={answer} />
  const { due } = answer
  const was = before.due === null ? '现在没有到期日' : `现在为 ${inChinese(before.due)}`
  return (
    <>
      <p role="status">
        {due === null
          ? `那时期限无法计算（${was}）。`
          : `那时的答复期限为 ${inChinese(due)}（${was}）。没有保存任何内容。`}
      </p>
      <Proof clock={answer} />
    </>
  )
}

function caseOf(value: string): Case {
  if (value === 'extended' || value === 'correction' || value === 'fee') return value
  return 'opinion'
}

function eventsOf({ what, from, to, workdays }: Supposed): object[] {
  switch (what) {
    case 'extended':
      return [{ kind: 'extended', on: from, workdays: Number(workdays) }]
    case 'correction':
      return [
        { kind: 'correctionAsked', on: from, answerBy: to },
        { kind: 'corrected', on: to },
      ]
    case 'fee':
      return [
        { kind: 'feeNotified', on: from },
        { kind: 'paid', on: to },
      ]
    case 'opinion':
      return [
        { kind: 'opinionSought', on: from, of: '试算中的一方' },
        { kind: 'opinionReceived', on: to, of: '试算中的一方' },
      ]
  }
}
