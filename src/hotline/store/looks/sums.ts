import { sql } from 'kysely'
import { z } from 'zod'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import type { LookSum } from '../../looks/look.ts'
import { causeless } from './looks.ts'

/** Whose looks are summed: at these hotlines, in a span of days, both included. */
export interface LookSumsAsked {
  readonly agencies: readonly string[]
  readonly from: Day
  readonly to: Day
}

const count = z.coerce.number()
const sumForm = z.object({
  ...{ person: z.string(), personName: z.string(), agency: z.string() },
  ...{ looks: count, causeless: count, confidential: count, confidentialCauseless: count },
  ...{ causelessOnDay: count, inHour: count, numbers: count, idleNumbers: count, idleOnDay: count },
})

// A number leads to something where its call was answered, or a demand of it was touched, by the same person on the same day.
const idle = sql`not exists (select from hotline_callers c join hotline_events e on e.demand = c.demand
    where c.same_person = k.same_person and e.by = k.person and (e.at at time zone 'Asia/Shanghai')::date = k.looked_on)
  and not exists (select from hotline_calls c where c.agency = k.agency and c.same_person = k.same_person
    and c.answered_by = k.person and c.rang_at >= k.looked_on::timestamp at time zone 'Asia/Shanghai'
    and c.rang_at < (k.looked_on + 1)::timestamp at time zone 'Asia/Shanghai')`

/** The looks of each person, whoever looked most without cause first. */
export async function lookSums(work: Work, { agencies, from, to }: LookSumsAsked): Promise<LookSum[]> {
  const [begin, end] = [instantOf(from, '00:00:00'), instantOf(addDays(to, 1), '00:00:00')]
  const { rows } = await sql`
    with looked as (
      select l.agency, l.person, l.person_name, l.at, l.confidential, ${causeless} as causeless,
        (l.at at time zone 'Asia/Shanghai')::date as on_day, count(*) over (partition by l.agency, l.person
          order by l.at range between interval '1 hour' preceding and current row) as in_hour
      from hotline_looks l where l.agency = any(${[...agencies]}::text[])
        and l.at >= ${begin}::timestamptz and l.at < ${end}::timestamptz
    ), days as (
      select agency, person, max(n) as n from (
        select agency, person, count(*) filter (where causeless) as n from looked group by agency, person, on_day) d
      group by agency, person
    ), sums as (
      select agency, person, max(person_name) as name, count(*) as looks, count(*) filter (where causeless) as causeless,
        count(*) filter (where confidential) as confidential,
        count(*) filter (where confidential and causeless) as confidential_causeless, max(in_hour) as in_hour
      from looked group by agency, person
    ), typed as (
      select agency, person, sum(n) as numbers, sum(idle) as idle, max(idle) as on_day from (
        select k.agency, k.person, count(*) as n, count(*) filter (where ${idle}) as idle from hotline_caller_looks k
        where k.agency = any(${[...agencies]}::text[]) and k.looked_on between ${from}::date and ${to}::date
        group by k.agency, k.person, k.looked_on) t group by agency, person
    )
    select agency, person, coalesce(s.name, p.name, person) as "personName", coalesce(s.looks, 0) as looks,
      coalesce(s.causeless, 0) as causeless, coalesce(s.confidential, 0) as confidential,
      coalesce(s.confidential_causeless, 0) as "confidentialCauseless", coalesce(days.n, 0) as "causelessOnDay",
      coalesce(s.in_hour, 0) as "inHour", coalesce(t.numbers, 0) as numbers, coalesce(t.idle, 0) as "idleNumbers",
      coalesce(t.on_day, 0) as "idleOnDay"
    from sums s full join typed t using (agency, person) left join days using (agency, person)
    left join people p on p.id::text = person
    order by coalesce(s.causeless, 0) + coalesce(t.idle, 0) desc, coalesce(s.looks, 0) desc, person`.execute(
    work.db,
  )
  return z.array(sumForm).parse(rows)
}

/** How many numbers this person looked up on a day of which nothing came, up to now. */
export async function idleNumbersOf(
  work: Work,
  { agency, person, on }: { readonly agency: string; readonly person: string; readonly on: string },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (count(*) filter (where ${idle}))::int as n
    from hotline_caller_looks k where k.agency = ${agency} and k.person = ${person} and k.looked_on = ${on}::date`.execute(
    work.db,
  )
  return rows[0]?.n ?? 0
}
