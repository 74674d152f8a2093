import type { AnswerEvent, AnswerStanding, AnswerStep } from '../../published/steps.ts'
import type { DemandView } from '../../view.ts'

/** An answer on its way to everybody, as its demand's page reads it. */
export interface AnswerFound {
  readonly standing: AnswerStanding
  readonly events: readonly AnswerEvent[]
  readonly steps: readonly {
    readonly step: AnswerStep
    readonly label: string
    readonly refusal: string | null
  }[]
}

/** What the forms of the steps stand on; `take` sends a step of what was seen. */
export interface AnswerActing {
  readonly view: DemandView
  readonly found: AnswerFound
  readonly take: (step: AnswerStep, told?: object) => Promise<unknown>
}
