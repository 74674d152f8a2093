import type { Work } from '../../../platform/work.ts'
import type { Span } from '../../bulletins/period.ts'
import { demandsOfMatter } from '../../store/bulletins/counts.ts'
import type { ChosenTopic } from '../../store/bulletins/drafts.ts'
import { hiddenTitle } from '../../topics/kept-matters.ts'
import { hotTopics } from '../topics/views.ts'

/** The most topics of a bulletin. */
const mostTopics = 8

/** The hottest topics of a span with their demands in it, as they are kept and were corrected by hand. */
export async function topicsOfSpan(
  work: Work,
  { hotline, span }: { readonly hotline: string; readonly span: Span },
): Promise<ChosenTopic[]> {
  const within = { from: span.from, to: span.until, most: 3 * mostTopics }
  const hot = await hotTopics(work, { agency: hotline, ...within })
  // Of what confidential callers alone have nobody may read more than that it is there.
  const topics = hot.filter(({ title }) => title !== hiddenTitle).slice(0, mostTopics)
  return await Promise.all(
    topics.map(async ({ id, title, place }) => ({
      ...{ title, place, matter: id, demands: await demandsOfMatter(work, id, span) },
    })),
  )
}
