import { agencyTree } from '../../../office/agencies.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { DemandType, Urgency } from '../../demand.ts'
import type { CategoryKnown } from '../../duties/by-category.ts'
import { type Correction, corrected } from '../../duties/correcting.ts'
import type { Asked } from '../../duties/duty.ts'
import { type SuggestedUnit, suggestionFor } from '../../duties/suggestion.ts'
import type { UnitModel } from '../../duties/unit-model.ts'
import { limitInWords, limitOf } from '../../limits.ts'
import { newestModel } from '../../store/categories/models.ts'
import { categoriesHeld } from '../../store/categories/rows.ts'
import { correctionsSince } from '../../store/duties/corrections.ts'
import { precedentsOf } from '../../store/duties/disputes.ts'
import { dutiesOf } from '../../store/duties/duties.ts'
import { unitModelAt, unitModelOf } from '../../store/duties/past.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { suggestedFor } from '../categories/suggesting.ts'
import { mostCorrections } from './learning.ts'

/** What is asked of a text that may be a demand. */
export interface SuggestionAsked extends Asked {
  readonly hotline: string
  readonly type: DemandType
  readonly urgency: Urgency
  /** Units that sent it back. */
  readonly returnedBy?: readonly string[] | undefined
}

const mostPrecedents = 300

/** What the suggestions of a hotline are read off, and the names and limits with which they are shown. */
async function knownAt(work: Work, hotline: string) {
  const [tree, duties, precedents, { learned, corrections }, { limits }] = await Promise.all([
    agencyTree(work),
    dutiesOf(work, [hotline]),
    precedentsOf(work, hotline, mostPrecedents),
    taughtOf(work, hotline),
    setting(work.db, 'hotline'),
  ])
  const nameOf = (code: string) => tree.find(each => each.code === code)?.name ?? code
  const units = new Set(tree.filter(({ standing }) => standing).map(({ code }) => code))
  return { known: { duties, precedents, learned, corrections, units }, nameOf, limits }
}

function suggested(
  asked: SuggestionAsked & { readonly category?: CategoryKnown | undefined },
  on: Day,
  { known, nameOf, limits }: Awaited<ReturnType<typeof knownAt>>,
): SuggestedUnit {
  const { returnedBy: back = [], category } = asked
  const { others, ...found } = suggestionFor(asked, on, { ...known, returnedBy: back, category })
  return {
    ...found,
    unitName: found.unit === null ? null : nameOf(found.unit),
    limit: limitInWords(limitOf(asked, limits)),
    others: others.map(code => ({ code, name: nameOf(code) })),
  }
}

/** The unit and limit to suggest for a text on a day. */
export async function suggestUnit(work: Work, asked: SuggestionAsked, on: Day): Promise<SuggestedUnit> {
  const [known, model] = await Promise.all([knownAt(work, asked.hotline), newestModel(work, asked.hotline)])
  const told = model === undefined ? '' : suggestedFor(model, '', asked).category
  const category = told === '' ? undefined : { category: told, byHand: false }
  return suggested({ ...asked, category }, on, known)
}

/** The same for demands that are kept, each in its place: who returned one is not suggested for it again. */
export async function suggestFor(
  work: Work,
  records: readonly DemandRecord[],
  on: Day,
): Promise<SuggestedUnit[]> {
  const known = new Map<string, Awaited<ReturnType<typeof knownAt>>>()
  for (const hotline of new Set(records.map(({ demand }) => demand.agency)))
    known.set(hotline, await knownAt(work, hotline))
  const categories = await categoriesHeld(
    work,
    records.map(({ demand }) => demand.id),
  )
  return records.flatMap(({ demand, events }) => {
    const category = categories.get(demand.id)
    const asked = { ...demand, hotline: demand.agency, returnedBy: returnedBy(events), category }
    const here = known.get(demand.agency)
    return here === undefined ? [] : [suggested(asked, on, here)]
  })
}

function returnedBy(events: DemandRecord['events']): string[] {
  return events.flatMap((event, at) => {
    if (event.kind !== 'returned') return []
    const sent = events
      .slice(0, at)
      .findLast(each => each.kind === 'dispatched' || each.kind === 'arbitrated')
    return sent === undefined || !('unit' in sent) ? [] : [sent.unit]
  })
}

/** Models that were read once are kept with the moment of their training: reading one takes longer than asking it. */
const read = new WeakMap<Work['db'], Map<string, Kept>>()

/** A model as it was learned, and as it is with what came back since. */
interface Kept {
  readonly at: string
  readonly learned: UnitModel
  readonly mark: string
  readonly corrected: UnitModel
}

/** What was learned of the units, and what came back since: both speak at once. */
async function taughtOf(
  work: Work,
  hotline: string,
): Promise<{ readonly learned: UnitModel | undefined; readonly corrections: readonly Correction[] }> {
  const at = await unitModelAt(work, hotline)
  const since = at ?? '-infinity'
  const corrections = await correctionsSince(work, hotline, { since, most: mostCorrections })
  if (at === undefined) return { learned: undefined, corrections }
  const kept = read.get(work.db) ?? new Map<string, Kept>()
  read.set(work.db, kept)
  const before = kept.get(hotline)
  const mark = JSON.stringify(corrections.map(({ number, wrong, right }) => [number, wrong, right]))
  if (before?.at === at && before.mark === mark) return { learned: before.corrected, corrections }
  const learned = before?.at === at ? before.learned : await unitModelOf(work, hotline)
  if (learned === undefined) return { learned, corrections }
  const now = corrected(learned, corrections)
  kept.set(hotline, { at, learned, mark, corrected: now })
  return { learned: now, corrections }
}
