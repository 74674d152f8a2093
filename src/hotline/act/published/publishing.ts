import { personalIn } from '../../../disclosure/checks/personal/personal.ts'
import { agenciesSeen } from '../../../office/agencies.ts'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { bigrams } from '../../../platform/text/bigrams.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import {
  longestPublished,
  type PublishedDemand,
  type PublishedLine,
  type PublishedLinesAsked,
} from '../../published/published.ts'
import { callerOf } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import {
  countSame,
  keepPublished,
  keepWithdrawn,
  publishedLike,
  publishedLines,
  publishedOf,
  publishedPage,
  sameAs,
} from '../../store/published/published.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import type { DemandDoing } from '../act.ts'

/** What is published of a demand, in words that name nobody. */
export type Publishing = Pick<PublishedDemand, 'title' | 'question' | 'answer'>

const lineOfStep = '“公开答复”由热线的督办员办理。'

/** Publishes what was answered, for everybody: of a demand that has ended, and in words that hold nobody's data. */
export function publishAnswer(
  work: Work,
  { id, by, moment, secrets }: DemandDoing & { readonly secrets: Secrets },
  told: Publishing,
): Promise<Refusal | undefined> {
  return work.transaction(async inner => {
    const record = await demandOf(inner, id, true)
    if (record === undefined) return refuse('没有这件诉求。')
    const { demand } = record
    if (!holds(by, 'supervisor', demand.agency)) return refuse(lineOfStep)
    const refusal = refusalOfDemandToPublish(record) ?? refusalOfWords(told)
    if (refusal !== undefined) return refusal
    const caller = await callerOf(inner, id, secrets)
    const text = `${told.title}\n${told.question}\n${told.answer}`
    const named = [caller?.name, caller?.phone].find(
      each => each !== undefined && each !== '' && text.includes(each),
    )
    if (named !== undefined) return refuse('公开的文字中有来电人的姓名或者电话，请删去后再公开。')
    await keepPublished(
      inner,
      { demand: id, agency: demand.agency, ...told },
      { at: moment, words: bigrams(text) },
    )
    const who = { by: by.id, byName: by.name, agency: demand.agency }
    await audit(inner, { ...who, act: 'hotline.publish', subject: id, detail: { number: demand.number } })
    return undefined
  })
}

function refusalOfDemandToPublish({ demand, standing }: DemandRecord): Refusal | undefined {
  if (demand.confidential) return refuse('来电人要求保密的诉求不公开。')
  return ['closed', 'answered'].includes(standing.state)
    ? undefined
    : refuse('诉求办结或者直接办复以后才能公开答复。')
}

function refusalOfWords(told: Publishing): Refusal | undefined {
  const fields = [
    ['标题', told.title, longestPublished.title],
    ['问题', told.question, longestPublished.question],
    ['答复', told.answer, longestPublished.answer],
  ] as const
  for (const [label, text, most] of fields) {
    if (text.trim() === '') return refuse(`请填写公开的${label}。`)
    if ([...text].length > most) return refuse(`公开的${label}不能超过 ${most} 字。`)
    const [find] = personalIn(text)
    if (find !== undefined)
      return refuse(`公开的${label}中有个人信息（${find.what}：${find.text}），请删去后再公开。`)
  }
  return undefined
}

/** Takes a published answer off the public pages. */
export function withdrawPublished(
  work: Work,
  { id, by, moment }: DemandDoing,
  reason: string,
): Promise<Refusal | undefined> {
  return work.transaction(async inner => {
    const record = await demandOf(inner, id, true)
    if (record === undefined) return refuse('没有这件诉求。')
    const { demand } = record
    if (!holds(by, 'supervisor', demand.agency)) return refuse(lineOfStep)
    if (reason.trim() === '') return refuse('请写明撤下的理由。')
    await keepWithdrawn(inner, id, moment)
    const who = { by: by.id, byName: by.name, agency: demand.agency }
    const detail = { number: demand.number, reason }
    await audit(inner, { ...who, act: 'hotline.unpublish', subject: id, detail })
    return undefined
  })
}

/** What was published of a demand; undefined where nothing was. */
export function publishedDemand(work: Work, demand: string): Promise<PublishedDemand | undefined> {
  return publishedOf(work, demand)
}

/** A page of what the hotlines that this person sees published, also what was withdrawn. */
export async function publishedList(
  work: Work,
  asked: PublishedLinesAsked,
  reader: Actor,
): Promise<{ readonly lines: readonly PublishedLine[]; readonly total: number }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await publishedLines(work, { ...asked, agencies })
}

/** The public answer of which the caller of this demand said that it is the same matter. */
export function saidTheSameAs(work: Work, demand: string): ReturnType<typeof sameAs> {
  return sameAs(work, demand)
}

/** One page of the public answers that hold all the words, the newest first. */
export function publishedDemands(
  work: Work,
  { q, page, size }: { readonly q: string; readonly page: number; readonly size: number },
): Promise<{ readonly lines: readonly PublishedDemand[]; readonly total: number }> {
  return publishedPage(work, { words: bigrams(q), page, size })
}

/** The public answers that are most like what somebody is writing. */
export async function publishedAlike(work: Work, text: string): Promise<readonly PublishedDemand[]> {
  const pairs = bigrams(text.slice(0, 300))
  return pairs.length < 3 ? [] : await publishedLike(work, pairs, 5)
}

/** One more says that he has the same matter. */
export function sameForMe(work: Work, demand: string): Promise<void> {
  return countSame(work, demand)
}
