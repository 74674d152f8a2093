import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '../../desk/session.ts'
import { Offers } from '../../desk/steps/offers.tsx'
import { useStep } from '../../desk/steps/step.ts'
import { StepFrame } from '../../desk/steps/step-frame.tsx'
import { useTyped } from '../../desk/steps/typed.ts'
import { Field } from '../../office/desk/acting.tsx'
import { deskPaths } from '../../web/paths.ts'
import type { DemandStep } from '../steps.ts'
import type { DemandView } from '../view.ts'
import { Drafting, draftedBody, Templates } from './drafting/drafting.tsx'
import { bodyOf, Control, usualOf } from './step-control.tsx'
import { demandStepAbout, demandStepFields } from './step-spec.ts'

interface RequestReceipt {
  readonly id: string
  readonly number: string
  readonly trackingCode: string
}

/** What is done most with a demand stands first; the rest follows in the order of the table of steps. */
const most: readonly DemandStep[] = [
  ...(['sign', 'feedBack', 'givePart', 'resume', 'dispatch', 'answer', 'arbitrate'] as const),
  ...(['extend', 'callBack', 'close', 'answerInstruction'] as const),
]
const place = ({ step }: { readonly step: DemandStep }) =>
  most.includes(step) ? most.indexOf(step) : most.length

/** What may be done now with the demand; a conversion shows the code of the request once. */
export function DemandActs({ view }: { view: DemandView }) {
  const [receipt, given] = useState<RequestReceipt>()
  return (
    <Offers
      steps={view.steps.toSorted((a, b) => place(a) - place(b))}
      why={({ refusal }) => refusal ?? ''}
      form={({ step, label }, done) =>
        step === 'visit' ? (
          <VisitDoor demand={view.demand.id} />
        ) : (
          <StepForm {...{ view, step, label, given, done }} />
        )
      }
    >
      {receipt !== undefined && (
        <p role="status">
          {'已登记信息公开申请 '}
          <Link to={deskPaths.request(receipt.id)}>{receipt.number}</Link>
          {'；查询码 '}
          <span className="once">{receipt.trackingCode}</span>
          {'，只显示这一次，请告知申请人。'}
        </p>
      )}
    </Offers>
  )
}

/** The page of a visit is opened on the phone before one goes where there is no line. */
function VisitDoor({ demand }: { demand: string }) {
  return (
    <p className="step-form">
      <Link to={deskPaths.visit(demand)}>打开现场核查</Link>
      {'：请在手机上打开，到现场填写、拍照；没有网络时先存在手机上，有网络后自动送出。'}
    </p>
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
    show: ({ receipt, ...after }) => {
      if (receipt !== undefined) given(receipt)
      // At once: the next step of the same hand must not meet its own last one as somebody else's.
      if (after.demand !== undefined) queries.setQueryData(['demand', demand.id], after)
      void queries.invalidateQueries({ queryKey: ['demand', demand.id] })
      void queries.invalidateQueries({ queryKey: ['list', 'demands'] })
    },
  })
  const body = { ...bodyOf(fields, typed), ...(step === 'feedBack' && draftedBody(typed)) }
  const go = async () => {
    if (!(await taking.take(body))) return
    clear()
    done()
  }
  return (
    <StepFrame label={label} about={demandStepAbout[step]} {...{ taking, go, done }}>
      {step === 'feedBack' && <Templates {...{ view, typed, write }} />}
      {fields.map(each => (
        <Field
          key={each.name}
          label={`${each.label}${each.optional === true ? '（可以不填）' : ''}`}
          wrong={taking.fields[each.name]}
        >
          <Control of={each} control={field(each.name)} write={write} />
        </Field>
      ))}
      {step === 'feedBack' && <Drafting {...{ typed, write }} />}
    </StepFrame>
  )
}
