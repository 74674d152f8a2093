import { randomUUID } from 'node:crypto'
import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, type Agency, administers } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { NoticeMissing } from '../../../statute/calendar.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { categoryNames } from '../../classify/tree.ts'
import { demandIdOf } from '../../demand.ts'
import type { TicketFault, TicketMapping } from '../../doors/tickets/fields.ts'
import { demandOfTicket, historyOf } from '../../doors/tickets/history.ts'
import { type OldTicket, type ReadingTickets, readTicket } from '../../doors/tickets/read-ticket.ts'
import type { TicketsRun } from '../../doors/tickets/run.ts'
import { headed, type RawTicket } from '../../doors/tickets/sheet.ts'
import type { LimitsByType } from '../../limits.ts'
import { categoryTree } from '../../store/categories/rows.ts'
import {
  copyingTickets,
  intoEmptyTables,
  isWithoutDemands,
  keepingWithin,
  numberOnAfter,
  numbersKept,
  type RowsOfTicket,
  type TicketKeeping,
} from '../../store/doors/tickets.ts'
import { sumFacts } from '../../store/figures/sums.ts'
import { dayOfMinute, minuteOf, type WorkingTime } from '../../working-time.ts'
import { workingTime } from '../act.ts'
import { rebuildFigures } from '../figures/rebuilding.ts'

/** A sheet as it is handed in: its rows one after the other, and how its columns are to be read where that is known. */
export interface TicketsAsked {
  readonly agency: string
  /** The name of the file. */
  readonly file: string
  readonly rows: AsyncIterable<RawTicket | { readonly merged: readonly string[] }>
  readonly mapping?: TicketMapping | undefined
  /** False tries only: everything is read and nothing is kept. */
  readonly keep: boolean
}

/** Who imports, when, with what numbers are sealed, and who hears how far it is. */
export interface TicketsDoing {
  readonly by: Actor
  readonly moment: string
  readonly secrets: Secrets
  readonly progress?: (rows: number) => void
  /** The address of the same database, where rows are to be copied on a connection of their own; they are inserted otherwise. */
  readonly url?: string | undefined
}

/** So many faults are told one by one. */
const mostFaults = 1000
/** So many rows are kept at once. */
const batchRows = 2000

/**
 * Takes the tickets of an older system over: those that are right, with what their rows say happened; rows with a fault are told
 * and left out, and may be sent again when they are mended. All that is kept is kept in one transaction.
 */
export async function importTickets(
  work: Work,
  asked: TicketsAsked,
  doing: TicketsDoing,
): Promise<TicketsRun | Refusal> {
  const tree = await agencyTree(work)
  const { by } = doing
  const agency = tree.find(({ code }) => code === asked.agency)
  if (agency === undefined) return refuse('没有这个热线机构。')
  if (by.id !== 'system' && !administers(by, agency.code, tree))
    return refuse('“导入原系统工单”由该机构的系统管理员办理。')
  const { secrets, url } = doing
  const time = await workingTime(work)
  const empty = url !== undefined && asked.keep && (await isWithoutDemands(work))
  const run = () => imported(work, asked, { ...doing, tree, time, empty })
  const done = empty ? await intoEmptyTables(url, { secrets, time }, run) : await run()
  if (!asked.keep || done.tickets === 0) return done
  await (empty ? sumFacts(work) : rebuildFigures(work, { onlyMissing: true }))
  return done
}

interface ImportingWith extends TicketsDoing {
  readonly tree: readonly Agency[]
  readonly time: WorkingTime
  readonly empty: boolean
}

/** Reads the sheet and keeps it, all that is right or, where something fails, nothing. */
async function imported(work: Work, asked: TicketsAsked, doing: ImportingWith): Promise<TicketsRun> {
  const { by, secrets, url, time, empty } = doing
  return await work.transaction(async inner => {
    const { limits } = await setting(inner.db, 'hotline')
    const keeping =
      url === undefined || !asked.keep
        ? keepingWithin(inner, { secrets, time })
        : await copyingTickets(url, { secrets, time }, { empty })
    try {
      const importing = new Importing(inner, asked, {
        ...doing,
        limits,
        keeping,
        units: unitNames(doing.tree),
        categories: categoryNames(await categoryTree(inner)),
      })
      for await (const row of asked.rows) if ('cells' in row) await importing.take(row)
      const run = await importing.end()
      if (asked.keep && run.tickets > 0) {
        const detail = { name: asked.file, count: run.tickets, faulty: run.faulty }
        const entry = { by: by.id, byName: by.name, agency: asked.agency, act: 'hotline.import' }
        await audit(inner, { ...entry, subject: asked.agency, detail })
      }
      await keeping.end()
      return run
    } catch (cause) {
      await keeping.giveUp()
      throw cause
    }
  })
}

/** Every name that an agency goes by, and its code; a name that two go by names neither. */
function unitNames(tree: readonly Agency[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const twice = new Set<string>()
  for (const { code, name, shortName } of tree.filter(({ standing }) => standing))
    for (const each of new Set([code, name, shortName])) {
      if (names.has(each)) twice.add(each)
      names.set(each, code)
    }
  for (const each of twice) names.delete(each)
  return names
}

interface ImportingSheet extends TicketsDoing {
  readonly units: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, string>
  readonly limits: LimitsByType
  readonly keeping: TicketKeeping
}

/** One sheet while it is read: its rows go in, and every so often what was read is kept. */
class Importing {
  readonly #work: Work
  readonly #asked: TicketsAsked
  readonly #doing: ImportingSheet
  readonly #first: RawTicket[] = []
  #head: ReturnType<typeof headed> | undefined
  #reading: ReadingTickets | undefined
  #waiting: OldTicket[] = []
  readonly #seen = new Map<string, number>()
  readonly #faults: TicketFault[] = []
  readonly #unknown = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  #rows = 0
  #tickets = 0
  #open = 0
  #already = 0
  #faulty = 0

  constructor(work: Work, asked: TicketsAsked, doing: ImportingSheet) {
    this.#work = work
    this.#asked = asked
    this.#doing = doing
  }

  async take(raw: RawTicket): Promise<void> {
    if (this.#head !== undefined) return this.#read(raw)
    this.#first.push(raw)
    if (this.#first.length >= 10) await this.#begun()
  }

  async end(): Promise<TicketsRun> {
    if (this.#head === undefined) await this.#begun()
    await this.#keep()
    if (this.#asked.keep) {
      const day = dayOfMinute(minuteOf(this.#doing.moment))
      await numberOnAfter(this.#work, this.#asked.agency, { last: this.#numbers, today: day })
    }
    const { headings, samples, mapping } = this.#head ?? headed([], this.#asked.mapping)
    const unknownUnits = [...this.#unknown].map(([name, count]) => ({ name, count }))
    return {
      ...{ headings, samples, mapping, rows: this.#rows, tickets: this.#tickets, open: this.#open },
      ...{ already: this.#already, faulty: this.#faulty, faults: this.#faults },
      unknownUnits: unknownUnits.toSorted((a, b) => b.count - a.count).slice(0, 200),
    }
  }

  /** The headings are found among the first rows; what stands below them are tickets. */
  async #begun(): Promise<void> {
    this.#head = headed(this.#first, this.#asked.mapping)
    const { units, categories, moment } = this.#doing
    this.#reading = { mapping: this.#head.mapping, units, categories, moment }
    for (const raw of this.#first.slice(this.#head.below)) await this.#read(raw)
  }

  async #read(raw: RawTicket): Promise<void> {
    if (this.#reading === undefined || raw.cells.every(cell => cell.trim() === '')) return
    this.#rows++
    const ticket = readTicket(raw, this.#reading)
    if ('length' in ticket) return this.#fault(raw, ticket)
    const before = this.#seen.get(ticket.number)
    if (before !== undefined)
      return this.#fault(raw, [
        { row: raw.row, label: '编号', value: ticket.number, message: `与第 ${before} 行的编号相同。` },
      ])
    this.#seen.set(ticket.number, raw.row)
    this.#waiting.push(ticket)
    if (this.#waiting.length >= batchRows) await this.#keep()
  }

  #fault(raw: RawTicket, faults: readonly TicketFault[]): void {
    this.#faulty++
    for (const each of faults) if (this.#faults.length < mostFaults) this.#faults.push(each)
    const column = this.#reading?.mapping.columns.unit
    const name = column === undefined ? '' : (raw.cells[column] ?? '').trim()
    if (
      faults.some(({ label }) => label === '承办单位') &&
      (this.#unknown.has(name) || this.#unknown.size < 5000)
    )
      this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + 1)
  }

  async #keep(): Promise<void> {
    const tickets = this.#waiting
    this.#waiting = []
    if (tickets.length === 0) return
    const numbers = tickets.map(({ number }) => number)
    const kept = await numbersKept(this.#work, this.#asked.agency, numbers)
    const made = tickets.flatMap(ticket => {
      if (!kept.has(ticket.number)) {
        const rows = this.#rowsOf(ticket)
        return rows === undefined ? [] : [rows]
      }
      this.#already++
      return []
    })
    this.#tickets += made.length
    this.#doing.progress?.(this.#rows)
    if (this.#asked.keep) await this.#doing.keeping.keep(made)
  }

  #rowsOf(ticket: OldTicket): ReturnType<RowsOfTicket> | undefined {
    const { agency, file } = this.#asked
    const { limits, keeping } = this.#doing
    const id = demandIdOf(ticket, randomUUID().slice(24))
    const demand = demandOfTicket(ticket, { id, agency })
    const events = historyOf(ticket, { file, limits })
    try {
      // No code opens it: nobody was ever given one.
      const { caller, category } = ticket
      const whole = { demand, caller, category, events, trackingHash: `import ${id}` }
      const rows = keeping.rowsOf(whole)
      if (ticket.closedAt === null) this.#open++
      this.#counted(ticket.number)
      return rows
    } catch (cause) {
      if (!(cause instanceof NoticeMissing)) throw cause
      const fault = { label: '派单时间', value: ticket.dispatchedAt ?? '', message: cause.message }
      this.#fault({ row: ticket.row, cells: [] }, [{ row: ticket.row, ...fault }])
      return undefined
    }
  }

  #counted(number: string): void {
    const said = /^(20\d\d)(\d\d)(\d\d)-(\d{5,9})$/.exec(number)
    if (said === null) return
    const day = `${said[1]}-${said[2]}-${said[3]}`
    this.#numbers.set(day, Math.max(this.#numbers.get(day) ?? 0, Number(said[4])))
  }
}
