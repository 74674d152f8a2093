import type { Day } from '../../statute/day.ts'
import { eachGram } from '../classify/grams.ts'
import { type CategoryModel, categoriesOf } from '../classify/model.ts'
import { type Compared, isLikelyDuplicate, likenessOf } from '../duplicates/likely.ts'
import { type Message, textOf } from '../message.ts'
import { type CategoryKnown, categoryEvidence, categoryReason, withCategory } from './by-category.ts'
import type { Correction } from './correcting.ts'
import { type Asked, type Duty, fittingDuties } from './duty.ts'
import { type Evidence, sure, type UnitModel } from './unit-model.ts'

/** A demand on which the supervisor decided which unit handles it. */
export interface Precedent extends Compared {
  readonly number: string
  readonly unit: string
}

/** The suggested unit with its source; `unit` is null where it is not sure, and `reason` then says why. */
export interface Suggestion {
  readonly unit: string | null
  readonly source: 'duties' | 'arbitration' | 'redispatch' | 'past' | null
  readonly reason: string
  /** Other units that come into question, the likeliest first. */
  readonly others: readonly string[]
}

/** The suggestion as it is shown: with the names of units and the limit that a dispatch would give. */
export interface SuggestedUnit extends Omit<Suggestion, 'others'> {
  readonly unitName: string | null
  readonly limit: string
  readonly others: readonly { readonly code: string; readonly name: string }[]
}

/** What a suggestion is read off. */
export interface Known {
  readonly duties: readonly Duty[]
  readonly precedents: readonly Precedent[]
  /** What came back since the last training. */
  readonly corrections: readonly Correction[]
  readonly learned: UnitModel | undefined
  /** The category of the demand, where people chose one or the model is sure of one. */
  readonly category?: CategoryKnown | undefined
  /** Units that sent this demand back: it is not suggested to them again. */
  readonly returnedBy: readonly string[]
  /** The units that stand today. */
  readonly units: ReadonlySet<string>
}

/** The unit that a demand should go to: the list of duties first, then decisions on its like, then past dispatches. */
export function suggestionFor(asked: Asked, on: Day, known: Known): Suggestion {
  const like = known.corrections.filter(each => isLikelyDuplicate(likenessOf(asked, each)))
  const returnedBy = new Set([...known.returnedBy, ...like.flatMap(({ wrong }) => wrong)])
  const possible = (unit: string) => known.units.has(unit) && !returnedBy.has(unit)
  const listed = fittingDuties(known.duties, asked, on).filter(({ unit }) => known.units.has(unit))
  // The list stands while a return of the like is not settled: a unit does not strike itself out of it.
  const settled = like.filter(({ right }) => right !== null).flatMap(({ wrong }) => wrong)
  const duties = listed.filter(({ unit }) => ![...known.returnedBy, ...settled].includes(unit))
  const units = [...new Set(duties.map(({ unit }) => unit))]
  const [duty] = duties
  if (duty !== undefined && units.length === 1) return byDuty(duty, like)
  if (units.length > 1)
    return byCategory(units, known) ?? unsure('权责清单中有几个单位同样符合，请选定。', units)
  const precedent = known.precedents.find(
    each => possible(each.unit) && isLikelyDuplicate(likenessOf(asked, each)),
  )
  if (precedent !== undefined) {
    const reason = `裁定先例：诉求 ${precedent.number} 与此相近，已裁定由该单位承办`
    return { unit: precedent.unit, source: 'arbitration', reason, others: [] }
  }
  const taken = like.findLast(({ right }) => right !== null && possible(right))
  if (taken !== undefined) {
    const reason = `诉求 ${taken.number} 与此相近，退单后改派该单位并已签收`
    return { unit: taken.right, source: 'redispatch', reason, others: [] }
  }
  return byPast(asked, known, { possible, isListed: listed.length > 0 })
}

function byDuty({ unit, matter, place, basis }: Duty, like: readonly Correction[]): Suggestion {
  const open = like.find(({ wrong, right }) => right === null && wrong.includes(unit))
  const returned = open === undefined ? '' : `；该单位退回了相近的诉求 ${open.number}，还没有确定`
  const reason = `权责清单：${place}${place === '' ? '' : ' '}${matter}${basis === '' ? '' : `（${basis}）`}${returned}`
  return { unit, source: 'duties', reason, others: [] }
}

/** Of units that fit the list alike, the one to which the category mostly went; undefined where it went to several. */
function byCategory(units: readonly string[], { learned, category }: Known): Suggestion | undefined {
  const found = units
    .map(unit => ({ unit, told: learned && categoryEvidence(unit, category, learned.byCategory) }))
    .find(
      ({ told }) => told !== undefined && told.here >= sure.cases && told.here / told.demands >= sure.right,
    )
  if (found?.told === undefined || category === undefined) return undefined
  const reason = `权责清单中有几个单位同样符合；${categoryReason(found.told, category.byHand)}`
  const others = units.filter(unit => unit !== found.unit)
  return { unit: found.unit, source: 'duties', reason, others }
}

interface Possible {
  readonly possible: (unit: string) => boolean
  /** Does the list name a unit, though one that sent it back? */
  readonly isListed: boolean
}

function byPast(asked: Asked, { learned, category }: Known, { possible, isListed }: Possible) {
  const list = isListed ? '权责清单写明的单位已经退单' : '权责清单中没有相符的事项'
  if (learned === undefined) return unsure(`${list}，以往派单还不够多。`, [])
  const byWords = categoriesOf(learned.model, asked)
  const shares = withCategory(byWords, category, learned.byCategory)
  const found = shares.filter(({ category: unit }) => possible(unit))
  const [first, ...rest] = found
  const others = rest.slice(0, 2).map(({ category: unit }) => unit)
  const evidence = learned.evidence[first?.category ?? '']
  // What a model tells of the category comes out of the same words and is not followed against them.
  const agreed = category?.byHand !== false || byWords[0]?.category === shares[0]?.category
  const told = agreed && knownShare(asked, learned.model) >= sure.known
  if (first === undefined || !told || !isSure(first.confidence, evidence)) {
    return unsure(
      `${list}，以往相近的诉求派往不同的单位。`,
      found.slice(0, 3).map(({ category: unit }) => unit),
    )
  }
  const like = `以往相近的 ${evidence?.judged} 件中，${evidence?.right} 件由该单位承办`
  const more = categoryEvidence(first.category, category, learned.byCategory)
  const reason = more === undefined ? like : `${like}；${categoryReason(more, category?.byHand === true)}`
  return { unit: first.category, source: 'past', reason, others } as const
}

/** What share of a message's grams the model has seen. */
export function knownShare(message: Message, { vocabulary }: CategoryModel): number {
  let [all, seen] = [0, 0]
  eachGram(textOf(message), gram => {
    all++
    if (vocabulary.grams.numberOf(gram) >= 0) seen++
  })
  return all === 0 ? 0 : seen / all
}

/** May the past be trusted: sure enough of this one, and right often enough on its like? */
export function isSure(confidence: number, evidence: Evidence | undefined): boolean {
  if (evidence === undefined || confidence < sure.confidence) return false
  return evidence.judged >= sure.cases && evidence.right / evidence.judged >= sure.right
}

function unsure(reason: string, others: readonly string[]): Suggestion {
  return { unit: null, source: null, reason, others }
}
