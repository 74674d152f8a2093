import { answer, check, consent, draft } from '../../foi/act/answering.ts'
import {
  askForCorrection,
  notifyFee,
  proposeExtension,
  receiveOpinion,
  seekOpinion,
} from '../../foi/act/handling.ts'
import { askForReasons } from '../../foi/act/objections.ts'
import type { Channel } from '../../foi/request.ts'
import { isWorkday, NoticeMissing, theCalendar, workdayAfter } from '../../statute/calendar.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { Course } from './course.ts'
import { type Asked, oneOf } from './topics.ts'
import { type Wanted, wanted } from './wanted.ts'
import { taken } from './ways.ts'

/** An open request: when it came, by which way, and what has been done with it since. */
interface Open {
  readonly start: Day
  readonly channel: Channel
  readonly done: (course: Course, about: Wanted) => void
}

const reason = '申请内容没有写明信息的年度和文件名称，不能据以查找。'
const decision = { outcome: { kind: 'granted' }, reasoning: '现将该信息的复印件随本答复书提供。' } as const

const inHand: Open['done'] = taken
const untouched: Open['done'] = () => {}
const drafted: Open['done'] = (course, about) => {
  taken(course, about)
  course.wait(6).act('departmentOfficer', (work, doing) => draft(work, doing, decision))
}
const checked: Open['done'] = (course, about) => {
  drafted(course, about)
  course.wait(1).act('coordinator', check)
}
const consented: Open['done'] = (course, about) => {
  checked(course, about)
  course.wait(1).act('head', consent)
}
const unserved: Open['done'] = (course, about) => {
  consented(course, about)
  course.wait(1).act('officer', answer)
}
const awaitingCorrection: Open['done'] = (course, about) => {
  taken(course, about)
  course
    .wait(2)
    .act('officer', (work, doing) =>
      askForCorrection(work, doing, { answerBy: addDays(doing.today, 20), reason }),
    )
}
const awaitingPayment: Open['done'] = (course, about) => {
  taken(course, about)
  course.wait(2).act('officer', (work, doing) => notifyFee(work, doing, { basis: 'pages', count: 130 }))
}
const awaitingOpinion: Open['done'] = (course, about) => {
  taken(course, about)
  const of = oneOf(about.asked.parties, about.number)
  course
    .wait(1)
    .act('departmentOfficer', (work, doing) => seekOpinion(work, doing, { of, party: 'thirdParty' }))
}
const objected: Open['done'] = (course, about) => {
  awaitingOpinion(course, about)
  const of = oneOf(about.asked.parties, about.number)
  const words = '报价构成属于商业秘密，不同意公开。'
  course
    .wait(5)
    .act('departmentOfficer', (work, doing) => receiveOpinion(work, doing, { of, answer: 'objects', words }))
}
const awaitingConsent: Open['done'] = (course, about) => {
  taken(course, about)
  course
    .wait(12)
    .act('departmentOfficer', (work, doing) =>
      proposeExtension(work, doing, { workdays: 10, reason: '信息涉及多年档案，需要逐卷调阅核对。' }),
    )
}
const awaitingReasons: Open['done'] = (course, about) => {
  taken(course, about)
  course.wait(1).act('officer', (work, doing) =>
    askForReasons(work, doing, {
      ...{ answerBy: addDays(doing.today, 10), reason: '申请人本月已就同类事项提出申请三十余件。' },
    }),
  )
}

/** What waits on the day of the telling: due yesterday, today and tomorrow, and each state that waits for somebody. */
export function openNow(asked: Asked, { until, first }: { until: Day; first: number }): Told[] {
  const opened = openOn(until)
  return opened.map(({ start, channel, done }, at) => {
    const about = wanted(asked, first + at, {
      ...{ kind: oneOf(['naturalPerson', 'business', 'naturalPerson', 'legalService'] as const, at) },
      ...{ arrives: start, outcome: decision.outcome, mayPay: true },
    })
    const course = new Course(start, until)
    const told = { ...about, channel }
    done(course, told)
    return { wanted: told, course, start }
  })
}

/** A request with its story from its first day. */
export interface Told {
  readonly wanted: Wanted
  readonly course: Course
  readonly start: Day
}

function openOn(until: Day): Open[] {
  try {
    const today = lastWorkday(until)
    const tomorrow = workdayAfter(theCalendar, today, 1)
    const ago = (workdays: number) => workdaysAgo(today, workdays)
    const open = (channel: Channel, start: Day, done: Open['done']): Open => ({ channel, start, done })
    return [
      open('counter', dueOn(ago(1)), inHand),
      open('counter', dueOn(today), consented),
      open('registeredPost', dueOn(today), drafted),
      open('oral', dueOn(tomorrow), checked),
      open('counter', dueOn(tomorrow), inHand),
      open('internet', ago(5), untouched),
      open('post', ago(3), untouched),
      open('internet', today, untouched),
      open('counter', today, untouched),
      open('internet', ago(8), awaitingCorrection),
      open('counter', ago(9), awaitingPayment),
      open('internet', ago(7), awaitingOpinion),
      open('counter', ago(19), awaitingOpinion),
      open('counter', ago(11), objected),
      open('registeredPost', ago(14), awaitingConsent),
      open('fax', ago(6), awaitingReasons),
      open('counter', ago(11), unserved),
    ]
  } catch (cause) {
    if (cause instanceof NoticeMissing) return []
    throw cause
  }
}

/** The day on which something must be received so that its answer is due on this day. */
function dueOn(due: Day): Day {
  let day = addDays(due, -24)
  while (!isWorkday(theCalendar, day) || workdayAfter(theCalendar, day, 20) > due) day = addDays(day, -1)
  return day
}

function workdaysAgo(today: Day, workdays: number): Day {
  let [day, left] = [today, workdays]
  while (left > 0) {
    day = addDays(day, -1)
    if (isWorkday(theCalendar, day)) left--
  }
  return day
}

function lastWorkday(day: Day): Day {
  return isWorkday(theCalendar, day) ? day : lastWorkday(addDays(day, -1))
}
