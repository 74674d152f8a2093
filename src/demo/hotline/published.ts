import { publishAnswer } from '../../hotline/act/published/publishing.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import type { Who } from '../who.ts'
import type { WantedDemand } from './wanted.ts'

interface Publishing {
  readonly id: string
  readonly wanted: WantedDemand
  /** The day on which the demand was filed. */
  readonly on: Day
  readonly who: Who
  readonly secrets: Secrets
}

/** The supervisor chooses the answer of an ended demand for everybody, in words that name nobody. */
export async function tellPublished(
  work: Work,
  { id, wanted: { subject, body, answer }, on, who, secrets }: Publishing,
): Promise<void> {
  const doing = {
    id,
    by: who('supervisor', government),
    moment: instantOf(addDays(on, 6), '11:00:00'),
    secrets,
  }
  const refusal = await publishAnswer(work, doing, { title: subject, question: body, answer })
  if (refusal !== undefined) throw new Error(refusal.message)
}
