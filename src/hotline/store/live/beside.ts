import { sql } from 'kysely'
import { z } from 'zod'
import { joined, pairsOf, runsOf, type Token } from '../../../platform/text/pairs.ts'
import type { Work } from '../../../platform/work.ts'
import type { DemandBeside } from '../../live/help.ts'
import { demandStates } from '../../standing.ts'
import { newestMonths } from '../queue/words.ts'

const besideForm = z.object({
  ...{ id: z.string(), number: z.string(), subject: z.string(), filedAt: z.string() },
  ...{ state: z.enum(demandStates), unitName: z.string().nullable() },
})
const nearForm = besideForm.extend({ body: z.string(), place: z.string(), confidential: z.boolean() })
/** A demand of recent days that shares words or a place, with what is compared. */
export type Near = z.infer<typeof nearForm>

const shown = sql`d.id, d.number, d.subject, d.filed_at as "filedAt", s.state, u.short_name as "unitName"`
const mostEarlier = 5
const mostNear = 30
const mostCandidates = 200
const countedAtMost = 100

/** The latest demands of a number at a hotline, and how many there are, up to a bound; confidential ones are only counted. */
export async function earlierOf(
  work: Work,
  agency: string,
  mark: string,
): Promise<{ lines: DemandBeside[]; total: number; confidential: number }> {
  const { rows } = await sql`
    with mine as materialized (select d.id, d.filed_at, d.confidential from hotline_callers c
      join hotline_demands d on d.id = c.demand
      where c.same_person = ${mark} and d.agency = ${agency} limit ${countedAtMost}),
    counted as (select count(*)::int as total, (count(*) filter (where confidential))::int as confidential from mine)
    select counted.*, ${shown} from counted
    left join (select id from mine where not confidential order by filed_at desc limit ${mostEarlier}) m on true
    left join hotline_demands d on d.id = m.id
    left join hotline_standings s on s.demand = d.id left join agencies u on u.code = s.unit
    order by d.filed_at desc`.execute(work.db)
  const { total, confidential } = z
    .looseObject({ total: z.number(), confidential: z.number() })
    .parse(rows[0])
  const lines = z.array(besideForm).parse(total === confidential ? [] : rows)
  return { lines, total, confidential }
}

/** What is looked for: the names of places, whole; and four neighbouring characters of the subject at a time. */
function asked(subject: string, places: readonly string[]): Token[][] {
  const words = places.slice(0, 2).map(place => runsOf(place).flatMap(run => pairsOf(run)))
  const fours = runsOf(subject).flatMap(run => {
    const units = Array.from({ length: Math.max(0, run.length - 3) }, (_, at) => at)
    return units.map(at => [0, 1, 2].map(step => pairAt(run, at + step)))
  })
  return [...words, ...fours].filter(tokens => tokens.length > 1).slice(0, 12)
}

const pairAt = (run: string, at: number): Token => joined(run.charCodeAt(at), run.charCodeAt(at + 1))

/**
 * Demands of recent days at a hotline that name the same place or share words, those first that share most: by the index of pairs,
 * within the last months, a bounded number of the newest; whether one is likely the same is asked of the rule.
 */
export async function nearOf(
  work: Work,
  told: {
    readonly agency: string
    readonly subject: string
    readonly body: string
    readonly places: readonly string[]
    readonly moment: string
    readonly days: number
  },
): Promise<Near[]> {
  const ors = asked(told.subject, told.places)
  if (ors.length === 0) return []
  const since = new Date(Date.parse(told.moment) - told.days * 86_400_000).toISOString()
  const own = [...new Set(runsOf(`${told.subject}\n${told.body}`).flatMap(run => pairsOf(run)))].slice(0, 60)
  const any = sql.join(
    ors.map(tokens => sql`w.words @> ${tokens}::int[]`),
    sql` or `,
  )
  const { rows } = await sql`
    with near as materialized (select w.demand, w.words from hotline_words w
      where (${any}) and w.words && ${[...newestMonths(told.moment)]}::int[] and w.filed_at >= ${since}::timestamptz
      order by w.filed_at desc limit ${mostCandidates})
    select ${shown}, d.body, d.place, d.confidential from near n join hotline_demands d on d.id = n.demand and d.agency = ${told.agency}
    join hotline_standings s on s.demand = d.id left join agencies u on u.code = s.unit
    order by (select count(*) from unnest(n.words) word where word = any(${own}::int[])) desc, d.filed_at desc
    limit ${mostNear}`.execute(work.db)
  return z.array(nearForm).parse(rows)
}

/** Keeps that somebody looked up the demands of a number on a day; once for each number. @returns whether it is new */
export async function keepLook(
  work: Work,
  look: { readonly agency: string; readonly person: string; readonly mark: string; readonly on: string },
): Promise<boolean> {
  const { agency, person, mark, on } = look
  const { numInsertedOrUpdatedRows = 0n } = await work.db
    .insertInto('hotline_caller_looks')
    .values({ agency, person, same_person: mark, looked_on: on })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows > 0n
}
