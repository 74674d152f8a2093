import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Caller, Demand } from '../../demand.ts'
import type { DemandEvent } from '../../events.ts'
import { demandAfter } from '../../standing.ts'
import type { WorkingTime } from '../../working-time.ts'
import { sealedCaller } from '../callers.ts'
import { wordsOf } from '../queue/words.ts'
import { standingRow } from '../standing-row.ts'

/** A demand of an older system with all that happened to it. */
export interface WholeTicket {
  readonly demand: Demand
  readonly caller: Caller
  readonly events: readonly DemandEvent[]
}

/** Rows of every table, made from tickets; they are kept together. */
export interface TicketRows {
  readonly demands: readonly object[]
  readonly callers: readonly object[]
  readonly events: readonly object[]
  readonly standings: readonly object[]
  readonly words: readonly object[]
}

/** An id that sorts by its moment (RFC 9562, version 7), so that a long import fills the indexes from one end. */
export function idAt(moment: string): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.parse(moment), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Which of these numbers the hotline has already. */
export async function numbersKept(
  work: Work,
  agency: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from hotline_demands where agency = ${agency} and number = any (${numbers}::text[])`.execute(
    work.db,
  )
  return new Set(rows.map(({ number }) => number))
}

/** The rows of a ticket, with the standing that its events give. @throws NoticeMissing */
export function rowsOfTicket(
  { demand, caller, events }: WholeTicket,
  { secrets, time }: { readonly secrets: Secrets; readonly time: WorkingTime },
) {
  const { id, filedAt, ...said } = demand
  const { whose, row } = standingRow({ demand, events, standing: demandAfter(events) }, time)
  return {
    // No code opens it: nobody was ever given one.
    demand: { id, filed_at: filedAt, tracking_hash: `import ${id}`, ...said },
    caller:
      caller.name === '' && caller.phone === ''
        ? undefined
        : { demand: id, ...sealedCaller(caller, secrets) },
    events: events.map(({ at, by, byName, ...told }, place) => ({
      ...{ demand: id, number: place + 1, kind: told.kind, at, by, by_name: byName, told },
    })),
    standing: { ...whose, ...row },
    words: { demand: id, filed_at: filedAt, words: wordsOf(demand) },
  }
}

/** Keeps rows of every table, a table at a time. */
export async function keepTickets(work: Work, rows: TicketRows): Promise<void> {
  await keepRows(work, 'hotline_demands', rows.demands)
  await keepRows(work, 'hotline_callers', rows.callers)
  await keepRows(work, 'hotline_events', rows.events)
  await keepRows(work, 'hotline_standings', rows.standings)
  await keepRows(work, 'hotline_words', rows.words)
}

async function keepRows(
  work: Work,
  table: 'hotline_demands' | 'hotline_callers' | 'hotline_events' | 'hotline_standings' | 'hotline_words',
  rows: readonly object[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map(column => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    work.db,
  )
}

/** Lets our own numbering go on after the numbers that were taken over, where they are written as ours are. */
export async function numberOnAfter(
  work: Work,
  agency: string,
  last: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [day, number] of last) {
    await work.db
      .insertInto('hotline_numbers')
      .values({ agency, day, last: number })
      .onConflict(conflict =>
        conflict
          .columns(['agency', 'day'])
          .doUpdateSet({ last: sql<number>`greatest(hotline_numbers.last, excluded.last)` }),
      )
      .execute()
  }
}
