import type { Day } from '../../statute/day.ts'
import type { Quality } from './score.ts'

/** How answers are drawn: by chance, or the lowest scores first. */
export const sampleWays = ['chance', 'weakest'] as const
export type SampleWay = (typeof sampleWays)[number]

/** The way as the page calls it. */
export const sampleWayLabel = { chance: '随机', weakest: '得分低的在前' } as const satisfies Record<
  SampleWay,
  string
>

/** At most so many answers are scored where the lowest are looked for. */
export const mostScored = 5000

/** How the answers of a drawing were found, as it stands at the drawing. */
export const sampleRule = `范围为这段日期登记、已经答复的诉求，取每件最后一次答复。随机：按随机数排列后取前若干件；同一随机数、同一范围抽到的相同。得分低的在前：诉求超过 ${mostScored} 件的，先按随机数取 ${mostScored} 件，再取得分最低的。得分由程序计算，只用来选择先看哪些，不作为评价人员和单位的依据；合格与否由督办员认定。`

/** From which score on the program is taken to say 合格, where it is compared with people. */
export const scorePasses = 60

/** A drawing of answers 答复质量抽查. */
export interface Sample {
  readonly id: string
  readonly agency: string
  readonly from: Day
  readonly to: Day
  readonly way: SampleWay
  readonly seed: number
  /** Out of how many answers, and how many were drawn. */
  readonly among: number
  readonly size: number
  readonly judged: number
  readonly passed: number
  readonly madeByName: string
  readonly madeAt: string
}

/** An answer that was drawn, with what the supervisor found last; null while nobody has judged it. */
export interface SampledAnswer {
  readonly place: number
  readonly demand: string
  readonly number: string
  readonly subject: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly quality: Quality
  readonly passed: boolean | null
  readonly reason: string | null
  readonly judgedByName: string | null
  readonly judgedAt: string | null
}

/** How far people and the score agree, and what people found of each unit. */
export interface SampleSummary {
  /** Among the judged: by the score 合格 or not, by people 合格 or not. */
  readonly both: number
  readonly neither: number
  readonly scoreAlone: number
  readonly peopleAlone: number
  /** Counts of what people found, in the order of the units' names; no unit is ranked. */
  readonly units: readonly { readonly name: string; readonly passed: number; readonly failed: number }[]
}

/** The summary of a drawing. */
export function summaryOf(answers: readonly SampledAnswer[]): SampleSummary {
  const judged = answers.filter(({ passed }) => passed !== null)
  const count = (byScore: boolean, byPeople: boolean) =>
    judged.filter(({ quality, passed }) => quality.score >= scorePasses === byScore && passed === byPeople)
      .length
  const units = [...Map.groupBy(judged, ({ unitName }) => unitName ?? '热线直接答复')].map(([name, of]) => ({
    name,
    passed: of.filter(({ passed }) => passed === true).length,
    failed: of.filter(({ passed }) => passed === false).length,
  }))
  return {
    ...{ both: count(true, true), neither: count(false, false) },
    ...{ scoreAlone: count(true, false), peopleAlone: count(false, true) },
    units: units.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  }
}
