import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Taking } from './step.ts'

/** What surrounds the fields of a step: what it says of itself, why it was refused, and the two buttons. */
export interface Framed {
  readonly label: string
  readonly about: string | undefined
  readonly taking: Pick<Taking, 'busy' | 'refusal'>
  /** Is everything typed that the step needs? */
  readonly ready?: boolean
  readonly go: () => Promise<void>
  readonly done: () => void
  readonly children: ReactNode
}

/** The form of a step: nothing happens before it is confirmed. */
export function StepFrame({ label, about, taking, ready = true, go, done, children }: Framed) {
  return (
    <form
      className="step-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      {about !== undefined && <p>{about}</p>}
      {children}
      {taking.refusal !== '' && <Alert type="error" showIcon role="alert" title={taking.refusal} />}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={taking.busy} disabled={!ready}>
          {`确认${label}`}
        </Button>
        <Button onClick={done}>收起</Button>
      </p>
    </form>
  )
}
