import { makeBulletin } from '../../hotline/act/bulletins/making.ts'
import {
  approveBulletin,
  publishBulletin,
  saveBulletin,
  submitBulletin,
} from '../../hotline/act/bulletins/steps.ts'
import { regroup } from '../../hotline/act/topics/regrouping.ts'
import { lastSpan } from '../../hotline/bulletins/period.ts'
import { usualSections } from '../../hotline/bulletins/usual-words.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import type { Refusal } from '../../statute/refusal.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'

const cases = [
  {
    ...{ number: '', title: '换热站调温，供暖达标' },
    words:
      '多名居民反映室内只有十五度。住房和城乡建设局当日到现场查看，调高换热站供水温度，更换两处老化阀门，次日入户测温全部达标。',
  },
]

/**
 * Tells the bulletins of the spans that were over last, once their demands are there: the month is made, written, approved and
 * published, the week and the quarter wait as drafts.
 */
export async function tellBulletins(
  work: Work,
  { until, who }: { readonly until: Day; readonly who: Who },
): Promise<void> {
  const by = who('supervisor', government)
  const month = lastSpan('month', until)
  const quarter = lastSpan('quarter', until)
  await regroup(work, { agency: government, from: quarter.from, until })
  const at = (days: number, time: string) => instantOf(addDays(month.until, days), time)
  const make = async (kind: 'week' | 'month' | 'quarter') => {
    const bulletin = { hotline: government, kind, span: lastSpan(kind, until) }
    const moment = kind === 'week' ? instantOf(until, '08:10:00') : at(1, '09:00:00')
    return must(await makeBulletin(work, bulletin, { by, moment })).id
  }
  const id = await make('month')
  const doing = (time: string, days = 4, actor = by) => ({ id, by: actor, moment: at(days, time) })
  const words = { sections: usualSections.month, cases }
  const topics = Array.from({ length: 100 }, (_, place) => place)
  const saving = { version: 1, cutOff: addDays(month.until, 4), words, topics, findAnew: false }
  done(await saveBulletin(work, doing('10:00:00'), saving))
  done(await submitBulletin(work, doing('10:30:00')))
  done(await approveBulletin(work, doing('15:00:00', 4, who('head', government))))
  done(await publishBulletin(work, doing('09:00:00', 5)))
  await make('quarter')
  await make('week')
}

function done(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new Error(refusal.message)
}
