import type { Demand } from '../../../hotline/demand.ts'
import type { DemandEvent, Satisfaction, ToldDemandEvent } from '../../../hotline/events.ts'
import { limitOf } from '../../../hotline/limits.ts'
import { dayOfMinute, momentOf } from '../../../hotline/working-time.ts'
import { addDays, dayNumber } from '../../../statute/day.ts'
import { workdayFrom } from '../../disclosure/chance.ts'
import type { Grievance } from '../texts/grievances.ts'
import { explained, oneOf } from '../texts/words.ts'

/** What the course of a demand is told from; minutes are those of the office's clock since 1970. */
export interface Coursing {
  readonly demand: Pick<Demand, 'type' | 'urgency'>
  readonly grievance: Grievance
  readonly filed: number
  /** The minute after which nothing has happened yet. */
  readonly until: number
  readonly units: readonly string[]
  /** The unit that is responsible; null where it is answered at once. */
  readonly unit: string | null
  readonly draw: () => number
}

const who = {
  agent: ['city-agent', '演话务员'],
  dispatcher: ['city-dispatcher', '演派单员'],
  unit: ['city-unit', '演承办员'],
  callback: ['city-callback', '演回访员'],
  supervisor: ['city-supervisor', '演督办员'],
} as const
type Who = keyof typeof who

/** What happens to a demand, event by event, until the city's now: what lies after it has not happened yet. */
export function courseOf(coursing: Coursing): DemandEvent[] {
  const course = new Course(coursing)
  const { type, urgency } = coursing.demand
  course.tell('agent', 0, { kind: 'registered', type, urgency })
  if (coursing.unit === null) course.answered()
  else course.dispatched(coursing.unit)
  return course.events
}

class Course {
  readonly events: DemandEvent[] = []
  readonly #about: Coursing
  #at: number
  #unit = ''
  readonly #beside = new Set<string>()

  constructor(about: Coursing) {
    this.#about = about
    this.#at = about.filed
  }

  /** Tells what happens so many minutes later. */
  tell(by: Who, later: number, told: ToldDemandEvent): void {
    this.#at += later
    if (this.#at > this.#about.until) return
    const [id, name] = who[by]
    this.events.push({ ...told, at: momentOf(this.#at), by: id, byName: name })
  }

  /** Goes on at some time of the working day that comes so many days later. */
  #workday(later: number): void {
    const on = workdayFrom(addDays(dayOfMinute(this.#at), later))
    const at = dayNumber(on) * 1440 + 520 + Math.floor(this.#about.draw() * 420)
    this.#at = Math.max(this.#at + 1, at)
  }

  #maybe(share: number): boolean {
    return this.#about.draw() < share
  }

  answered(): void {
    const { draw, grievance } = this.#about
    const times = 2 + Math.floor(draw() * 3)
    for (let at = 0; at < times; at++) this.tell('agent', 1, { kind: 'noted', words: oneOf(looked, draw) })
    this.tell('agent', 2, { kind: 'answered', words: `${grievance.answer}。` })
  }

  dispatched(unit: string): void {
    const { draw, units } = this.#about
    this.tell('agent', 2, { kind: 'noted', words: oneOf(looked, draw) })
    if (this.#maybe(0.07)) this.#returned(oneOf(units, draw))
    this.#send(unit, 5 + Math.floor(draw() * 50))
    this.#handled()
    const first = this.#calledBack()
    const level = first !== 'satisfied' && this.#maybe(0.3) ? this.#again() : first
    this.tell('callback', 5, { kind: 'closed', ...(level === 'dissatisfied' && { explained }) })
  }

  #send(unit: string, later: number): void {
    this.#unit = unit
    const limit = limitOf(this.#about.demand)
    this.tell('dispatcher', later, { kind: 'dispatched', unit, limit, basis: '权责清单' })
  }

  #returned(wrong: string): void {
    this.#send(wrong, 20)
    this.#workday(1)
    this.tell('unit', 0, { kind: 'returned', reason: '经核实不在本单位职责范围内。', responsible: '' })
  }

  #handled(): void {
    const { draw, demand } = this.#about
    const hurried = demand.urgency !== 'ordinary'
    if (!hurried) this.#workday(this.#maybe(0.8) ? 0 : 1)
    this.tell('unit', hurried ? 10 : 0, { kind: 'signed' })
    const visits = 2 + Math.floor(draw() * 3)
    const long = demand.type !== 'consultation' && demand.type !== 'help'
    for (let at = 0; at < visits; at++) {
      if (!hurried) this.#workday(long ? 1 + Math.floor(draw() * 2) : at % 2)
      this.tell('unit', 30, { kind: 'noted', words: oneOf(visited, draw) })
    }
    if (long) this.#pressed()
    if (!hurried && this.#maybe(0.03)) this.#workday(25)
    const resolution = this.#maybe(0.84) ? 'resolved' : this.#maybe(0.6) ? 'explained' : 'unresolved'
    const words = `${this.#about.grievance.answer}。`
    this.tell('unit', 40, { kind: 'fedBack', words, resolution, callBack: true })
  }

  /** What happens beside the handling of what takes long. */
  #pressed(): void {
    if (this.#maybe(0.2)) this.tell('agent', 15, { kind: 'urged', words: '来电人再次来电。', level: 'urge' })
    if (this.#maybe(0.06)) {
      const about = { workdays: 5, reason: '需要多个单位配合。' }
      this.tell('unit', 20, { kind: 'extensionAsked', ...about })
      this.tell('supervisor', 60, { kind: 'extended', ...about })
    }
    if (this.#maybe(0.02)) {
      this.tell('supervisor', 20, { kind: 'suspended', reason: '等待鉴定结论。' })
      this.#workday(4)
      this.tell('supervisor', 0, { kind: 'resumed', reason: '鉴定已有结论。' })
    }
    if (this.#maybe(0.04)) this.#together()
  }

  #together(): void {
    const beside = this.#about.units.filter(each => each !== this.#unit && !this.#beside.has(each))
    const unit = oneOf(beside, this.#about.draw)
    this.#beside.add(unit)
    this.tell('dispatcher', 30, { kind: 'coHandled', units: [unit], words: '请配合现场核查。' })
    this.#workday(1)
    this.tell('unit', 0, { kind: 'partGiven', unit, words: '已派人配合核查。' })
  }

  #calledBack(): Satisfaction | null {
    const { draw } = this.#about
    this.#workday(1 + Math.floor(draw() * 2))
    if (this.#maybe(0.09)) {
      const none = { handling: null, result: null, words: '', failure: 'noAnswer' } as const
      this.tell('callback', 0, { kind: 'calledBack', ...none, way: 'phone' })
      return null
    }
    const result = this.#maybe(0.92) ? 'satisfied' : 'dissatisfied'
    const handling = this.#maybe(0.96) ? 'verySatisfied' : 'basically'
    const words = result === 'satisfied' ? '' : '问题没有彻底解决。'
    this.tell('callback', 0, { kind: 'calledBack', handling, result, words, way: 'phone' })
    return result
  }

  #again(): Satisfaction | null {
    const limit = limitOf(this.#about.demand)
    this.tell('callback', 3, { kind: 'reopened', reason: '来电人不满意办理结果。', limit })
    this.#handled()
    return this.#calledBack()
  }
}

const looked = ['已查询知识库。', '已核对以前的来电。', '已发送短信告知编号。', '来电人补充了地点。']
const visited = ['已到现场查看。', '已联系来电人核实情况。', '已通知责任单位整改。', '已安排人员当日处理。']
