import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { answersLike } from '../../act/publishing.ts'

/** Something public that may answer a request before it is made. */
export interface Alike {
  readonly title: string
  readonly path: string
  readonly note: string
}

/** Looks for what is public in the parts of the house that this part does not know. */
export type LookElsewhere = (work: Work, description: string) => Promise<readonly Alike[]>

/** What is already public and like this description: earlier answers first, then the rest of the site. */
export async function lookAlike(work: Work, description: string, elsewhere: LookElsewhere): Promise<Alike[]> {
  const text = description.slice(0, 500)
  if ([...text.trim()].length < 2) return []
  const answers = await answersLike(work, text)
  const own = answers.map(({ request, title, agencyName, publishedOn }) => ({
    ...{ title, path: paths.answer(request), note: `${agencyName} ${publishedOn} 公布的答复` },
  }))
  return [...own, ...(await elsewhere(work, text))].slice(0, 8)
}
