import { sql } from 'kysely'
import { z } from 'zod'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day, dayOf } from '../../../statute/day.ts'
import type { ConfidentialReach } from '../../looks/confidence.ts'
import { type Sample, type SampledAnswer, sampleWays } from '../../quality/sample.ts'
import type { Quality } from '../../quality/score.ts'
import { subjectFor, wordsFor } from '../looks/shown-words.ts'

/** From which demands answers are drawn: those registered in a span of days, both included, of one unit where it is named. */
export interface AnsweredSpan {
  readonly agency: string
  readonly from: Day
  readonly to: Day
  readonly unit?: string | undefined
}

/** The demands of a span that were answered, always in the same order. */
export async function answeredIn(work: Work, { agency, from, to, unit }: AnsweredSpan): Promise<string[]> {
  const { rows } = await sql<{ demand: string }>`select s.demand from hotline_standings s
    where s.agency = ${agency} and s.filed_at >= ${instantOf(from, '00:00:00')}::timestamptz
      and s.filed_at < ${instantOf(addDays(to, 1), '00:00:00')}::timestamptz
      and (s.fed_back_at is not null or s.state = 'answered') and ${unit ?? null}::text is not distinct from
        case when ${unit ?? null}::text is null then null else s.unit end
    order by s.demand`.execute(work.db)
  return rows.map(({ demand }) => demand)
}

const textForm = z.object({
  ...{ demand: z.string(), event: z.int(), unit: z.string().nullable() },
  ...{ subject: z.string(), body: z.string(), reply: z.string(), days: z.coerce.number() },
})

/** The last answer of each of these demands with what was asked. */
export async function answersOf(work: Work, demands: readonly string[]) {
  const { rows } =
    await sql`select d.id as demand, e.number as event, s.unit, d.subject, d.body, e.words as reply,
      (e.at at time zone 'Asia/Shanghai')::date - (d.filed_at at time zone 'Asia/Shanghai')::date as days
    from unnest(${[...demands]}::uuid[]) i join hotline_demands d on d.id = i join hotline_standings s on s.demand = i
    cross join lateral (select v.number, v.at, v.told->>'words' as words from hotline_events v
      where v.demand = i and v.kind in ('answered', 'fedBack') order by v.number desc limit 1) e`.execute(
      work.db,
    )
  return z.array(textForm).parse(rows)
}

/** Keeps a drawing with its answers, in their order. @returns its id */
export async function keepSample(
  work: Work,
  sample: Omit<Sample, 'id' | 'judged' | 'passed'> & { readonly madeBy: string },
  answers: readonly {
    readonly demand: string
    readonly event: number
    readonly unit: string | null
    readonly quality: Quality
  }[],
): Promise<string> {
  const { agency, from, to, way, seed, among, size } = sample
  const { id } = await work.db
    .insertInto('hotline_samples')
    .values({
      ...{ agency, from_day: from, to_day: to, way, seed, among, size },
      ...{ made_by: sample.madeBy, made_by_name: sample.madeByName, made_at: sample.madeAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = answers.map(({ quality, ...answer }, at) => ({
    ...{ sample: id, place: at + 1, ...answer, quality: JSON.stringify(quality) },
  }))
  if (rows.length > 0) await work.db.insertInto('hotline_sampled_answers').values(rows).execute()
  return id
}

const day = z.string().transform(dayOf)
const sampleForm = z.object({
  ...{ id: z.string(), agency: z.string(), from: day, to: day, way: z.enum(sampleWays), seed: z.int() },
  ...{ among: z.int(), size: z.int(), judged: z.coerce.number(), passed: z.coerce.number() },
  ...{ madeByName: z.string(), madeAt: z.string() },
})
const last = sql`lateral (select v.passed, v.reason, v.by_name, v.at, v.number from hotline_judgement_events v
  where v.sample = a.sample and v.place = a.place order by v.number desc limit 1)`
const shown = sql`x.id, x.agency, x.from_day as "from", x.to_day as "to", x.way, x.seed, x.among, x.size,
  x.made_by_name as "madeByName", x.made_at as "madeAt", c.judged, c.passed`
const counted = sql`cross join lateral (select count(j.number) as judged, count(*) filter (where j.passed) as passed
  from hotline_sampled_answers a left join ${last} j on true where a.sample = x.id) c`

/** A page of the drawings of these hotlines, the newest first, and how many there are. */
export async function sampleLines(
  work: Work,
  {
    agencies,
    page,
    size,
  }: { readonly agencies: readonly string[]; readonly page: number; readonly size: number },
): Promise<{ lines: Sample[]; total: number }> {
  const which = sql`x.agency = any(${[...agencies]}::text[])`
  const [{ rows }, { rows: counts }] = await Promise.all([
    sql`select ${shown} from (select * from hotline_samples x where ${which} order by x.made_at desc, x.id
      limit ${size} offset ${(page - 1) * size}) x ${counted} order by x.made_at desc, x.id`.execute(work.db),
    sql<{ n: number }>`select count(*)::int as n from hotline_samples x where ${which}`.execute(work.db),
  ])
  return { lines: z.array(sampleForm).parse(rows), total: counts[0]?.n ?? 0 }
}

/** A drawing; undefined where there is none of this id. */
export async function sampleOf(work: Work, id: string): Promise<Sample | undefined> {
  const { rows } =
    await sql`select ${shown} from hotline_samples x ${counted} where x.id = ${id}::uuid`.execute(work.db)
  return rows[0] === undefined ? undefined : sampleForm.parse(rows[0])
}

const share = z.number()
const answerForm = z.object({
  ...{ place: z.int(), demand: z.string(), event: z.int(), number: z.string(), subject: z.string() },
  ...{ body: z.string(), reply: z.string(), unit: z.string().nullable(), unitName: z.string().nullable() },
  quality: z.object({
    ...{ relevance: share, completeness: share, reasons: share, timeliness: share, score: share },
  }),
  ...{ passed: z.boolean().nullable(), reason: z.string().nullable() },
  ...{ judgedByName: z.string().nullable(), judgedAt: z.string().nullable() },
})

/** An answer that was drawn, with what was asked and answered. */
export type ReadAnswer = SampledAnswer & z.infer<typeof answerForm>

/** All answers of a drawing in their order; a drawing has few hundred at most. */
export async function answersOfSample(
  work: Work,
  sample: string,
  reach: ConfidentialReach,
): Promise<ReadAnswer[]> {
  const { rows } = await sql`select a.place, a.demand, a.event, d.number, ${subjectFor(reach)} as subject,
      ${wordsFor(reach, sql`d.body`)} as body, ${wordsFor(reach, sql`e.told->>'words'`)} as reply, a.unit, u.short_name as "unitName", a.quality, j.passed, j.reason,
      j.by_name as "judgedByName", j.at as "judgedAt"
    from hotline_sampled_answers a join hotline_demands d on d.id = a.demand join hotline_standings s on s.demand = a.demand
    join hotline_events e on e.demand = a.demand and e.number = a.event
    left join agencies u on u.code = a.unit left join ${last} j on true
    where a.sample = ${sample}::uuid order by a.place`.execute(work.db)
  return z.array(answerForm).parse(rows)
}

/** Keeps what somebody found of an answer; a later judgement stands beside the earlier one. */
export async function keepJudgement(
  work: Work,
  { sample, place }: { readonly sample: string; readonly place: number },
  judged: {
    readonly passed: boolean
    readonly reason: string
    readonly at: string
    readonly by: string
    readonly byName: string
  },
): Promise<void> {
  const { byName, ...told } = judged
  await sql`select 1 from hotline_sampled_answers where sample = ${sample}::uuid and place = ${place} for update`.execute(
    work.db,
  )
  await sql`insert into hotline_judgement_events (sample, place, number, passed, reason, at, by, by_name)
    select ${sample}::uuid, ${place}::int, coalesce(max(number), 0) + 1, ${told.passed}::boolean, ${told.reason}::text,
      ${told.at}::timestamptz, ${told.by}::text, ${byName}::text
    from hotline_judgement_events where sample = ${sample}::uuid and place = ${place}`.execute(work.db)
}
