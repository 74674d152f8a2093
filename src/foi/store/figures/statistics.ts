import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type StatisticGroup, workdayClasses } from '../../figures/statistics.ts'

/** Which requests: of these agencies, ended in these days. */
export interface Period {
  readonly agencies: readonly string[]
  readonly from: string
  readonly until: string
}

/** Those that ended in the period; rounds that answer again are not counted again (decision 0008). */
function ended({ agencies, from, until }: Period): RawBuilder<unknown> {
  return sql`select * from foi_standings
    where agency = any(${[...agencies]}::text[]) and not round and outcome_on between ${from} and ${until}`
}

const figures = sql`count(*) as closed, count(answered_workdays) as timed,
  percentile_disc(0.5) within group (order by answered_workdays) as median,
  percentile_disc(0.9) within group (order by answered_workdays) as ninetieth,
  max(answered_workdays) as longest, count(*) filter (where answered_due < outcome_on) as late`

const distribution = z.object({
  ...{ closed: z.number(), timed: z.number(), late: z.number() },
  ...{ median: z.number().nullable(), ninetieth: z.number().nullable(), longest: z.number().nullable() },
})

/** The distribution of the working days of a period's answers. */
export async function distributionOf(work: Work, period: Period) {
  const { rows } = await sql`select ${figures} from (${ended(period)}) as e`.execute(work.db)
  return distribution.parse(rows[0])
}

const keys: Readonly<Record<StatisticGroup, RawBuilder<unknown>>> = {
  department: sql`coalesce(department, '')`,
  outcome: sql`result_row`,
  channel: sql`channel`,
  ground: sql`withheld`,
  applicantKind: sql`applicant_kind`,
}

/** The same, group by group, the largest first; by ground only what was withheld is told. */
export async function distributionsBy(work: Work, period: Period, group: StatisticGroup) {
  const key = keys[group]
  const { rows } = await sql`
    select ${key} as key, ${figures} from (${ended(period)}) as e where ${key} is not null
    group by ${key} order by closed desc, key`.execute(work.db)
  return z.array(distribution.extend({ key: z.string() })).parse(rows)
}

/** How many answers lie in each class of working days. */
export async function workdayClassesOf(work: Work, period: Period): Promise<number[]> {
  const { rows } = await sql`
    select width_bucket(answered_workdays, ${[...workdayClasses].map(to => to + 1)}::int[]) as place, count(*) as count
    from (${ended(period)}) as e where answered_workdays is not null group by place`.execute(work.db)
  const found = z.array(z.object({ place: z.number(), count: z.number() })).parse(rows)
  return Array.from(
    { length: workdayClasses.length + 1 },
    (_, place) => found.find(each => each.place === place)?.count ?? 0,
  )
}

const lateForm = z.array(
  z.object({
    ...{ id: z.string(), number: z.string(), department: z.string().nullable(), due: z.string() },
    ...{ outcomeOn: z.string(), workdays: z.number() },
  }),
)

/** The answers of a period that came after the due day, latest first, the first so many. */
export async function answeredLate(work: Work, period: Period, most: number) {
  const { rows } = await sql`
    select r.id, r.number, e.department, e.answered_due as due, e.outcome_on as "outcomeOn",
      e.answered_workdays as workdays
    from (${ended(period)}) as e join foi_requests r on r.id = e.request
    where e.answered_due < e.outcome_on order by e.outcome_on desc, r.number limit ${most}`.execute(work.db)
  return lateForm.parse(rows)
}
