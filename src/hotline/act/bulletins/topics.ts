import type { Work } from '../../../platform/work.ts'
import type { Span } from '../../bulletins/period.ts'
import { demandsOfMatter } from '../../store/bulletins/counts.ts'
import type { ChosenTopic } from '../../store/bulletins/drafts.ts'
import { hotTopics } from '../topics/views.ts'

/** The most topics of a bulletin. */
const mostTopics = 8

/** The hottest topics of a span with their demands in it, as they are kept and were corrected by hand. */
export async function topicsOfSpan(
  work: Work,
  { hotline, span }: { readonly hotline: string; readonly span: Span },
): Promise<ChosenTopic[]> {
  const within = { from: span.from, to: span.until, most: mostTopics }
  const topics = await hotTopics(work, { agency: hotline, ...within })
  return await Promise.all(
    topics.map(async ({ id, title, place }) => ({
      ...{ title, place, matter: id, demands: await demandsOfMatter(work, id, span) },
    })),
  )
}
