import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { type FigureCounts, figuresOf } from '../../figures/count.ts'
import { added, type Counts } from '../../figures/counters.ts'
import { versionOn } from '../../figures/version.ts'
import { ranked, type WallboardView } from '../../figures/wallboard.ts'
import { latestDemands, queuesOf } from '../../store/figures/queues.ts'
import type { SeenScope } from '../../store/figures/scope.ts'
import { type KeyedCounts, limitsCome, sumsBy } from '../../store/figures/sums.ts'
import { figureVersionsKept } from '../../store/figures/versions.ts'
import { connection } from '../doors/calls.ts'

const mostLate = 6
const mostUnits = 10

/** What the wallboard shows to who sees these agencies: from the kept sums and the open queue, nothing is counted through. */
export async function wallboard(
  work: Work,
  agencies: readonly string[],
  { today, moment }: { readonly today: Day; readonly moment: string },
): Promise<WallboardView> {
  const week = { from: addDays(today, -7), until: addDays(today, -1) }
  const [versions, names, ofToday, ofWeek, queues, late, calls] = await Promise.all([
    figureVersionsKept(work),
    shortNames(work),
    countsOf(work, { agencies, from: today, until: today }, moment),
    countsOf(work, { agencies, ...week }, moment),
    queuesOf(work, agencies, moment),
    latestDemands(work, agencies, { moment, most: mostLate }),
    connection(work, { agencies, from: instantOf(today, '00:00:00'), to: moment }),
  ])
  const version = versionOn(versions, today)
  const told = (counts: Counts): FigureCounts => figuresOf([{ version, counts }], Number.NaN)
  const sum = (lines: readonly KeyedCounts[]) =>
    lines.reduce<Counts>((all, { counts }) => added(all, counts), {})
  const units = unitsOf(ofWeek).map(({ unit, counts }) => ({
    ...{ unit, name: names.get(unit) ?? unit, figures: told(counts) },
  }))
  return {
    ...{ asOf: moment, today, week, queues, late, calls, units: ranked(units).slice(0, mostUnits) },
    ...{ figuresToday: told(sum(ofToday)), figuresWeek: told(sum(ofWeek)) },
  }
}

async function countsOf(work: Work, scope: SeenScope, moment: string): Promise<KeyedCounts[]> {
  const at = { groups: ['unit'], moment } as const
  return (await Promise.all([sumsBy(work, scope, at.groups), limitsCome(work, scope, at)])).flat()
}

function unitsOf(lines: readonly KeyedCounts[]) {
  const units = new Map<string, Counts>()
  for (const { keys, counts } of lines) {
    const unit = keys[0] ?? ''
    units.set(unit, added(units.get(unit) ?? {}, counts))
  }
  return [...units].map(([unit, counts]) => ({ unit, counts }))
}

async function shortNames(work: Work): Promise<Map<string, string>> {
  const rows = await work.db.selectFrom('agencies').select(['code', 'short_name']).execute()
  return new Map(rows.map(({ code, short_name }) => [code, short_name]))
}
