import { now } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { type WordFinder, wordFinder } from '../../checks/words/find.ts'
import { beginLists, keptPhrases, keptWords, type ListState, listState } from '../../store/checks/words.ts'

/** The lists as they stand, ready to look with. */
export interface StandingList extends ListState {
  readonly find: WordFinder
}

const made = new Map<string, WordFinder>()
const most = 8

/** The lists as they stand; made once for each state, and with what the office begins with where there are none. */
export async function standingList(work: Work): Promise<StandingList> {
  const state = (await listState(work)) ?? (await begun(work))
  const known = made.get(state.mark)
  if (known !== undefined) return { ...state, find: known }
  const find = wordFinder(await keptWords(work), await keptPhrases(work))
  for (const oldest of [...made.keys()].slice(0, Math.max(0, made.size - most + 1))) made.delete(oldest)
  made.set(state.mark, find)
  return { ...state, find }
}

async function begun(work: Work): Promise<ListState> {
  await beginLists(work, now())
  const state = await listState(work)
  if (state === undefined) throw new RangeError('the lists of watched words were not made')
  return state
}
