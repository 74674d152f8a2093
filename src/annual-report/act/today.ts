import { agenciesSeen } from '../../office/agencies.ts'
import { currentCalendar } from '../../office/calendars.ts'
import { type Actor, type Agency, holds, roleLabel } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { isWorkday, NoticeMissing } from '../../statute/calendar.ts'
import { addDays, type Day, dayNumber, yearOf } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
import { lineOfStep, steps } from '../steps.ts'
import { actsSince, type Place, placesOf, remindersOf } from '../store/standings.ts'
import type { TodayChange, TodayTask, TodayView } from '../view.ts'

/** A person's day: what they must do, what runs out first first; what they wait for; what changed; who reminded them. */
export async function todayTasks(work: Work, person: Actor, today: Day): Promise<TodayView> {
  const since = await workdayBefore(work, today)
  const agencies = (await agenciesSeen(work, person)).filter(({ standing }) => standing)
  const codes = agencies.map(({ code }) => code)
  if (codes.length === 0) return { tasks: [], waiting: [], changes: [], reminders: [], since }
  const [places, sent, acts] = await Promise.all([
    placesOf(work, codes),
    remindersOf(work, codes),
    actsSince(work, codes, since),
  ])
  const names = new Map(agencies.map(({ code, name }) => [code, name]))
  const open = agencies.flatMap(agency => openReports(agency, places.get(agency.code) ?? [], today))
  const isOpen = ({ agency, year }: { agency: string; year: number }) =>
    open.some(each => each.agency.code === agency && each.year === year)
  const all = open.map(each => ({ task: taskOf(each, today), mine: isMine(each, person) }))
  const reminding = remindTasks(
    agencies,
    person,
    all.map(({ task }) => task),
  )
  const tasks = [...all.flatMap(({ task, mine }) => (mine ? [task] : [])), ...reminding]
  return {
    tasks: tasks.toSorted(bySoonest),
    waiting: all.flatMap(({ task, mine }) => (mine ? [] : [task])).toSorted(bySoonest),
    changes: acts.map(act => changeOf(act, names.get(act.agency) ?? act.agency)),
    since,
    reminders: sent
      .filter(each => isOpen(each) && person.grants.some(({ agency }) => agency === each.agency))
      .map(each => ({ ...each, agencyName: names.get(each.agency) ?? each.agency })),
  }
}

/** The last working day before this day; the day before where a year's notice is not loaded. */
async function workdayBefore(work: Work, today: Day): Promise<Day> {
  const calendar = await currentCalendar(work)
  try {
    let on = addDays(today, -1)
    while (!isWorkday(calendar, on)) on = addDays(on, -1)
    return on
  } catch (cause) {
    if (cause instanceof NoticeMissing) return addDays(today, -1)
    throw cause
  }
}

interface Open {
  readonly agency: Agency
  readonly year: number
  readonly place: Place | undefined
}

/**
 * The reports that are not published, or are being corrected: of every year from the first that is kept to last year. An
 * agency of which nothing is kept owes last year's alone, since its earlier reports were made elsewhere (decision 0007).
 */
function openReports(agency: Agency, places: readonly Place[], today: Day): Open[] {
  const last = yearOf(today) - 1
  const first = Math.min(last, places[0]?.year ?? last)
  const years = new Set([
    ...Array.from({ length: last - first + 1 }, (_, at) => first + at),
    ...places.map(({ year }) => year),
  ])
  return [...years].flatMap(year => {
    const place = places.find(each => each.year === year)
    return place?.state === 'published' ? [] : [{ agency, year, place }]
  })
}

const nextStep = {
  none: { kind: 'make', role: 'officer', title: '填报', detail: '尚未开始填报' },
  draft: { kind: 'make', role: 'officer', title: '完成填报并提交', detail: '草拟中' },
  submitted: { kind: 'check', role: 'coordinator', title: '审核', detail: '已提交，待审核' },
  checked: { kind: 'approve', role: 'head', title: '批准', detail: '已审核，待批准' },
  approved: { kind: 'publish', role: 'officer', title: '发布', detail: '已批准，待发布' },
} as const

function nextOf({ place }: Open) {
  const state = place?.state ?? 'none'
  return nextStep[state === 'published' ? 'none' : state]
}

function isMine(open: Open, person: Actor): boolean {
  return holds(person, nextOf(open).role, open.agency.code)
}

function taskOf(open: Open, today: Day): TodayTask {
  const { agency, year, place } = open
  const next = nextOf(open)
  const correcting = place !== undefined && place.publishedOn !== null
  const due = correcting ? null : reportDueOn(year, agency.kind === 'government' ? 'government' : 'agency')
  return {
    ...{ kind: next.kind, agency: agency.code, agencyName: agency.name, year, due },
    ...{ state: place?.state ?? null, holder: roleLabel[next.role] },
    title: `${next.title}：${agency.name} ${year} 年度报告`,
    detail: correcting ? `更正：${next.detail}` : next.detail,
    restingDays: place === undefined ? null : dayNumber(today) - dayNumber(place.actedOn),
    daysLeft: due === null ? null : dayNumber(due) - dayNumber(today),
  }
}

/** For each government that the person supervises: how many of its agencies' reports are missing, year by year. */
function remindTasks(agencies: readonly Agency[], person: Actor, open: readonly TodayTask[]): TodayTask[] {
  const above = agencies.filter(({ code }) => holds(person, 'supervisingOffice', code))
  return above.flatMap(({ code, name }) => {
    const below = new Set(agencies.filter(({ parent }) => parent === code).map(each => each.code))
    const missing = open.filter(({ agency, due }) => below.has(agency) && due !== null)
    return [...new Set(missing.map(({ year }) => year))].map((year): TodayTask => {
      const count = missing.filter(each => each.year === year)
      return {
        ...{ kind: 'remind', agency: code, agencyName: name, year, state: null, restingDays: null },
        title: `催报：${name}所属机关 ${year} 年度报告`,
        detail: `${count.length} 个机关尚未公布`,
        holder: roleLabel.supervisingOffice,
        due: count[0]?.due ?? null,
        daysLeft: count[0]?.daysLeft ?? null,
      }
    })
  })
}

/** What is late longest comes first; what has no last day comes last. */
function bySoonest(a: TodayTask, b: TodayTask): number {
  return (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER)
}

function changeOf(act: Awaited<ReturnType<typeof actsSince>>[number], agencyName: string): TodayChange {
  const step = steps.find(each => each.step === act.act)
  const label = step === undefined ? act.act : lineOfStep(step.step).label
  const { on, agency, year, note, byName } = act
  return { on, agency, agencyName, year, label, by: byName, note }
}
