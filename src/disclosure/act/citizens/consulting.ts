import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { now } from '../../../platform/clock.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { theForm } from '../../forms.ts'
import { blankContent } from '../../item.ts'
import { textInMarkup } from '../../read/body/parse.ts'
import { consultationOf } from '../../store/citizens/consultations.ts'
import {
  keepAnswer,
  keepOpinion,
  type Opinion,
  opinionCounts,
  opinionsOf,
  sealedVoices,
} from '../../store/citizens/opinions.ts'
import {
  type Adoption,
  adoptionLabel,
  adoptions,
  refusalOfAnswering,
  refusalOfOpinion,
  type VoiceKind,
} from '../../voices.ts'
import { mayWrite } from '../../writers.ts'
import { beginItem } from '../drafting.ts'
import { type Contact, openContact, sealContact } from './contact.ts'

const purpose = 'disclosure opinion'

/** An opinion as it is given. `once` is a secret of the form: sent twice, it is one opinion. */
export interface GivenOpinion extends Contact {
  readonly item: string
  readonly kind: VoiceKind
  readonly text: string
  readonly once: string
}

/** Gives an opinion on a draft that is open to opinions. @returns its number */
export async function giveOpinion(
  work: Work,
  { item, kind, text, once, ...voice }: GivenOpinion,
  { today, secrets }: { readonly today: Day; readonly secrets: Secrets },
): Promise<{ readonly kind: 'given'; readonly number: number } | Refusal> {
  return await work.transaction(async inner => {
    const consultation = await consultationOf(inner, item)
    if (consultation === undefined) return refuse('没有这项意见征集。')
    const refusal = refusalOfOpinion(consultation, today)
    if (refusal !== undefined) return refusal
    if (text === '') return refuse('请写下您的意见。')
    const sealed = sealContact(secrets, purpose, voice)
    const kept = { sealed, once: secrets.mark(purpose, once), filedAt: now() }
    const number = await keepOpinion(inner, { item, kind, text, filedOn: today }, kept)
    return { kind: 'given', number } as const
  })
}

/** What became of an opinion, told to the public where `shown`. */
export interface OpinionAnswer {
  readonly number: number
  readonly adopted: Adoption
  readonly words: string
  readonly shown: boolean
}

/** Answers opinions, one or many at once: all or none. */
export async function answerOpinions(
  work: Work,
  { item, by, today }: { readonly item: string; readonly by: Actor; readonly today: Day },
  answers: readonly OpinionAnswer[],
): Promise<Refusal | { readonly kind: 'answered'; readonly count: number }> {
  return await work.transaction(async inner => {
    const consultation = await consultationOf(inner, item)
    if (consultation === undefined) return refuse('没有这项意见征集。')
    const refusal = refusalOfAnswering(by, consultation.agency)
    if (refusal !== undefined) return refusal
    for (const { number, adopted, words: answer, shown } of answers) {
      if (answer === '' && adopted !== 'adopted') return refuse(`第 ${number} 条意见请写明理由。`)
      const kept = { adopted, answer, shown, on: today, byName: by.name }
      if (!(await keepAnswer(inner, { item, number }, kept))) return refuse(`没有第 ${number} 条意见。`)
    }
    const who = { by: by.id, byName: by.name, agency: consultation.agency }
    const detail = { rows: answers.length }
    await audit(inner, { ...who, act: 'disclosure.answerOpinions', subject: item, detail })
    return { kind: 'answered', count: answers.length } as const
  })
}

/** Opinions with who gave them, for the agency's own people; the names of others stay sealed. */
export async function opinionsWithVoices(
  work: Work,
  {
    item,
    standing,
    page,
    size,
  }: { item: string; standing: 'all' | 'open' | 'answered'; page: number; size: number },
  secrets: Secrets | undefined,
): Promise<{ readonly lines: readonly (Opinion & { voice: Contact | null })[]; readonly total: number }> {
  const { opinions, total } = await opinionsOf(work, item, { standing, page, size })
  const numbers = opinions.map(({ number }) => number)
  const sealed = secrets === undefined ? new Map<number, string>() : await sealedVoices(work, item, numbers)
  const voiceOf = (number: number): Contact | null =>
    (secrets && openContact(secrets, purpose, sealed.get(number) ?? '')) ?? null
  return { lines: opinions.map(each => ({ ...each, voice: voiceOf(each.number) })), total }
}

/**
 * Begins the item that tells the result, with the numbers and the answered opinions in its body; it goes the way of
 * every item. @returns its id
 */
export async function startResult(
  work: Work,
  { item, by, today }: { readonly item: string; readonly by: Actor; readonly today: Day },
): Promise<Refusal | { readonly kind: 'started'; readonly id: string }> {
  return await work.transaction(async inner => {
    const consultation = await consultationOf(inner, item)
    if (consultation === undefined) return refuse('没有这项意见征集。')
    const counts = await opinionCounts(inner, item)
    const open = counts.get('') ?? 0
    if (open > 0) return refuse(`还有 ${open} 条意见没有答复，请先逐条说明采纳情况。`)
    const { agency, title } = consultation
    if (!mayWrite(by, agency)) return refuse('征集结果由本机关的公开专员或业务处室经办人起草。', 'Art 26')
    const shown = await opinionsOf(inner, item, { standing: 'shown', page: 1, size: mostTold })
    const content = {
      ...blankContent('consultationResult', theForm('consultationResult').duty),
      ...{ title: `关于《${title}》意见征集结果的反馈`, madeOn: today, interprets: [item] },
      body: resultBody(counts, shown.opinions),
    }
    return { kind: 'started', id: await beginItem(inner, { by, today }, { agency, content }) }
  })
}

/** So many opinions at most stand in the table of a result; the page of the consultation shows them all. */
const mostTold = 500

function resultBody(counts: ReadonlyMap<string, number>, shown: readonly Opinion[]): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const parts = adoptions.map(each => `${adoptionLabel[each]} ${counts.get(each) ?? 0} 条`).join('，')
  const rows = shown.map(
    ({ text, adopted, answer }) =>
      `<tr><td>${textInMarkup(text)}</td><td>${adopted === null ? '' : adoptionLabel[adopted]}</td><td>${textInMarkup(answer ?? '')}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<table><thead><tr><th>意见</th><th>采纳情况</th><th>说明</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  return `<p>征集期间共收到意见 ${total} 条，其中${parts}。</p>${table}`
}
