import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { RepeatLine } from '../../repeats/repeats.ts'
import { type RepeatsAsked, repeatLines } from '../../store/repeats/lines.ts'

/** What comes again at the hotlines that this person sees; a caller is told by a number within the page, never by his own. */
export async function repeatsSeen(
  work: Work,
  asked: Omit<RepeatsAsked, 'agencies'>,
  reader: Actor,
): Promise<{ readonly lines: readonly RepeatLine[]; readonly total: number }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const { lines, total } = await repeatLines(work, { ...asked, agencies })
  if (asked.kind !== 'callers') return { lines, total }
  const before = (asked.page - 1) * asked.size
  return { lines: lines.map((line, at) => ({ ...line, key: `来电人 ${before + at + 1}` })), total }
}
