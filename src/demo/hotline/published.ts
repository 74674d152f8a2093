import { takeAnswerStep } from '../../hotline/act/published/stepping.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
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

/** An answer of an ended demand goes to everybody: one writes it in words that name nobody, another checks and publishes it. */
export async function tellPublished(
  work: Work,
  { id, wanted: { subject, body, answer }, on, who, secrets }: Publishing,
): Promise<void> {
  const [editor, supervisor] = [who('dispatcher', government), who('supervisor', government)]
  const content = { title: subject, question: body, answer }
  const steps = [
    ['propose', editor, '10:00:00', { reason: '来电较多' }],
    ['draft', editor, '10:10:00', { content }],
    ['check', supervisor, '10:50:00', {}],
    ['publish', supervisor, '11:00:00', {}],
  ] as const
  for (const [step, by, time, told] of steps) {
    const moment = instantOf(addDays(on, 6), time)
    must(await takeAnswerStep(work, { id, step, by, moment, secrets }, told))
  }
}
