import { sql } from 'kysely'
import type { DemandDone } from '../../hotline/act/act.ts'
import { decideCategory } from '../../hotline/act/categories/deciding.ts'
import { learnCategories, suggestMissing } from '../../hotline/act/categories/training.ts'
import { dispatch, returnDemand, sign } from '../../hotline/act/dispatching.ts'
import { learnWhereDemandsGo } from '../../hotline/act/duties/learning.ts'
import {
  askExtension,
  callBack,
  close,
  explain,
  extend,
  feedBack,
  reopen,
  urge,
} from '../../hotline/act/handling.ts'
import { answerBy } from '../../hotline/act/knowledge/answering.ts'
import { proposeEntries } from '../../hotline/act/knowledge/proposing.ts'
import { filedBefore, registerDemand } from '../../hotline/act/registering.ts'
import { noticeAlarm } from '../../hotline/act/safety/noticing.ts'
import { askToRegroup } from '../../hotline/act/topics/regrouping.ts'
import { chance } from '../../hotline/chance.ts'
import type { Role } from '../../office/roles.ts'
import { instantOf, now } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { government } from '../city.ts'
import { workdayFrom } from '../disclosure/chance.ts'
import { must } from '../tell.ts'
import { type Who, whoIsWho } from '../who.ts'
import { tellBulletins } from './bulletin.ts'
import { busyDays } from './city/days.ts'
import { entriesByQuestion } from './knowledge.ts'
import { tellProject } from './project.ts'
import { tellSample } from './sample.ts'
import { answerAtOnce, writtenAnswer } from './texts/answers.ts'
import { chosenCategory } from './texts/categories.ts'
import type { Grievance } from './texts/grievances.ts'
import { aCaller, explained, inItsArea, oneOf, saidOf } from './texts/words.ts'
import { endYear } from './told.ts'
import { takeOverYearBefore } from './year/before.ts'
import { aboutWhat } from './year/matters.ts'

/** How many demands the year of the demo has, beside the few of its newest weeks that are told apart. */
export const demandsOfYear = 6000
/** So many are told at the same time, each in a transaction of its own. */
const together = 3

/** What the telling of the year needs, and who hears how far it is. */
export interface YearTelling {
  readonly until: Day
  readonly secrets: Secrets
  readonly demands?: number
  readonly ticketsBefore?: number
  readonly progress?: (told: number, of: number) => void
  readonly signal?: AbortSignal
}

/**
 * Takes over the tickets of the year before, then tells a year of demands through the verbs of the staff: seasons, three hot
 * matters of many callers at one place, one of which ends when it was dealt with at its root. Each demand is a transaction of
 * its own; a telling that was cut off goes on where it stopped, without doubles, and at its end comes what looks back. @returns how many were told now
 */
export async function tellYear(
  work: Work,
  { until, secrets, demands = demandsOfYear, ticketsBefore, progress = () => {}, signal }: YearTelling,
): Promise<number> {
  const who = await whoIsWho(work)
  const from = addDays(until, -364)
  const days = busyDays(from, addDays(until, -1), demands)
  const left = days.flatMap(({ on, demands: count }) =>
    Array.from({ length: count }, (_, at) => ({ on, at, of: count })),
  )
  const entries = await entriesByQuestion(work, who)
  if (signal?.aborted !== true) await takeOverYearBefore(work, { from, who, secrets, tickets: ticketsBefore })
  let [next, told] = [0, 0]
  const tellOn = async () => {
    for (let one = left[next++]; one !== undefined && signal?.aborted !== true; one = left[next++]) {
      const once = `demo ${until} ${next}`
      const story = { ...one, once, draw: chance(Math.imul(next, 0x9e3779b1)), from, until, entries }
      if ((await filedBefore(work, { once, agency: government })) !== undefined) continue
      await work.transaction(async inner => {
        await sql`set local synchronous_commit = off`.execute(inner.db)
        await tellOne(inner, story, { who, secrets })
      })
      if (++told % 500 === 0) progress(told, left.length)
    }
  }
  await Promise.all(Array.from({ length: together }, tellOn))
  if (signal?.aborted !== true) {
    await work.transaction(async inner => {
      if (!(await endYear(inner, until, now()))) return
      await tellProject(inner, { from, who })
      await askForMatters(inner, { from, until, who })
      await tellSample(inner, { until, who })
      await tellBulletins(inner, { until, who })
      await learnWhereDemandsGo(inner, instantOf(until, '02:41:00'))
      await learnCategories(inner, government, instantOf(until, '02:43:00'))
      await suggestMissing(inner, government)
      await proposeEntries(inner, instantOf(until, '03:13:00'), 365)
    })
  }
  return told
}

/** Asks for the matters of the whole year, a quarter at a time: of themselves demands look back 30 days only. */
async function askForMatters(work: Work, { from, until, who }: { from: Day; until: Day; who: Who }) {
  const asking = { by: who('dispatcher', government), at: instantOf(addDays(until, -1), '18:00:00') }
  for (let day = 0; day < 365; day += 92) {
    const end = Math.min(day + 91, 364)
    const span = { agency: government, from: addDays(from, day), until: addDays(from, end) }
    must((await askToRegroup(work, span, asking)) ?? 'asked')
  }
}

interface Story {
  readonly on: Day
  readonly at: number
  readonly of: number
  readonly draw: () => number
  readonly from: Day
  readonly until: Day
  /** The name under which it is told once. */
  readonly once: string
  readonly entries: ReadonlyMap<string, string>
}

async function tellOne(
  work: Work,
  story: Story,
  { who, secrets }: { readonly who: Who; readonly secrets: Secrets },
) {
  const { on, at, of, draw, once } = story
  const { grievance, place } = aboutWhat(story)
  const minutes = Math.floor(8 * 60 + ((at + draw()) / of) * 9 * 60)
  const { type, urgency } = grievance
  const channel = oneOf(['phone', 'phone', 'phone', 'phone', 'weChat', 'web', 'app'] as const, draw)
  const confidential = draw() < 0.05
  const receipt = await registerDemand(
    work,
    {
      ...{ agency: government, type, channel, urgency, confidential },
      ...saidOf(grievance, place, draw),
      ...{ place: inItsArea(place), once, caller: aCaller(Math.floor(draw() ** 1.3 * 3600)) },
    },
    { by: who('hotlineAgent', government), moment: instantOf(on, timeOf(minutes)), secrets },
  )
  if (isRefusal(receipt)) throw new Error(receipt.message)
  const category = chosenCategory(grievance.subject, draw)
  if (category !== undefined) {
    const by = who('hotlineAgent', government)
    must(await decideCategory(work, { id: receipt.id, by, at: instantOf(on, timeOf(minutes + 1)) }, category))
  }
  if (urgency === 'danger') {
    const noticing = { by: who('dispatcher', government), moment: instantOf(on, timeOf(minutes + 2)) }
    must(await noticeAlarm(work, receipt.id, noticing))
  }
  await new Course(work, receipt.id, { story, who, grievance, place, minutes }).tell()
}

function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`
}

interface Coursing {
  readonly story: Story
  readonly who: Who
  readonly grievance: Grievance
  readonly place: string
  readonly minutes: number
}

/** What happens to one demand, on the working days after it came, as far as they have come. */
class Course {
  readonly #work: Work
  readonly #id: string
  readonly #of: Coursing
  #on: Day

  constructor(work: Work, id: string, of: Coursing) {
    this.#work = work
    this.#id = id
    this.#of = of
    this.#on = of.story.on
  }

  #doing(role: Role, minutes: number, agency = government) {
    const moment = instantOf(this.#on, timeOf(minutes))
    return { id: this.#id, by: this.#of.who(role, agency), moment }
  }

  async tell(): Promise<void> {
    for await (const days of this.#steps()) {
      this.#on = workdayFrom(addDays(this.#on, days))
      if (this.#on >= this.#of.story.until) return
    }
  }

  /** One step after the other; between them so many days pass. */
  async *#steps(): AsyncGenerator<number, void> {
    const { grievance, minutes, story } = this.#of
    const { unit } = grievance
    if (unit === null || (grievance.type === 'consultation' && story.draw() < 0.5)) {
      const words = answerAtOnce({ ...grievance, draw: story.draw })
      const told = { words, entry: story.entries.get(grievance.subject) }
      return done(await answerBy(this.#work, this.#doing('hotlineAgent', minutes + 6), told))
    }
    if (story.draw() < 0.05) yield* this.#returned(unit)
    const soon = minutes % 12 === 0 ? 25 : 3 + (minutes % 9)
    done(await dispatch(this.#work, this.#doing('dispatcher', minutes + soon), { unit, basis: '权责清单' }))
    yield* this.#handled(unit, minutes + 80)
    let satisfied = yield* this.#calledBack()
    if (!satisfied && story.draw() < 0.5) {
      done(await reopen(this.#work, this.#doing('callbackAgent', 905), '来电人不满意办理结果。'))
      yield 1
      yield* this.#handled(unit, 545)
      satisfied = yield* this.#calledBack()
    }
    const ending = this.#doing('callbackAgent', 960)
    done(await (satisfied ? close(this.#work, ending) : explain(this.#work, ending, explained)))
  }

  async *#returned(unit: string): AsyncGenerator<number, void> {
    const wrong = unit === 'yunchuan-housing' ? 'yunchuan-market' : 'yunchuan-housing'
    const basis = '权责清单'
    done(await dispatch(this.#work, this.#doing('dispatcher', this.#of.minutes + 15), { unit: wrong, basis }))
    yield 1
    const told = { reason: '经核实不在本单位职责范围内。', responsible: '' }
    done(await returnDemand(this.#work, this.#doing('handlingUnit', 480, wrong), told))
  }

  /** Signed at this minute of the day, some not before the next morning. */
  async *#handled(unit: string, soon: number): AsyncGenerator<number, void> {
    const { grievance, place, story } = this.#of
    const [work, draw] = [this.#work, story.draw]
    const long =
      grievance.urgency === 'ordinary' && grievance.type !== 'help' && grievance.type !== 'consultation'
    const danger = grievance.urgency === 'danger'
    const isSlow = !danger && draw() < 0.1
    if (isSlow) yield 1
    const at = danger ? 1060 : isSlow ? 545 : Math.min(soon, 1060)
    done(await sign(work, this.#doing('handlingUnit', at, unit)))
    if (!danger && !isSlow) yield 1
    if (long && draw() < 0.08) {
      const told = { workdays: 5, reason: '需要多个单位配合。' }
      done(await askExtension(work, this.#doing('handlingUnit', 600, unit), told))
      done(await extend(work, this.#doing('supervisor', 660), '情况属实。'))
    }
    if (long && draw() < 0.12) done(await urge(work, this.#doing('hotlineAgent', 840), '来电人再次来电。'))
    const days = draw() < 0.03 ? 24 : long ? 2 + Math.floor(draw() * 8) : Math.floor(draw() * 2)
    if (!danger) yield days
    const resolution = draw() < 0.85 ? 'resolved' : draw() < 0.6 ? 'explained' : 'unresolved'
    const words = writtenAnswer({ ...grievance, place, on: this.#on, urgent: danger, draw })
    done(await feedBack(work, this.#doing('handlingUnit', danger ? 1080 : 870, unit), { words, resolution }))
  }

  async *#calledBack(): AsyncGenerator<number, boolean> {
    const { draw } = this.#of.story
    yield 1 + Math.floor(draw() * 2)
    const result = draw() < 0.91 ? 'satisfied' : 'dissatisfied'
    const words = result === 'satisfied' ? '' : '问题没有彻底解决。'
    const told = { handling: 'satisfied', result, words, way: 'phone' } as const
    done(await callBack(this.#work, this.#doing('callbackAgent', 900), told))
    return result === 'satisfied'
  }
}

function done(result: DemandDone): void {
  if ('kind' in result) throw new Error(result.kind === 'refusal' ? result.message : result.kind)
}
