import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { isItemForm } from '../../forms.ts'
import type { CheckLine, SiteColumn, SiteFacts } from '../../self-check/judge.ts'

/** The site's own finds of its pages: at most so many are listed. */
const most = 200

const day = z.string().transform(dayOf).nullable()
const columnForm = z.object({
  ...{ id: z.string(), name: z.string(), forms: z.array(z.string()), strict: z.boolean() },
  ...{ limitDays: z.int(), department: z.string() },
})

/** The columns of the site with their limits. */
export async function siteColumns(work: Work): Promise<SiteColumn[]> {
  const rows = await work.db
    .selectFrom('disclosure_columns')
    .select(['id', 'name', 'forms', 'strict', 'limit_days as limitDays', 'department'])
    .orderBy('strict', 'desc')
    .orderBy('limit_days')
    .orderBy('name')
    .execute()
  return rows.map(row => columnForm.parse(row))
}

/** Sets a column, a new one where `id` is absent. @returns its id; undefined where there is none of this id */
export async function keepColumn(
  work: Work,
  id: string | undefined,
  { name, forms, strict, limitDays, department }: Omit<SiteColumn, 'id'>,
  by: { readonly id: string; readonly at: string },
): Promise<string | undefined> {
  const row = {
    ...{ name, forms: forms.filter(isItemForm), strict, limit_days: limitDays, department },
    ...{ changed_by: by.id, changed_at: by.at },
  }
  const kept =
    id === undefined
      ? work.db.insertInto('disclosure_columns').values(row).returning('id')
      : work.db.updateTable('disclosure_columns').set(row).where('id', '=', id).returning('id')
  return (await kept.executeTakeFirst())?.id
}

/** The columns with the day of their latest publication and how much stands in them. */
export async function columnFacts(work: Work): Promise<SiteFacts['columns']> {
  const columns = await siteColumns(work)
  const { rows } = await sql<{ form: string; last: string | null; count: number }>`
    select form, max(published_on)::text as last, count(*)::int as count
    from disclosure_standings where shelf = 'public' group by form`.execute(work.db)
  return columns.map(column => {
    const mine = rows.filter(({ form }) => column.forms.includes(form))
    const last = mine
      .map(each => day.parse(each.last))
      .reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null)
    return { ...column, last, count: mine.reduce((sum, { count }) => sum + count, 0) }
  })
}

const namedForm = z.object({ item: z.string(), title: z.string(), told: z.string() })

/** The day of the latest publication on the whole site; null where nothing was ever published. */
export async function lastPublication(work: Work): Promise<Day | null> {
  const { rows } = await sql<{ last: string | null }>`
    select max(published_on)::text as last from disclosure_standings where shelf = 'public'`.execute(work.db)
  return day.parse(rows[0]?.last ?? null)
}

/** 2026年1月20日 */
const dayFormat = 'YYYY"年"FMMM"月"FMDD"日"'

/** Editions whose day is not the day of their moment in the office's time; what was imported keeps its old day. */
export async function forgedDays(work: Work): Promise<z.infer<typeof namedForm>[]> {
  const { rows } = await sql`
    select e.item, s.title, to_char(e.published_on, ${dayFormat}) || '，实际'
      || to_char(e.published_at at time zone 'Asia/Shanghai', ${dayFormat}) as told
    from disclosure_editions e join disclosure_standings s on s.item = e.item
    where s.shelf = 'public' and e.published_on <> (e.published_at at time zone 'Asia/Shanghai')::date
      and not exists (select from disclosure_events v where v.item = e.item and v.kind = 'imported' and e.number = 1)
    order by e.published_at desc limit ${most}`.execute(work.db)
  return rows.map(row => namedForm.parse(row))
}

/** Public items without a day of publication. */
export async function withoutDay(work: Work): Promise<{ readonly item: string; readonly title: string }[]> {
  return await work.db
    .selectFrom('disclosure_standings')
    .select(['item', 'title'])
    .where('shelf', '=', 'public')
    .where('published_on', 'is', null)
    .limit(most)
    .execute()
}

/** Writes down how long the front page took; status 0 where it did not answer. */
export async function keepVisit(
  work: Work,
  visit: { readonly at: string; readonly milliseconds: number; readonly status: number },
): Promise<void> {
  await work.db
    .insertInto('disclosure_visits')
    .values(visit)
    .onConflict(conflict => conflict.column('at').doNothing())
    .execute()
}

/** The visits of the seven days up to the end of this day. */
export async function visitsOfWeek(work: Work, today: Day): Promise<SiteFacts['visits']> {
  const { rows } = await sql<{ all: number; failed: number; slow: number }>`
    select count(*)::int as all, (count(*) filter (where status < 200 or status >= 400))::int as failed,
      (count(*) filter (where status between 200 and 399 and milliseconds > 15000))::int as slow
    from disclosure_visits
    where (at at time zone 'Asia/Shanghai')::date > ${today}::date - 7
      and (at at time zone 'Asia/Shanghai')::date <= ${today}::date`.execute(work.db)
  return rows[0] ?? { all: 0, failed: 0, slow: 0 }
}

const pageForm = z.object({ words: z.string(), path: z.string().nullable() })
const linesForm = z.array(
  z.object({
    ...{ rule: z.string(), label: z.string(), limit: z.string(), actual: z.string() },
    verdict: z.enum(['fails', 'near', 'passes', 'unknown', 'person']),
    ...{ daysLeft: z.int().nullable(), responsible: z.string(), findings: z.array(pageForm) },
  }),
)

/** Keeps the day's check; a second one of the same day takes its place. */
export async function keepSelfCheck(
  work: Work,
  on: Day,
  lines: readonly CheckLine[],
  at: string,
): Promise<void> {
  const row = { made_at: at, lines: JSON.stringify(lines) }
  await work.db
    .insertInto('disclosure_self_checks')
    .values({ on_day: on, ...row })
    .onConflict(conflict => conflict.column('on_day').doUpdateSet(row))
    .execute()
}

/** The check of a day; undefined where none was kept. */
export async function selfCheckOf(work: Work, on: Day): Promise<CheckLine[] | undefined> {
  const row = await work.db
    .selectFrom('disclosure_self_checks')
    .select('lines')
    .where('on_day', '=', on)
    .executeTakeFirst()
  return row && linesForm.parse(row.lines)
}

/** The days that were checked, the latest first. */
export async function selfCheckHistory(work: Work, days: number) {
  const rows = await work.db
    .selectFrom('disclosure_self_checks')
    .select(['on_day as on', 'lines'])
    .orderBy('on_day', 'desc')
    .limit(days)
    .execute()
  return rows.map(({ on, lines }) => ({ on: dayOf(on), lines: linesForm.parse(lines) }))
}
