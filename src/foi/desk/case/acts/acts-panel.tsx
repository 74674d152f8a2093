import { Button } from 'antd'
import { useState } from 'react'
import { articleName } from '../../../../statute/article.ts'
import { type FoiState, foiStates } from '../../../standing.ts'
import { type FoiStep, lineOfFoiStep } from '../../../steps.ts'
import type { CaseView, StepOffer } from '../../../view.ts'
import { useChoices } from '../../choices.ts'
import { DecisionForm } from '../decision/decision-form.tsx'
import { StepForm } from './step-form.tsx'
import { specOf } from './step-spec.ts'

/** What may be done now; what may not stays visible, says why, and under which article. */
export function ActsPanel({ view }: { view: CaseView }) {
  const [open, setOpen] = useState<FoiStep>()
  const shown = view.steps.filter(({ step }) => step === 'draft' || specOf(step) !== undefined)
  const may = shown.filter(({ refusal }) => refusal === undefined)
  const refused = shown.filter(({ refusal }) => refusal !== undefined)
  const near = refused.filter(({ step }) => isNear(step, view.standing.state))
  const far = refused.filter(offer => !near.includes(offer))
  const list = (offers: readonly StepOffer[]) => (
    <ul className="offers">
      {offers.map(offer => (
        <Offer key={offer.step} {...{ view, offer }} open={open === offer.step} setOpen={setOpen} />
      ))}
    </ul>
  )
  return (
    <section className="card" aria-label="办理">
      <h2>现在可以办理</h2>
      {may.length === 0 && <p>您现在没有可以办理的事项，下面写明原因。</p>}
      {list(may)}
      {near.length > 0 && <h3>现在不能办理</h3>}
      {list(near)}
      <details>
        <summary>{`其他环节（${far.length}）`}</summary>
        {list(far)}
      </details>
    </section>
  )
}

/** Is this a step of this state, and not one that may come at any time? */
function isNear(step: FoiStep, state: FoiState): boolean {
  const { from } = lineOfFoiStep(step)
  return from.includes(state) && from.length < foiStates.length
}

function Offer({
  view,
  offer,
  open,
  setOpen,
}: {
  view: CaseView
  offer: StepOffer
  open: boolean
  setOpen: (step: FoiStep | undefined) => void
}) {
  const { step, label, law, refusal } = offer
  const why = `why-${step}`
  return (
    <li>
      <Button
        disabled={refusal !== undefined}
        type={open ? 'primary' : 'default'}
        aria-describedby={refusal === undefined ? undefined : why}
        aria-expanded={refusal === undefined ? open : undefined}
        title={articleName(law)}
        onClick={() => setOpen(open ? undefined : step)}
      >
        {label}
      </Button>
      {refusal !== undefined && (
        <p id={why} className="why">
          {`${refusal.message}${refusal.law === undefined ? '' : `（${articleName(refusal.law)}）`}`}
        </p>
      )}
      {open && refusal === undefined && <Form view={view} offer={offer} done={() => setOpen(undefined)} />}
    </li>
  )
}

function Form({ view, offer, done }: { view: CaseView; offer: StepOffer; done: () => void }) {
  const agencies = useChoices()
  const people = agencies.find(({ code }) => code === view.request.agency)?.people ?? []
  const spec = specOf(offer.step)
  if (spec === undefined) return <DecisionForm view={view} offer={offer} done={done} />
  return <StepForm {...{ view, offer, spec, people, done }} />
}
