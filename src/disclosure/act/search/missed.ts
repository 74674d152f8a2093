import { type Actor, holdsAnywhere, type Role } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { today } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import {
  countMissed,
  forgetMissed,
  keepMissedDone,
  type Missed,
  missedSearches,
} from '../../store/search/missed.ts'

/** Who acts on what the public did not find. */
export const missedHandlers: readonly Role[] = ['officer', 'coordinator']

/**
 * Counts that words were not found, without who asked. Words that may name a person are not kept: long numbers,
 * addresses of mail, long texts.
 */
export async function noteMissed(work: Work, typed: string): Promise<void> {
  const text = typed.replace(/\s+/g, ' ').trim().toLowerCase()
  if (text.length < 2 || text.length > 40 || /\d{6}/.test(text) || /@|[\da-z]{12}/i.test(text)) return
  await countMissed(work, text, today())
}

/** What the public looked for and did not find, the most often first. */
export function searchesMissed(work: Work): Promise<Missed[]> {
  return missedSearches(work)
}

/** Writes down what was done about words that were not found. */
export async function handleMissed(
  work: Work,
  { by, today: on }: { readonly by: Actor; readonly today: Day },
  { words, done }: { readonly words: string; readonly done: string },
): Promise<{ readonly kind: 'handled' } | Refusal> {
  if (!missedHandlers.some(role => holdsAnywhere(by, role))) {
    return refuse('由公开专员或者局办公室处理搜索未果的词。')
  }
  if (done.trim() === '') return refuse('请写明做了什么，例如已公开、已加入关键词、不属于公开范围。')
  return await work.transaction(async inner => {
    const known = await keepMissedDone(inner, words, { done: done.trim(), on, by: by.name })
    if (!known) return refuse('没有这条搜索记录。')
    const who = { by: by.id, byName: by.name, agency: null }
    await audit(inner, {
      ...who,
      act: 'disclosure.missed',
      subject: words,
      detail: { done: done.trim(), on },
    })
    return { kind: 'handled' } as const
  })
}

/** Keeps the list within its bound. */
export async function trimMissed(work: Work): Promise<void> {
  await forgetMissed(work)
}
