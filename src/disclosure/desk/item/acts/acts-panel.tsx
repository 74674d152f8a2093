import { Button } from 'antd'
import { useState } from 'react'
import { articleName } from '../../../../statute/article.ts'
import { draftStates } from '../../../standing.ts'
import { type ItemStep, lineOfItemStep } from '../../../steps.ts'
import type { ItemStepOffer, ItemView } from '../../../view.ts'
import { useItemChoices } from '../../choices.ts'
import { ItemStepForm } from './step-form.tsx'
import { itemStepSpecs } from './step-spec.ts'

/** What may be done now; what may not stays visible, says why, and under which article. */
export function ItemActs({ view }: { view: ItemView }) {
  const [open, setOpen] = useState<ItemStep>()
  const shown = view.steps.filter(({ step }) => step !== 'save')
  const may = shown.filter(({ refusal }) => refusal === undefined)
  const refused = shown.filter(({ refusal }) => refusal !== undefined)
  const near = refused.filter(({ step }) => isNear(step, view))
  const far = refused.filter(offer => !near.includes(offer))
  const list = (offers: readonly ItemStepOffer[]) => (
    <ul className="offers">
      {offers.map(offer => (
        <Offer key={offer.step} {...{ view, offer }} open={open === offer.step} setOpen={setOpen} />
      ))}
    </ul>
  )
  return (
    <section className="card no-print" aria-label="办理" id="acts">
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
function isNear(step: ItemStep, { standing }: ItemView): boolean {
  const { draft, shelf } = lineOfItemStep(step)
  return draft.includes(standing.draft) && shelf.includes(standing.shelf) && draft.length < draftStates.length
}

function Offer({
  view,
  offer: { step, label, law, refusal },
  open,
  setOpen,
}: {
  view: ItemView
  offer: ItemStepOffer
  open: boolean
  setOpen: (step: ItemStep | undefined) => void
}) {
  const why = `why-${step}`
  const people = useItemChoices().find(({ code }) => code === view.item.agency)?.people ?? []
  const spec = step === 'save' ? undefined : itemStepSpecs[step]
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
      {open && refusal === undefined && spec !== undefined && (
        <ItemStepForm
          {...{ view, spec, people, offer: { step, label, law } }}
          done={() => setOpen(undefined)}
        />
      )}
    </li>
  )
}
