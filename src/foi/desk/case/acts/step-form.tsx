import { useState } from 'react'
import { useSession } from '../../../../desk/session.ts'
import { StepFrame } from '../../../../desk/steps/step-frame.tsx'
import { type Typed, useTyped } from '../../../../desk/steps/typed.ts'
import type { CaseView, Colleague, StepOffer } from '../../../view.ts'
import { Preview, paragraphsWith, usePreview } from './preview.tsx'
import { StepFields } from './step-fields.tsx'
import type { StepSpec } from './step-spec.ts'
import { bodyOf } from './typed.ts'
import { useStep } from './use-step.ts'

interface Filled {
  readonly view: CaseView
  readonly offer: StepOffer
  readonly spec: StepSpec
  readonly people: readonly Colleague[]
  readonly done: () => void
}

/** A step's form with its letter beside; nothing happens before it is confirmed, and nothing typed is lost. */
export function StepForm({ view, offer, spec, people, done }: Filled) {
  const session = useSession()
  const place = `gongkai ${session.id} request ${view.request.id} ${offer.step}`
  const { typed, write, clear } = useTyped(place, usualOf(spec, session.today))
  const [own, writeOwn] = useState<string>()
  const taking = useStep(view, offer.step)
  const body = bodyOf(spec.fields, typed, people)
  const previewed = usePreview({
    ...{ view, step: offer.step },
    body: spec.letter === undefined ? undefined : body,
  })
  const letter = previewed.data?.letter ?? null
  const go = async () => {
    if (body === undefined) return
    const edits =
      own === undefined || letter === null ? {} : { letter: { paragraphs: paragraphsWith(letter, own) } }
    if (!(await taking.take({ ...body, ...edits }))) return
    clear()
    done()
  }
  return (
    <StepFrame label={offer.label} about={spec.about} {...{ taking, go, done }} ready={body !== undefined}>
      <StepFields fields={spec.fields} {...{ view, typed, write, people, wrong: taking.fields }} />
      {spec.letter !== undefined && (
        <Preview
          found={previewed}
          ready={body !== undefined}
          {...(spec.letter === 'sends' ? { own: { text: own, write: writeOwn } } : {})}
        />
      )}
    </StepFrame>
  )
}

function usualOf({ fields }: StepSpec, today: string): Typed {
  return Object.fromEntries(
    fields.flatMap(({ name, fromToday }) => (fromToday === true ? [[name, today]] : [])),
  )
}
