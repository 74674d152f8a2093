import { type Message, textOf } from '../message.ts'
import { pairsIn } from '../topics/rarity.ts'
import { emptyShare } from './phrases.ts'

/** An answer that was given to a demand. */
export interface Answered {
  readonly message: Message
  readonly reply: string
  /** Calendar days from filing to the answer. */
  readonly days: number
}

/** The parts of the score of an answer, each from 0 to 1; docs/decisions/0030. */
export interface QualityParts {
  /** How much of the demand's subject, in pairs of characters, the answer takes up. */
  readonly relevance: number
  /** How much of what a whole answer has is there: substance, what was done and when, a person to ask, a basis. */
  readonly completeness: number
  /** Whether it says why: 0, half for one word of reason, 1 for a cited rule or two reasons. */
  readonly reasons: number
  /** 1 up to five days, nothing from 30 on. */
  readonly timeliness: number
}

/** The score of an answer, from 0 to 100, with its parts: for choosing what a supervisor reads first, never for ranking people. */
export interface Quality extends QualityParts {
  readonly score: number
}

const weights = { relevance: 30, completeness: 30, reasons: 25, timeliness: 15 } as const
const enoughWords = 150
const [promptDays, lateDays] = [5, 30]
// Of so much of a subject, not all need be repeated.
const enoughTaken = 0.6
const steps = /已(?:经)?[^，。；]{1,12}|\d{1,2}月\d{1,2}日|完工|整改|责令|更换|修复|约谈|立案|办结|竣工/
const contact = /电话|联系人|\d{3,4}-\d{7,8}|1\d{10}|咨询[^，。；]{0,8}\d/
const cited = /《[^》]{2,40}》|第[一二三四五六七八九十百\d]+条/
const because = /因为|由于|经(?:调查|核实|核查|查|了解)|根据|依据|按照|原因/g

/** The score of an answer. */
export function qualityOf({ message, reply, days }: Answered): Quality {
  const text = textOf({ subject: '', body: reply })
  const parts: QualityParts = {
    relevance: relevanceOf(message, text),
    completeness: completenessOf(text),
    reasons: cited.test(text) ? 1 : Math.min(1, (text.match(because) ?? []).length / 2),
    timeliness: Math.min(1, Math.max(0, (lateDays - days) / (lateDays - promptDays))),
  }
  const sum =
    weights.relevance * parts.relevance +
    weights.completeness * parts.completeness +
    weights.reasons * parts.reasons +
    weights.timeliness * parts.timeliness
  return { ...parts, score: Math.round(sum) }
}

function relevanceOf({ subject, body }: Message, reply: string): number {
  const asked = pairsIn(textOf({ subject: subject || body.slice(0, 60), body: '' }))
  if (asked.size === 0) return 0
  const taken = pairsIn(reply)
  const shared = [...asked].filter(pair => taken.has(pair)).length / asked.size
  return Math.min(1, shared / enoughTaken)
}

function completenessOf(reply: string): number {
  const substance = reply.trim().length * (1 - emptyShare(reply))
  const has = [steps, contact, cited].filter(part => part.test(reply)).length
  return (Math.min(1, substance / enoughWords) + has) / 4
}
