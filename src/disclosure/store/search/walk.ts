import { type RawBuilder, sql } from 'kysely'
import type { Token } from '../../../platform/text/pairs.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day, dayOf } from '../../../statute/day.ts'
import { monthToken, quarterToken } from './tokens.ts'

/** What is walked: a table of words, with the condition on its list and the look at its text. */
export interface Walk {
  readonly table: RawBuilder<unknown>
  /** The condition on the list of words, with further tokens. */
  readonly listed: (more: readonly Token[]) => RawBuilder<boolean>
  /** The text to look at, and the look. */
  readonly text: RawBuilder<string>
  readonly looked: (column: RawBuilder<string>) => RawBuilder<boolean>
}

/** A span of days, as few tokens as name it; without tokens it is everything before `until`. */
interface Span {
  readonly tokens: readonly Token[]
  readonly until: Day | null
}

/**
 * The newest places of a walk: first among the newest two months, then among the newest year, then among all that is
 * older, so that a common word is found without counting its hits and a rare one with three questions.
 */
export async function newest(work: Work, walk: Walk, start: Start): Promise<number[]> {
  const { from, most, ...rest } = start
  const found: number[] = []
  for (const span of spansFrom(from)) {
    if (found.length >= most) break
    found.push(...(await placesIn(work, walk, { span, ...rest, most: most - found.length })))
  }
  return found
}

/** Where a walk begins: at the newest day of all, for at most so many places, with further tokens. */
export interface Start {
  readonly from: Day
  readonly most: number
  readonly more: readonly Token[]
  /** Places that were found before and are not found again. */
  readonly except: readonly number[]
}

function spansFrom(newestDay: Day): Span[] {
  const first = firstOfMonth(newestDay)
  const before = firstOfMonth(addDays(first, -1))
  const quarters = [addDays(before, -1), addDays(before, -92), addDays(before, -183), addDays(before, -275)]
  const reach = firstOfQuarter(quarters[3] ?? before)
  return [
    { tokens: [monthToken(newestDay), monthToken(before)], until: null },
    { tokens: [...new Set(quarters.map(quarterToken))], until: before },
    { tokens: [], until: reach },
  ]
}

function firstOfMonth(day: Day): Day {
  return dayOf(`${day.slice(0, 8)}01`)
}

function firstOfQuarter(day: Day): Day {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return dayOf(`${day.slice(0, 5)}${String(month).padStart(2, '0')}-01`)
}

interface Within extends Omit<Start, 'from'> {
  readonly span: Span
}

/**
 * The list is sorted first and the texts are looked at one after the other, until enough are found. It is planned by
 * itself, `materialized`: for a few rows alone the planner would walk along the days and unpack every list of words.
 */
async function placesIn(work: Work, walk: Walk, { span, more, most, except }: Within): Promise<number[]> {
  const any = span.tokens.length === 0 ? sql`true` : sql`s.words && ${[...span.tokens]}::int[]`
  const until = span.until === null ? sql`true` : sql`s.published_on < ${span.until}`
  const { rows } = await sql<{ place: number }>`
    with w as materialized (
      select s.place, ${walk.text} as text from ${walk.table} s
      where ${walk.listed(more)} and ${any} and ${until}
      order by s.published_on desc, s.place desc)
    select w.place from w where ${walk.looked(sql<string>`w.text`)} and w.place <> all(${[...except]}::int[]) limit ${most}`.execute(
    work.db,
  )
  return rows.map(({ place }) => place)
}

/** The newest day on which anything was published that is still public. */
export async function newestDay(work: Work): Promise<Day | undefined> {
  const row = await work.db
    .selectFrom('disclosure_shelf')
    .select('published_on')
    .orderBy('published_on', 'desc')
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : dayOf(row.published_on)
}
