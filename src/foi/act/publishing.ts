import { beginFromAnswer } from '../../disclosure/act/from-answer.ts'
import { bigrams } from '../../platform/text/bigrams.ts'
import type { Work } from '../../platform/work.ts'
import { refuse } from '../../statute/refusal.ts'
import { paths } from '../../web/paths.ts'
import { publicationLetter } from '../letters/afterwards.ts'
import type { Applicant } from '../request.ts'
import { applicantOf } from '../store/applicants.ts'
import {
  countAnswersMe,
  keepPublication,
  type Publication,
  type PublicationQuery,
  publicationOf,
  publications,
  publicationsLike,
  timesAnswered,
} from '../store/publications.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'
import { factsOf, type Sending } from './sending.ts'

/** Proposes that an answer be published, Art. 44: by the applicant, or by who saw that several ask the same. */
export function proposePublication(work: Work, doing: FoiDoing, reason: string): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'proposePublication', ({ standing }) => {
    const { outcome } = standing
    if (outcome?.kind !== 'granted' && outcome?.kind !== 'partlyGranted')
      return refuse('只有予以公开或者部分公开的信息才能建议主动公开。', 'Art 44')
    return reason.trim() === ''
      ? refuse('请写明建议主动公开的理由。', 'Art 44')
      : { kind: 'publicationProposed', on: doing.today, reason }
  })
}

/** What the head decides on publishing an answer; the words to be published name nobody. */
export interface PublicationDecision {
  readonly publish: boolean
  readonly reason: string
  readonly title: string
  readonly text: string
}

/**
 * Decides whether an answer is published; the applicant reads the decision on the tracking page. What is published also
 * begins as an item of proactive disclosure, with a review of its own.
 */
export function decidePublication(
  work: Work,
  doing: FoiDoing & Sending,
  decision: PublicationDecision,
): Promise<FoiDone> {
  return takeFoiStep(work, doing, 'decidePublication', async before => {
    const { work: inner, request } = before
    const { publish, reason, title, text } = decision
    if (reason.trim() === '') return refuse('请写明决定的理由。', 'Art 44')
    const facts = await factsOf(before, doing, doing.today)
    if (!publish) {
      const tells = { kind: 'publicationDecided', on: doing.today, ...decision, title: '', text: '' } as const
      return { tells, letters: [publicationLetter(facts, { publish: false, reason })] }
    }
    if (title.trim() === '' || text.trim() === '') return refuse('请填写公布的标题和正文。', 'Art 44')
    const named = namedIn(`${title}\n${text}`, await applicantOf(inner, request.id, doing.secrets))
    if (named !== undefined) return refuse(`公布的文字中有申请人的${named}，请删去后再公布。`, 'Art 15')
    const { id, agency } = request
    const words = bigrams(`${title}\n${text}`)
    await keepPublication(inner, { request: id, agency, title, text }, { on: doing.today, words })
    await beginFromAnswer(inner, { by: doing.by, today: doing.today }, { agency, title, text })
    const letter = publicationLetter(facts, {
      publish: true,
      on: doing.today,
      where: paths.answer(id),
      reason,
    })
    return { tells: { kind: 'publicationDecided', on: doing.today, ...decision }, letters: [letter] }
  })
}

/** Which of the applicant's data stands in the text. */
function namedIn(text: string, applicant: Applicant | undefined): string | undefined {
  if (applicant === undefined) return undefined
  const { name, document, contact, address, agent } = applicant
  const parts = { 姓名或者名称: name, 证件号码: document, 联系方式: contact, 地址: address }
  const all = Object.entries({ ...parts, 代理人姓名: agent?.name ?? '' })
  return all.find(([, value]) => value.trim().length > 1 && text.includes(value.trim()))?.[0]
}

/** The published answers, for the portal. */
export function publishedAnswers(
  work: Work,
  { q, ...rest }: Omit<PublicationQuery, 'words'> & { readonly q: string },
): Promise<{ lines: Publication[]; total: number }> {
  return publications(work, { ...rest, words: bigrams(q) })
}

/** One published answer, and how many found their own answer in it. */
export async function publishedAnswer(
  work: Work,
  request: string,
  path: string,
): Promise<(Publication & { readonly times: number }) | undefined> {
  const found = await publicationOf(work, request)
  return found && { ...found, times: await timesAnswered(work, path) }
}

/** The published answers that are most like a description. */
export function answersLike(work: Work, description: string): Promise<Publication[]> {
  return publicationsLike(work, bigrams(description), 5)
}

/** Somebody found that this page answers him and needs no request. */
export function answeredBy(work: Work, path: string): Promise<void> {
  return countAnswersMe(work, path)
}
