import { sql } from 'kysely'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { WindowCounts } from '../../projects/effect.ts'
import { daysOf, type EffectWindow, type EffectWindows, effectWindows } from '../../projects/windows.ts'

interface Counted {
  readonly scope: WindowCounts
  readonly rest: WindowCounts
}

/** Demands of the project and of the rest of its hotline, week by week in each window. */
export async function countedWeeks(
  work: Work,
  { id, agency }: { readonly id: string; readonly agency: string },
  windows: EffectWindows,
): Promise<Counted> {
  const of = async (window: EffectWindow) => {
    const { weeks } = windows[window]
    const days = daysOf(windows[window])
    const from = instantOf(days.from, '00:00:00')
    const until = instantOf(days.until, '00:00:00')
    const week = sql`(extract(epoch from filed_at - ${from}::timestamptz) / 604800)`
    const { rows } = await sql<{ week: number; whole: number; scope: number }>`
      with whole as (
        select floor(${week})::integer as week, count(*) as demands from hotline_standings
        where agency = ${agency} and filed_at >= ${from} and filed_at < ${until} group by 1),
      scope as (
        select floor(${week})::integer as week, count(*) as demands from hotline_project_demands
        where project = ${id} and way <> 'out' and filed_at >= ${from} and filed_at < ${until} group by 1)
      select week, whole.demands as whole, coalesce(scope.demands, 0) as scope
      from whole left join scope using (week)`.execute(work.db)
    const found = new Map(rows.map(row => [row.week, row]))
    const list = Array.from({ length: weeks }, (_, at) => found.get(at) ?? { whole: 0, scope: 0 })
    return {
      scope: list.map(({ scope }) => Number(scope)),
      rest: list.map(({ whole, scope }) => Number(whole) - Number(scope)),
    }
  }
  const counted = await Promise.all(effectWindows.map(async window => [window, await of(window)] as const))
  const found = new Map(counted)
  const pick = (group: 'scope' | 'rest'): WindowCounts => ({
    before: found.get('before')?.[group] ?? [],
    after: found.get('after')?.[group] ?? [],
    beforeLastYear: found.get('beforeLastYear')?.[group] ?? [],
    afterLastYear: found.get('afterLastYear')?.[group] ?? [],
  })
  return { scope: pick('scope'), rest: pick('rest') }
}
