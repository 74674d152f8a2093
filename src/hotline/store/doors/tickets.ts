import { once } from 'node:events'
import { sql } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { withoutKeys } from '../../../platform/copying/keys.ts'
import { type CopiedTable, type Field, lineOfRow } from '../../../platform/copying/rows.ts'
import type { Work } from '../../../platform/work.ts'
import type { WholeDemand } from '../../copying/whole.ts'
import { type CopyingWith, copiedTables, withStanding } from '../copying/tables.ts'

/** The rows of one table. */
type Rows = readonly (readonly Field[])[]

/** Makes the rows of a ticket, for every table in its order. @throws NoticeMissing */
export type RowsOfTicket = (whole: WholeDemand) => readonly Rows[]

/** Keeps rows of tickets in every table that a demand stands in. */
export interface TicketKeeping {
  readonly tables: readonly CopiedTable[]
  readonly rowsOf: RowsOfTicket
  keep(tickets: readonly (readonly Rows[])[]): Promise<void>
  /** All of it stands. */
  end(): Promise<void>
  /** None of it stands. */
  giveUp(): Promise<void>
}

/** Has no hotline a demand yet? */
export async function isWithoutDemands(work: Work): Promise<boolean> {
  return (await work.db.selectFrom('hotline_demands').select('id').limit(1).executeTakeFirst()) === undefined
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

/** By INSERT, within the transaction of the act; what the figures add up is made after it, as for all that has none. */
export function keepingWithin(work: Work, by: CopyingWith): TicketKeeping {
  const tables = copiedTables(by).filter(({ table }) => table !== 'hotline_facts')
  return {
    ...{ tables, rowsOf: rowsBy(tables) },
    async keep(tickets) {
      for (const [place, into] of tables.entries())
        await insertRows(
          work,
          into,
          tickets.flatMap(rows => rows[place] ?? []),
        )
    },
    end: async () => {},
    giveUp: async () => {},
  }
}

const rowsBy =
  (tables: ReturnType<typeof copiedTables>): RowsOfTicket =>
  told => {
    const whole = withStanding(told)
    return tables.map(({ rows }) => rows(whole))
  }

async function insertRows(work: Work, { table, columns }: CopiedTable, rows: Rows): Promise<void> {
  if (rows.length === 0) return
  const objects = rows.map(row =>
    Object.fromEntries(columns.map((column, place) => [column, inJson(column, row[place])])),
  )
  const names = sql.join(columns.map(column => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(objects)}::json)`.execute(
    work.db,
  )
}

/** What an event tells is written as JSON for COPY; within JSON it stands as it is. */
function inJson(column: string, field: Field | undefined): unknown {
  return column === 'told' && typeof field === 'string' ? JSON.parse(field) : field
}

/**
 * By COPY, on a connection and in a transaction of its own; a batch is sent while the next one is read. Into an empty hotline
 * what the figures add up is copied too, and summed once.
 */
export async function copyingTickets(
  url: string,
  by: CopyingWith,
  { empty }: { readonly empty: boolean },
): Promise<TicketKeeping> {
  const tables = copiedTables(by).filter(({ table }) => empty || table !== 'hotline_facts')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin')
  let sending: Promise<void> = Promise.resolve()
  const send = async (texts: readonly string[]) => {
    for (const [place, text] of texts.entries()) {
      const into = tables[place]
      if (text === '' || into === undefined) continue
      const way = client.query(copyFrom(`copy ${into.table} (${into.columns.join(', ')}) from stdin`))
      way.end(text)
      await once(way, 'finish')
    }
  }
  return {
    ...{ tables, rowsOf: rowsBy(tables) },
    async keep(tickets) {
      const texts = tables.map((_, place) => textOf(tickets, place))
      await sending
      sending = send(texts)
      sending.catch(() => {})
    },
    async end() {
      await sending
      await client.query('commit')
      await client.end()
    },
    async giveUp() {
      await sending.catch(() => {})
      await client.end().catch(() => {})
    },
  }
}

function textOf(tickets: readonly (readonly Rows[])[], place: number): string {
  let text = ''
  for (const rows of tickets) for (const row of rows[place] ?? []) text += lineOfRow(row)
  return text
}

/** Runs an import into a hotline that has no demand: the keys are away meanwhile, and nobody else may register. */
export async function intoEmptyTables<T>(url: string, by: CopyingWith, run: () => Promise<T>): Promise<T> {
  return await withoutKeys(
    url,
    copiedTables(by).map(({ table }) => table),
    run,
  )
}

/** Lets the agency be known as a hotline from its first import, and our own numbering go on after the numbers that were taken over, where they are written as ours are. */
export async function numberOnAfter(
  work: Work,
  agency: string,
  { last, today }: { readonly last: ReadonlyMap<string, number>; readonly today: string },
): Promise<void> {
  for (const [day, number] of new Map([[today, 0], ...last])) {
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
