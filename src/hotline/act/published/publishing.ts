import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { bigrams } from '../../../platform/text/bigrams.ts'
import type { Work } from '../../../platform/work.ts'
import type { PublishedDemand, PublishedLine, PublishedLinesAsked } from '../../published/published.ts'
import {
  countSame,
  publishedLike,
  publishedLines,
  publishedOf,
  publishedPage,
  sameAs,
} from '../../store/published/published.ts'

/** What was published of a demand; undefined where nothing was. */
export function publishedDemand(work: Work, demand: string): Promise<PublishedDemand | undefined> {
  return publishedOf(work, demand)
}

/** A page of the answers of the hotlines that this person sees that are, were or may become public. */
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
