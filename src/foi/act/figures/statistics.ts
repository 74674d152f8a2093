import { currentCalendar } from '../../../office/calendars.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { resultLabel, resultRows, withheldGrounds } from '../../../statute/taxonomy.ts'
import type { StatisticGroup, StatisticsView } from '../../figures/statistics.ts'
import { applicantKindLabel, applicantKinds, channelLabel, channels } from '../../request.ts'
import {
  answeredLate,
  distributionOf,
  distributionsBy,
  type Period,
  workdayClassesOf,
} from '../../store/figures/statistics.ts'
import { openOnes } from '../../store/lists/lines.ts'
import { duesOf } from '../views/dues.ts'

const mostLate = 500

/** How long the answers of a period took, compared by department, outcome, channel, ground or applicant; and what is late. */
export async function statisticsOf(
  work: Work,
  { group, ...period }: Period & { readonly group: StatisticGroup },
  today: Day,
): Promise<StatisticsView> {
  const [all, classes, lines, late, open] = await Promise.all([
    distributionOf(work, period),
    workdayClassesOf(work, period),
    distributionsBy(work, period, group),
    answeredLate(work, period, mostLate),
    openNow(work, period.agencies, today),
  ])
  const { from, until } = period
  return {
    ...{ from, until, group, all, classes, late, open },
    lines: lines.map(line => ({ ...line, label: labelOf(group, line.key) })),
  }
}

async function openNow(work: Work, agencies: readonly string[], today: Day) {
  const ones = await openOnes(work, { agencies })
  const dues = await duesOf(work, ones, { asOf: today, calendar: await currentCalendar(work) })
  const late = [...dues.values()].filter(({ workdaysLeft }) => workdaysLeft !== null && workdaysLeft < 0)
  return { count: ones.length, late: late.length }
}

/** What a group is called; a key of another time stands as it is. */
function labelOf(group: StatisticGroup, key: string): string {
  switch (group) {
    case 'department':
      return key === '' ? '未交办' : key
    case 'outcome':
      if (key === 'closed.other') return '其他处理·其他'
      return resultRows.some(row => row === key) ? nameIn(resultLabel, key) : key
    case 'channel':
      return channels.some(each => each === key) ? nameIn(channelLabel, key) : key
    case 'ground':
      return withheldGrounds.some(each => each === key) ? nameIn(resultLabel, `withheld.${key}`) : key
    case 'applicantKind':
      return applicantKinds.some(each => each === key) ? nameIn(applicantKindLabel, key) : key
  }
}

function nameIn(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key
}
