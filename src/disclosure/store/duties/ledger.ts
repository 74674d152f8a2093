import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Calendar } from '../../../statute/calendar.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { dueTable, timelinessStandings } from '../../timeliness.ts'

const day = z.string().transform(dayOf)
const lineForm = z.object({
  ...{ key: z.string(), item: z.string(), agency: z.string(), indexNumber: z.string(), form: z.string() },
  ...{ title: z.string(), madeOn: day.nullable(), due: day.nullable(), disclosedOn: day.nullable() },
  ...{ standing: z.enum(timelinessStandings), handlerName: z.string().nullable(), revision: z.boolean() },
})

/** A thing that Art. 26 puts a last day to: a published edition, or a draft whose words are new or changed. */
export type LedgerLine = z.infer<typeof lineForm>

/** Which lines are asked for. */
export interface LedgerQuery {
  readonly agencies: readonly string[]
  readonly standing?: string | undefined
  readonly form?: string | undefined
  /** The period in which it was made. */
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  readonly q?: string | undefined
}

/** By what the ledger is added up. */
export const ledgerGroups = ['agency', 'form', 'month', 'year'] as const
export type LedgerGroup = (typeof ledgerGroups)[number]

/** By what its lines are ordered. */
export const ledgerOrders = ['due', 'made', 'disclosed', 'agency', 'title'] as const
export type LedgerOrder = (typeof ledgerOrders)[number]

/** What it is asked against: the calendar and the day. */
export interface LedgerDay {
  readonly calendar: Calendar
  readonly today: Day
}

/** Every published edition that carries a new day of making, and every open draft with a day of its own. */
function things({ calendar, today }: LedgerDay): RawBuilder<unknown> {
  const { made, due } = dueTable(calendar)
  return sql`(
    select t.*, d.due, case
        when t.made_on is null then 'undated'
        when d.due is null then 'unknown'
        when t.disclosed_on > d.due then 'publishedLate'
        when t.disclosed_on is not null then 'inTime'
        when d.due < ${today}::date then 'late'
        else 'due' end as standing
    from (
      select s.item as key, s.item, s.agency, s.index_number, s.form, s.title, s.made_on, s.handler_name,
        false as revision, case when s.edition = 1 then s.first_published_on else coalesce(
          (select min(e.published_on) from disclosure_editions e
            where e.item = s.item and e.content->>'madeOn' = s.made_on::text), s.published_on) end as disclosed_on
      from disclosure_standings s where s.shelf <> 'never'
      union all
      select s.item || ':draft', s.item, s.agency, s.index_number, s.form, w.content->>'title',
        (w.content->>'madeOn')::date, s.handler_name, s.shelf <> 'never', null
      from disclosure_standings s join disclosure_drafts w on w.item = s.item
      where s.draft not in ('none', 'withheld', 'abandoned')
        and (s.shelf = 'never' or (w.content->>'madeOn')::date is distinct from s.made_on)
    ) t left join unnest(${[...made]}::date[], ${[...due]}::date[]) as d(made, due) on d.made = t.made_on
  )`
}

function among({ agencies, standing, form, from, until, q }: LedgerQuery): RawBuilder<unknown> {
  const said = [
    sql`agency = any(${[...agencies]})`,
    ...(standing === undefined ? [] : [sql`standing = ${standing}`]),
    ...(form === undefined ? [] : [sql`form = ${form}`]),
    ...(from === undefined ? [] : [sql`made_on >= ${from}`]),
    ...(until === undefined ? [] : [sql`made_on <= ${until}`]),
    ...(q === undefined || q === ''
      ? []
      : [sql`(strpos(title, ${q}) > 0 or strpos(index_number, ${q}) > 0)`]),
  ]
  return sql.join(said, sql` and `)
}

const columnOf = { due: 'due', made: 'made_on', disclosed: 'disclosed_on', agency: 'agency', title: 'title' }

/** One page of the ledger and how many lines match. */
export async function ledgerLines(
  work: Work,
  on: LedgerDay,
  asked: LedgerQuery & {
    readonly sort: LedgerOrder
    readonly descending: boolean
    readonly page: number
    readonly size: number
  },
): Promise<{ readonly lines: LedgerLine[]; readonly total: number }> {
  const { sort, descending, page, size } = asked
  const direction = descending ? sql`desc` : sql`asc`
  const { rows } = await sql<{ total: number }>`
    select key, item, agency, index_number as "indexNumber", form, title, made_on::text as "madeOn", due::text,
      disclosed_on::text as "disclosedOn", standing, handler_name as "handlerName", revision,
      (count(*) over ())::int as total
    from ${things(on)} as ledger where ${among(asked)}
    order by ${sql.ref(columnOf[sort])} ${direction} nulls last, key
    limit ${size} offset ${(page - 1) * size}`.execute(work.db)
  const total = rows[0]?.total ?? (page === 1 ? 0 : await countLines(work, on, asked))
  return { lines: rows.map(row => lineForm.parse(row)), total }
}

async function countLines(work: Work, on: LedgerDay, asked: LedgerQuery): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ${things(on)} as ledger where ${among(asked)}`.execute(work.db)
  return rows[0]?.total ?? 0
}

const groupOf = {
  agency: sql`agency`,
  form: sql`form`,
  month: sql`to_char(made_on, 'YYYY-MM')`,
  year: sql`to_char(made_on, 'YYYY')`,
} as const satisfies Record<LedgerGroup, RawBuilder<unknown>>

const sumForm = z.object({
  ...{ key: z.string().nullable(), late: z.int(), due: z.int(), publishedLate: z.int(), inTime: z.int() },
  ...{ undated: z.int(), unknown: z.int() },
})
/** How many things stand where, for one agency, form or period. */
export type LedgerSum = z.infer<typeof sumForm>

/** The ledger added up. */
export async function ledgerSums(
  work: Work,
  on: LedgerDay,
  { group, ...asked }: LedgerQuery & { readonly group: LedgerGroup },
): Promise<LedgerSum[]> {
  const count = (standing: string) => sql`(count(*) filter (where standing = ${standing}))::int`
  const { rows } = await sql`
    select ${groupOf[group]} as key, ${count('late')} as late, ${count('due')} as due,
      ${count('publishedLate')} as "publishedLate", ${count('inTime')} as "inTime",
      ${count('undated')} as undated, ${count('unknown')} as unknown
    from ${things(on)} as ledger where ${among(asked)} group by 1 order by 1`.execute(work.db)
  return rows.map(row => sumForm.parse(row))
}

/** The lines of one item, for its proof. */
export async function ledgerOfItem(work: Work, on: LedgerDay, item: string): Promise<LedgerLine[]> {
  const { rows } = await sql`
    select key, item, agency, index_number as "indexNumber", form, title, made_on::text as "madeOn", due::text,
      disclosed_on::text as "disclosedOn", standing, handler_name as "handlerName", revision
    from ${things(on)} as ledger where item = ${item}`.execute(work.db)
  return rows.map(row => lineForm.parse(row))
}
