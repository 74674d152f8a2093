import type { Day } from '../../statute/day.ts'
import { inChinese } from '../../statute/day.ts'
import type { ApplicantKind, ServingWay } from '../request.ts'
import { oneLine, opening } from './words.ts'

/** A letter of the office as it is printed: text as functions of a request, edited within limits, frozen when sent. */
export interface Letter {
  readonly kind: LetterKind
  readonly title: string
  /** 〔2026〕第7号; null while it is a draft. */
  readonly number: string | null
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** What the clerk may write anew; everything else is fixed. Absent in letters of before, which are fixed as a whole. */
  readonly free?: FreeSpan
  readonly agency: string
  readonly on: Day
}

/** The paragraphs from one place up to another, which is itself not free; the same place twice: here some may be added. */
export interface FreeSpan {
  readonly from: number
  readonly until: number
}

/** What letters the office writes in the course of a request. */
export const letterKinds = [
  ...(['receipt', 'correction', 'thirdParty', 'coMaker', 'thirdPartyTold', 'extension', 'reasons'] as const),
  ...(['delay', 'fee', 'transfer', 'answer', 'ended', 'publication', 'recordCorrection'] as const),
] as const
export type LetterKind = (typeof letterKinds)[number]

/** What every letter is written from. */
export interface LetterFacts {
  /** The applicant as addressed: the name, or the organisation's. */
  readonly addressee: string
  /** Decides between 您 and 你单位; a person where it is not said. */
  readonly applicantKind?: ApplicantKind | undefined
  readonly agency: string
  readonly requestNumber: string
  readonly description: string
  readonly receivedOn: Day
  readonly on: Day
  readonly servingWay: ServingWay
  /** Where remedies are sought. */
  readonly remedies: RemedyPlaces
}

/** Where remedies are sought, from settings. */
export interface RemedyPlaces {
  /** 行政复议机关: the government that the agency belongs to, 行政复议法 Art 24. */
  readonly reconsideration: string
  readonly court: string
  /** The internet channel of reconsideration, 行政复议法 Art 22; empty where there is none. */
  readonly internetAddress: string
}

/** 《政府信息公开条例》 by its full name. */
export const regulation = '《中华人民共和国政府信息公开条例》'

/** What a letter says: the office's fixed words before and after, and between them what the clerk may write anew. */
export interface Wording {
  readonly title: string
  readonly before: readonly string[]
  readonly own: readonly string[]
  readonly after: readonly string[]
}

/** A letter, not yet numbered, to the applicant or to whom it is said to be. */
export function letterOf(
  kind: LetterKind,
  { title, before, own, after }: Wording,
  facts: LetterFacts,
  addressee = facts.addressee,
): Letter {
  return {
    ...{ kind, title, number: null, addressee: oneLine(addressee) },
    paragraphs: [...before, ...own, ...after],
    free: { from: before.length, until: before.length + own.length },
    ...{ agency: facts.agency, on: facts.on },
  }
}

/** 您 to a person, 你单位 to an organisation. */
export function youOf({ applicantKind = 'naturalPerson' }: LetterFacts): '您' | '你单位' {
  return applicantKind === 'naturalPerson' ? '您' : '你单位'
}

/** Which request the letter is about, in the applicant's own words. */
export function asked(facts: LetterFacts): string[] {
  const you = youOf(facts)
  const { requestNumber, description, receivedOn } = facts
  return opening(
    `${you}于${inChinese(receivedOn)}提出的政府信息公开申请（编号：${requestNumber}）收悉。${you}申请公开的内容为：`,
    description,
  )
}

/** The same to somebody who did not ask. */
export function askedByOthers({ requestNumber, description }: LetterFacts): string[] {
  return opening(`本机关收到政府信息公开申请（编号：${requestNumber}），申请公开的内容为：`, description)
}
