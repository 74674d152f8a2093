import { answer, check, consent, draft, serve } from '../../foi/act/answering.ts'
import { assign } from '../../foi/act/handling.ts'
import { decideRemedy, lodgeRemedy, openRound } from '../../foi/act/remedies.ts'
import type { RemedyResult, RemedyRoute } from '../../foi/events.ts'
import { theCalendar, workdayAfter } from '../../statute/calendar.ts'
import { yearOf } from '../../statute/day.ts'
import type { Outcome } from '../../statute/taxonomy.ts'
import type { Act, Course } from './course.ts'
import type { Told } from './open.ts'

/** Table 4 of an agency whose requests are told: so are its remedies, the same each year. */
export const remediesOfYear: readonly (readonly [group: RemedyRoute, column: RemedyResult, count: number])[] =
  [
    ['reconsideration', 'upheld', 2],
    ['reconsideration', 'corrected', 1],
    ['litigationDirect', 'other', 1],
    ['litigationAfterReconsideration', 'upheld', 1],
  ]

/** Contests decisions of the first half of each year, so that all is decided within it. */
export function contest(stories: readonly Told[]): void {
  const byYear = Map.groupBy(stories, ({ course }) =>
    course.endedOn === undefined ? 0 : yearOf(course.endedOn),
  )
  for (const [year, all] of byYear) {
    if (year === 0) continue
    const early = all.toSorted((a, b) => ((a.course.endedOn ?? '') < (b.course.endedOn ?? '') ? -1 : 1))
    const [first, second, third] = early.filter(({ wanted }) => refused.has(wanted.outcome.kind))
    const direct = early.find(({ wanted }) => wanted.outcome.kind === 'granted')
    if (first !== undefined) reconsidered(first.course, 'upheld')
    if (second !== undefined) answeredAgain(second, reconsidered(second.course, 'corrected'))
    if (third !== undefined)
      sued(reconsidered(third.course, 'upheld'), 'litigationAfterReconsideration', 'upheld')
    if (direct !== undefined) sued(direct.course.wait(15), 'litigationDirect', 'other')
  }
}

const refused: ReadonlySet<Outcome['kind']> = new Set([
  'partlyGranted',
  'withheld',
  'unavailable',
  'unprocessed',
])

function reconsidered(course: Course, result: 'upheld' | 'corrected'): Course {
  return remedy(course.wait(15), 'reconsideration', result)
}

function sued(course: Course, route: RemedyRoute, result: RemedyResult): Course {
  return remedy(course.wait(4), route, result)
}

const words: Readonly<Record<RemedyResult, string>> = {
  upheld: '事实清楚，适用依据正确，予以维持。',
  corrected: '检索范围过窄，撤销答复，责令在二十个工作日内重新答复。',
  other: '原告撤回起诉。',
}

function remedy(course: Course, route: RemedyRoute, result: RemedyResult): Course {
  const before = route === 'reconsideration'
  const body = before ? '云川市人民政府' : '云川市人民法院'
  const reference = `演${before ? '复' : '诉'}〔${yearOf(course.on)}〕${course.on.slice(5).replace('-', '')}号`
  let found = ''
  const lodged: Act['tell'] = async (work, doing) => {
    const done = await lodgeRemedy(work, doing, { route, body, reference, on: doing.today })
    if (!('kind' in done)) found = done.remedies.at(-1)?.remedy ?? ''
    return done
  }
  const decided: Act['tell'] = (work, doing) =>
    decideRemedy(work, doing, {
      ...{ remedy: found, result, words: words[result], answerAgain: result === 'corrected' },
      on: doing.today,
    })
  course.act('officer', lodged).wait(32)
  course.remedies.push({ route, result, decidedOn: course.on })
  return course.act('officer', decided)
}

/** The round that the order asks for, answered in its time. */
function answeredAgain({ wanted }: Told, course: Course): void {
  let id = ''
  const opened: Act['tell'] = async (work, doing) => {
    const done = await openRound(work, doing, { orderCameOn: doing.today })
    if (done.kind !== 'round') return done
    id = done.receipt.id
    return await assign(
      work,
      { ...doing, id },
      {
        department: wanted.asked.departments[0] ?? '',
        limit: workdayAfter(theCalendar, doing.today, 10),
      },
    )
  }
  const reasoning = '经扩大检索范围，找到该信息，现将复印件随本答复书提供。'
  const decision = { outcome: { kind: 'granted' }, reasoning } as const
  course
    .wait(2)
    .act('officer', opened)
    .wait(6)
    .act('departmentOfficer', (work, doing) => draft(work, { ...doing, id }, decision))
    .wait(1)
    .act('coordinator', (work, doing) => check(work, { ...doing, id }))
    .act('head', (work, doing) => consent(work, { ...doing, id }))
    .act('officer', (work, doing) => answer(work, { ...doing, id }))
    .wait(1)
    .act('officer', (work, doing) =>
      serve(work, { ...doing, id }, { way: 'post', proof: '演示邮件号EY000001' }),
    )
}
