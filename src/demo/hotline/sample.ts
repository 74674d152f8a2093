import { drawSample, judgeAnswer, sampleSeen } from '../../hotline/act/quality/sampling.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'

const size = 20
const judged = 12
// Of the parts of a whole answer, one that has so few says neither what was done nor why.
const tooLittle = 0.3

/** Tells a drawing of answers of the last two months, of which the supervisor has judged the first. */
export async function tellSample(work: Work, { until, who }: { readonly until: Day; readonly who: Who }) {
  const by = who('supervisor', government)
  const moment = instantOf(addDays(until, -1), '15:00:00')
  const span = { agency: government, from: addDays(until, -80), to: addDays(until, -21) }
  const drawn = await drawSample(work, { ...span, way: 'chance', seed: 2026, size }, { by, moment })
  if (isRefusal(drawn)) return
  const { answers = [] } = (await sampleSeen(work, drawn.id, by)) ?? {}
  for (const { place, quality } of answers.slice(0, judged)) {
    const passed = quality.completeness > tooLittle
    const found = { passed, reason: passed ? '' : '没有写明怎样办理、何时办结。' }
    must(await judgeAnswer(work, { sample: drawn.id, place }, found, { by, moment }))
  }
}
