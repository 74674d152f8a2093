import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../desk/session.ts'
import { useStep } from '../../desk/steps/step.ts'
import { useTyped } from '../../desk/steps/typed.ts'
import { Field } from '../../office/desk/acting.tsx'
import { deskPaths } from '../../web/paths.ts'
import type { DemandStep } from '../steps.ts'
import type { DemandView, OfferedDemandStep } from '../view.ts'
import { bodyOf, Control, usualOf } from './step-control.tsx'
import { demandStepAbout, demandStepFields } from './step-spec.ts'

interface RequestReceipt {
  readonly id: string
  readonly number: string
  readonly trackingCode: string
}

/** What may be done now; what this person could do at another time stays visible and says why not now. */
export function DemandActs({ view }: { view: DemandView }) {
  const [open, setOpen] = useState<DemandStep>()
  const [receipt, given] = useState<RequestReceipt>()
  const may = view.steps.filter(({ refusal }) => refusal === null)
  const refused = view.steps.filter(({ refusal }) => refusal !== null)
  return (
    <section className="card" id="acts" aria-label="办理">
      <h2>现在可以办理</h2>
      {receipt !== undefined && (
        <p role="status">
          {'已登记信息公开申请 '}
          <Link to={deskPaths.request(receipt.id)}>{receipt.number}</Link>
          {'；查询码 '}
          <span className="once">{receipt.trackingCode}</span>
          {'，只显示这一次，请告知申请人。'}
        </p>
      )}
      {may.length === 0 && <p>您现在没有可以办理的事项。</p>}
      <ul className="offers">
        {may.map(({ step, label }) => (
          <li key={step}>
            <Button
              type={open === step ? 'primary' : 'default'}
              aria-expanded={open === step}
              onClick={() => setOpen(open === step ? undefined : step)}
            >
              {label}
            </Button>
            {open === step && <StepForm {...{ view, step, label, given }} done={() => setOpen(undefined)} />}
          </li>
        ))}
      </ul>
      {refused.length > 0 && <RefusedSteps steps={refused} />}
    </section>
  )
}

function RefusedSteps({ steps }: { steps: readonly OfferedDemandStep[] }) {
  return (
    <details>
      <summary>{`现在不能办理（${steps.length}）`}</summary>
      <ul className="offers">
        {steps.map(({ step, label, refusal }) => (
          <li key={step}>
            <Button disabled aria-describedby={`why-${step}`}>
              {label}
            </Button>
            <p id={`why-${step}`} className="why">
              {refusal}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface Filling {
  readonly view: DemandView
  readonly step: DemandStep
  readonly label: string
  readonly done: () => void
  /** Told the receipt of the request that the demand became. */
  readonly given: (receipt: RequestReceipt) => void
}

function StepForm({ view, step, label, done, given }: Filling) {
  const session = useSession()
  const queries = useQueryClient()
  const { demand, standing } = view
  const fields = demandStepFields[step]
  const { typed, field, write, clear } = useTyped(
    `gongkai ${session.id} demand ${demand.id} ${step}`,
    usualOf(fields),
  )
  const path = step === 'convert' ? 'conversion' : `steps/${step}`
  const taking = useStep<Partial<DemandView> & { readonly receipt?: RequestReceipt }>({
    ...{ path: `/demands/${demand.id}/${path}`, version: standing.version },
    queryKey: ['demand', demand.id],
    show: ({ receipt }) => {
      if (receipt !== undefined) given(receipt)
      void queries.invalidateQueries({ queryKey: ['demand', demand.id] })
      void queries.invalidateQueries({ queryKey: ['list', 'demands'] })
    },
  })
  const go = async () => {
    if (!(await taking.take(bodyOf(fields, typed)))) return
    clear()
    done()
  }
  return (
    <form
      className="step-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        void go()
      }}
    >
      {demandStepAbout[step] !== undefined && <p>{demandStepAbout[step]}</p>}
      {fields.map(each => (
        <Field
          key={each.name}
          label={`${each.label}${each.optional === true ? '（可以不填）' : ''}`}
          wrong={taking.fields[each.name]}
        >
          <Control of={each} control={field(each.name)} write={write} />
        </Field>
      ))}
      {taking.refusal !== '' && <Alert type="error" showIcon role="alert" title={taking.refusal} />}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={taking.busy}>
          {`确认${label}`}
        </Button>
        <Button onClick={done}>收起</Button>
      </p>
    </form>
  )
}
