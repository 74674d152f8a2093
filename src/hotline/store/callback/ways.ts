import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type ChosenWay, chosenWays, type WayReason, wayReasons } from '../../callback/choosing.ts'
import { type DemandType, demandTypes } from '../../demand.ts'
import { dueBy } from './due.ts'

/** A callback that is due and whose way nobody has decided. */
export interface UndecidedCallback {
  readonly demand: string
  readonly number: string
  readonly type: DemandType
  readonly fedBackAt: string
  /** The first was in vain. */
  readonly second: boolean
}

/** The way of a callback, and why. */
export interface DecidedWay {
  readonly way: ChosenWay
  readonly why: WayReason
}

const undecidedForm = z.object({
  ...{ demand: z.string(), number: z.string(), type: z.enum(demandTypes), fedBackAt: z.string() },
  second: z.boolean(),
})

const decidedForm = z.object({
  ...{ way: z.enum(chosenWays), why: z.enum(wayReasons), decidedAt: z.string() },
})

/** Callbacks that fell due after a moment and have no way yet, the oldest first; second ones where they are asked for. */
export async function undecidedCallbacks(
  work: Work,
  { since, second, most }: { readonly since: string; readonly second: boolean; readonly most: number },
): Promise<UndecidedCallback[]> {
  const { rows } = await sql`
    select s.demand, d.number, d.type, s.fed_back_at as "fedBackAt", s.state = 'calledBack' as second
    from hotline_standings s join hotline_demands d on d.id = s.demand
    where s.state in ('fedBack', 'calledBack') and s.to_be_called_back and s.fed_back_at > ${since}
      and (s.state = 'fedBack' or (${second} and s.call_backs = 1))
      and not exists (select 1 from hotline_callback_ways w
        where w.demand = s.demand and w.fed_back_at = s.fed_back_at and w.second = (s.state = 'calledBack'))
    order by s.fed_back_at, s.demand limit ${most}`.execute(work.db)
  return z.array(undecidedForm).parse(rows)
}

/** The way of these callbacks, once: a second decision changes nothing. */
export async function keepWays(
  work: Work,
  callbacks: readonly UndecidedCallback[],
  { way, why, at }: DecidedWay & { readonly at: string },
): Promise<void> {
  if (callbacks.length === 0) return
  await work.db
    .insertInto('hotline_callback_ways')
    .values(
      callbacks.map(({ demand, fedBackAt, second }) => ({
        ...{ demand, fed_back_at: fedBackAt, second, way, why, decided_at: at },
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The way by which the caller of a demand was last to be asked; undefined where nothing was decided. */
export async function lastWay(
  work: Work,
  demand: string,
): Promise<(DecidedWay & { readonly decidedAt: string }) | undefined> {
  const row = await work.db
    .selectFrom('hotline_callback_ways')
    .select(['way', 'why', 'decided_at as decidedAt'])
    .where('demand', '=', demand)
    .orderBy('fed_back_at', 'desc')
    .orderBy('second', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && decidedForm.parse(row)
}

/** How many messages went to the caller of this demand since a moment, whichever demand they were about. */
export async function messagesToCaller(work: Work, demand: string, since: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from hotline_callback_messages m join hotline_callers c on c.demand = m.demand
    where m.made_at >= ${since} and (c.demand = ${demand}
      or c.same_person = (select same_person from hotline_callers where demand = ${demand}))`.execute(work.db)
  return rows[0]?.n ?? 0
}

/** Messages that were handed over before a moment and that nobody answered go to the telephone. @returns how many */
export async function moveUnanswered(
  work: Work,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<number> {
  const { rows } = await sql`
    update hotline_callback_messages set moved_at = ${at}
    where used_at is null and moved_at is null and state = 'handed' and made_at <= ${before}
    returning id`.execute(work.db)
  return rows.length
}

/** How many callers are to be asked at these hotlines: by telephone, and how many have a message that is not answered yet. */
export async function toBeAsked(
  work: Work,
  agencies: readonly string[],
): Promise<{ readonly phone: number; readonly message: number }> {
  const of = sql`from hotline_standings s where s.agency = any(${[...agencies]}::text[])`
  const { rows } = await sql<{ phone: number; message: number }>`select
    (select count(*)::int ${of} and ${dueBy.phone}) as phone,
    (select count(*)::int ${of} and ${dueBy.message}) as message`.execute(work.db)
  return rows[0] ?? { phone: 0, message: 0 }
}
