import { setTimeout as pause } from 'node:timers/promises'
import { chance } from '../../src/hotline/chance.ts'
import { Desk } from './desk.ts'
import { aDemand } from './registering.ts'

const agents = 100
const clerks = 300
/** Demands a second at the busiest hour of a working day: 422,000 a year, 9 % of a day in one hour; ten times that. */
const demandsASecond = ((422_000 / 365) * 0.092 * 10) / 3600
/** Each looks at his queue twice a minute. */
const looksASecond = 1 / 30

/** A hundred agents and three hundred clerks of units, each at a connection of his own, who try again until they are answered. */
export class Crowd {
  /** The subjects of demands that were acknowledged. */
  readonly acknowledged: string[] = []
  readonly #port: number
  readonly #taken: number[] = []
  readonly #wrong = new Map<string, number>()
  #unanswered = 0
  #steps = 0
  #cookies: Readonly<Record<string, string>> = {}

  constructor(port: number) {
    this.#port = port
  }

  /** One session for each role: signing in is measured elsewhere. */
  async signIn(): Promise<void> {
    const cookies: Record<string, string> = {}
    for (const name of ['agent', 'dispatcher', 'unit']) {
      const desk = new Desk(this.#port)
      await desk.signIn(name)
      cookies[name] = desk.cookie
      desk.close()
    }
    this.#cookies = cookies
  }

  /** All work until this moment; what was begun is finished. */
  async workUntil(end: number): Promise<void> {
    const agent = (own: number) => this.#loop(own, 'agent', end, demandsASecond / agents)
    const clerk = (own: number) => this.#loop(agents + own, 'unit', end, demandsASecond / 4 / clerks)
    await Promise.all([
      ...Array.from({ length: agents }, (_, own) => agent(own)),
      ...Array.from({ length: clerks }, (_, own) => clerk(own)),
      this.#loop(agents + clerks, 'dispatcher', end, demandsASecond / 4),
    ])
  }

  async #loop(own: number, role: string, end: number, actsASecond: number): Promise<void> {
    const desk = new Desk(this.#port, this.#cookies[role])
    const draw = chance(Math.imul(own + 1, 0x9e3779b1))
    const all = actsASecond + looksASecond
    for (let at = 0; ; at++) {
      const rest = (-Math.log(1 - draw()) / all) * 1000
      await pause(Math.min(rest, end - performance.now() + 1))
      if (performance.now() > end) break
      const acts = draw() < actsASecond / all
      if (acts && role === 'agent') await this.#register(desk, `压测${own}第${at}件`)
      else await this.#look(desk, role, acts)
    }
    desk.close()
  }

  async #register(desk: Desk, subject: string): Promise<void> {
    const { status } = await this.#sure(desk, 'POST', '/demands', {
      ...{ ...aDemand(this.acknowledged.length), subject },
      once: `load ${subject}`,
    })
    if (status === 201) this.acknowledged.push(subject)
  }

  /** Looks at the queue, and takes the next step of its first demand. */
  async #look(desk: Desk, role: string, acts: boolean): Promise<void> {
    const state = role === 'unit' ? 'dispatched' : role === 'dispatcher' ? 'registered' : 'open'
    const { text, status } = await this.#sure(desk, 'GET', `/demands?state=${state}&sort=due&size=20`)
    const lines: { id: string }[] = status === 200 ? JSON.parse(text).lines : []
    const [first] = lines
    if (first === undefined) return
    await this.#sure(desk, 'GET', `/demands/${first.id}`)
    if (!acts) return
    const step = role === 'unit' ? 'sign' : 'dispatch'
    const told = role === 'unit' ? {} : { unit: 'yunchuan-housing', basis: '权责清单' }
    await this.#sure(desk, 'POST', `/demands/${first.id}/steps/${step}`, told)
    this.#steps++
  }

  /** Asks until there is an answer: while the server is down nobody answers, and people try again. */
  async #sure(desk: Desk, method: 'GET' | 'POST', path: string, body?: object) {
    for (;;) {
      try {
        const answered = await desk.ask(method, path, body)
        // Two clerks of one unit may want the same demand: the second is told so.
        const fine = answered.status < 300 || answered.status === 409 || answered.status === 422
        if (fine) this.#taken.push(answered.milliseconds)
        else count(this.#wrong, `${answered.status} ${path.replace(/[0-9a-f-]{36}/, '…').split('?')[0]}`)
        return answered
      } catch {
        this.#unanswered++
        await pause(500)
      }
    }
  }

  /** What is printed. */
  lines(minutes: number) {
    const sorted = this.#taken.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
    const wrong = [...this.#wrong].map(([what, times]) => `${what} × ${times}`).join('; ')
    const errors = [...this.#wrong.values()].reduce((sum, each) => sum + each, 0)
    return [
      {
        what: `answers in ${minutes} minutes`,
        figure: String(sorted.length),
        ratio: `${this.#steps} steps of demands`,
      },
      { what: 'errors', figure: String(errors), ratio: `of 0 ${wrong}` },
      { what: 'asked again while the server was down', figure: String(this.#unanswered), ratio: '' },
      { what: 'an answer, p50', figure: `${at(0.5).toFixed(0)} ms`, ratio: '' },
      {
        what: 'an answer, p99',
        figure: `${at(0.99).toFixed(0)} ms`,
        ratio: `${(at(0.99) / 500).toFixed(2)} of 500 ms`,
      },
    ]
  }
}

function count(times: Map<string, number>, what: string): void {
  times.set(what, (times.get(what) ?? 0) + 1)
}
