import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

/** A step as a page offers it: `refusal` says why not now, null where it may be taken. */
interface Offer<Step extends string> {
  readonly step: Step
  readonly label: string
  readonly refusal: string | null
}

interface Offering<O extends Offer<string>> {
  readonly steps: readonly O[]
  /** The form of a step that was chosen. */
  readonly form: (offer: O, done: () => void) => ReactNode
  /** Why a step may not be taken now, in words. */
  readonly why: (offer: O) => string
  /** What stands above the steps. */
  readonly children?: ReactNode
}

/** What may be done now; what this person could do at another time stays visible and says why not now. */
export function Offers<O extends Offer<string>>({ steps, form, why, children }: Offering<O>) {
  const [open, setOpen] = useState<string>()
  const may = steps.filter(({ refusal }) => refusal === null)
  const refused = steps.filter(({ refusal }) => refusal !== null)
  return (
    <section className="card" id="acts" aria-label="办理">
      <h2>现在可以办理</h2>
      {children}
      {may.length === 0 && <p>您现在没有可以办理的事项。</p>}
      <ul className="offers">
        {may.map(offer => (
          <li key={offer.step}>
            <Button
              type={open === offer.step ? 'primary' : 'default'}
              aria-expanded={open === offer.step}
              onClick={() => setOpen(open === offer.step ? undefined : offer.step)}
            >
              {offer.label}
            </Button>
            {open === offer.step && form(offer, () => setOpen(undefined))}
          </li>
        ))}
      </ul>
      {refused.length > 0 && <NotNow steps={refused} why={why} />}
    </section>
  )
}

function NotNow<O extends Offer<string>>({ steps, why }: Pick<Offering<O>, 'steps' | 'why'>) {
  return (
    <details>
      <summary>{`现在不能办理（${steps.length}）`}</summary>
      <ul className="offers">
        {steps.map(offer => (
          <li key={offer.step}>
            <Button disabled aria-describedby={`why-${offer.step}`}>
              {offer.label}
            </Button>
            <p id={`why-${offer.step}`} className="why">
              {why(offer)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
