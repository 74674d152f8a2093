import { type Actor, type Agency, holds } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, dayNumber, yearOf } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
import { remindersOf, standingsOf } from '../store/standings.ts'
import type { ReportState, TodayTask } from '../view.ts'
import { visibleAgencies } from './views.ts'

/** What this person must do now, what runs out first first; and what they wait for. */
export async function todayTasks(
  work: Work,
  person: Actor,
  today: Day,
): Promise<{ tasks: TodayTask[]; waiting: TodayTask[] }> {
  const year = yearOf(today) - 1
  const agencies = (await visibleAgencies(work, person)).filter(({ standing }) => standing)
  const codes = agencies.map(({ code }) => code)
  if (codes.length === 0) return { tasks: [], waiting: [] }
  const kept = await standingsOf(work, year, codes)
  const reminded = new Set(
    (await remindersOf(work, codes)).filter(each => each.year === year).map(each => each.agency),
  )
  const all = agencies.flatMap(agency => {
    const task = taskOf({ agency, year, today, state: kept.get(agency.code)?.state ?? null }, person)
    if (task === undefined) return []
    const detail = reminded.has(agency.code) ? `${task.detail}；主管部门已催报` : task.detail
    return [{ ...task, detail }]
  })
  const ordered = all.toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0))
  return { tasks: ordered.filter(({ mine }) => mine), waiting: ordered.filter(({ mine }) => !mine) }
}

interface Place {
  readonly agency: Agency
  readonly year: number
  readonly today: Day
  readonly state: ReportState | null
}

const nextStep = {
  none: { kind: 'make', role: 'officer', title: '填报', detail: '尚未开始填报' },
  draft: { kind: 'make', role: 'officer', title: '完成填报并提交', detail: '草拟中' },
  submitted: { kind: 'check', role: 'coordinator', title: '审核', detail: '已提交，待审核' },
  checked: { kind: 'approve', role: 'head', title: '批准', detail: '已审核，待批准' },
  approved: { kind: 'publish', role: 'officer', title: '发布', detail: '已批准，待发布' },
} as const

function taskOf({ agency, year, today, state }: Place, person: Actor) {
  if (state === 'published') return undefined
  const next = nextStep[state ?? 'none']
  const due = reportDueOn(year, agency.kind === 'government' ? 'government' : 'agency')
  const daysLeft = dayNumber(due) - dayNumber(today)
  return {
    ...{ kind: next.kind, agency: agency.code, year, due, daysLeft },
    title: `${next.title}:${agency.name} ${year} 年度报告`,
    detail: next.detail,
    mine: holds(person, next.role, agency.code),
  }
}
