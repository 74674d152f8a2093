import type { Work } from '../../../platform/work.ts'
import type { Span } from '../../bulletins/period.ts'
import type { RepeatedAt } from '../../store/bulletins/counts.ts'
import { factsThen } from '../figures/past.ts'

/** As at which moment repetitions are counted: with which unit each demand was then. */
export async function repeatedAt(
  work: Work,
  { hotline, span }: { readonly hotline: string; readonly span: Span },
  { asOf, now }: { readonly asOf: string; readonly now: string },
): Promise<RepeatedAt> {
  if (Date.parse(asOf) >= Date.parse(now)) return { asOf, changed: undefined }
  const facts = await factsThen(work, { agencies: [hotline], hotline, ...span }, asOf)
  const held = facts.filter(({ counts, unit }) => counts.total === 1 && unit !== '')
  return { asOf, changed: held.map(({ demand, unit }) => ({ demand, unit })) }
}
