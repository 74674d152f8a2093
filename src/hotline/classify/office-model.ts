import type { Message } from '../message.ts'
import {
  accuracyOf,
  type CategoryAccuracy,
  type Confused,
  confusionOf,
  type Judged,
  macroF1,
} from './accuracy.ts'
import { decidedBy, learnableAs, sureFrom } from './deciding.ts'
import { type CategoryModel, categoriesOf } from './model.ts'
import { Training } from './training.ts'
import { firstLevel } from './tree.ts'

/** A demand of the past whose category people decided on, or confirmed by sending it on as it was suggested. */
export interface Labelled {
  readonly category: string
  readonly message: Message
  readonly byHand: boolean
}

/** How well first levels are found: judged on messages whose category people chose. */
export interface CategoryFigures {
  readonly tested: number
  /** Of them, those of which the model said that it is not sure: its answer counts here nevertheless. */
  readonly unsure: number
  /** The share that is right among those of which it was sure; null where there are none. */
  readonly rightWhereSure: number | null
  readonly macroF1: number
  readonly accuracy: readonly CategoryAccuracy[]
  readonly confusion: readonly Confused[]
}

/** What a training came to. */
export interface ModelFigures {
  readonly messages: number
  readonly byHand: number
  /** By messages held out: those that people chose last. The kept model then learned from them too. */
  readonly heldOut: CategoryFigures
}

const fewestByHand = 50
const heldOutShare = 5
/** What people chose counts twice: what was only confirmed repeats what a model said before. */
const handCounts = 2

/** Why nothing can be learned yet, in Chinese; undefined where it can. */
export function tooLittle(labelled: readonly Labelled[]): string | undefined {
  const byHand = labelled.filter(each => each.byHand)
  if (byHand.length < fewestByHand)
    return `人工选定分类的诉求有 ${byHand.length} 件，满 ${fewestByHand} 件后开始训练。`
  const kinds = new Set(
    byHand.slice(0, -heldOutOf(byHand.length)).map(({ category }) => firstLevel(category)),
  )
  return kinds.size < 2 ? '人工选定的诉求都是同一类，两类以上才能训练。' : undefined
}

/** Learns from an office's own past, given in the order of decision; the same past gives the same model. */
export function learnedFromPast(labelled: readonly Labelled[]): {
  readonly model: CategoryModel
  readonly figures: ModelFigures
} {
  const byHand = labelled.filter(each => each.byHand)
  const last = new Set(byHand.slice(-heldOutOf(byHand.length)))
  const trial = trained(labelled.filter(each => !last.has(each)))
  const judged = [...last].map(({ category, message }): Judged => {
    const { category: said, confidence } = decidedBy(categoriesOf(trial, message))
    return { truth: firstLevel(category), said: firstLevel(said), confidence }
  })
  const figures = { messages: labelled.length, byHand: byHand.length, heldOut: figuresOfJudged(judged) }
  return { model: trained(labelled), figures }
}

/** The figures of answers that were judged by people, at the first level. */
export function figuresOfJudged(judged: readonly Judged[]): CategoryFigures {
  const sure = judged.filter(({ confidence }) => confidence >= sureFrom)
  const right = sure.filter(({ truth, said }) => truth === said).length
  return {
    ...{ tested: judged.length, unsure: judged.length - sure.length },
    rightWhereSure: sure.length === 0 ? null : right / sure.length,
    macroF1: judged.length === 0 ? 0 : macroF1(judged),
    ...{ accuracy: accuracyOf(judged), confusion: confusionOf(judged) },
  }
}

function trained(labelled: readonly Labelled[]): CategoryModel {
  const learnedAs = learnableAs(labelled.map(({ category }) => category))
  const training = new Training()
  for (const { category, message, byHand } of labelled)
    for (let times = byHand ? handCounts : 1; times > 0; times--) training.add(learnedAs(category), message)
  return training.model()
}

function heldOutOf(byHand: number): number {
  return Math.floor(byHand / heldOutShare)
}
