import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import type { ConfidentialReach } from '../looks/confidence.ts'
import { demandStates } from '../standing.ts'
import type { InstructionLine } from '../view.ts'
import { subjectFor, wordsFor } from './looks/shown-words.ts'

/** What the register of instructions is asked. */
export interface InstructionsAsked {
  /** Of these hotlines, or of demands that these units handle. */
  readonly agencies: readonly string[]
  /** Those that wait for their answer, those that have it, or all. */
  readonly state?: 'waiting' | 'answered' | undefined
  readonly page: number
  readonly size: number
}

const lineForm = z.object({
  ...{ demand: z.string(), demandNumber: z.string(), subject: z.string(), state: z.enum(demandStates) },
  ...{ number: z.int(), leader: z.string(), words: z.string(), at: z.string() },
  dueOn: z.string().transform(dayOf).nullable(),
  ...{ unitName: z.string().nullable(), answer: z.string().nullable(), answeredAt: z.string().nullable() },
})

function asked(work: Work, { agencies, state }: InstructionsAsked) {
  const answer = sql`select a.told->>'words' as words, a.at from hotline_events a
    where a.demand = e.demand and a.kind = 'instructionAnswered' and (a.told->>'instruction')::integer = e.number limit 1`
  let query = work.db
    .selectFrom('hotline_events as e')
    .innerJoin('hotline_demands as d', 'd.id', 'e.demand')
    .innerJoin('hotline_standings as s', 's.demand', 'e.demand')
    .leftJoin('agencies as u', 'u.code', 's.unit')
    .leftJoinLateral(sql<{ words: string; at: string }>`(${answer})`.as('answer'), join => join.onTrue())
    .where('e.kind', '=', 'instructed')
    .where(({ or, eb }) =>
      or([eb('s.agency', 'in', [...agencies, '']), eb('s.unit', 'in', [...agencies, ''])]),
    )
  if (state === 'waiting') query = query.where('answer.at', 'is', null)
  if (state === 'answered') query = query.where('answer.at', 'is not', null)
  return query
}

/** A page of the register of instructions, the newest first, and how many there are; what is written on confidential demands is for who reads those. */
export async function instructionLines(
  work: Work,
  query: InstructionsAsked,
  reach: ConfidentialReach,
): Promise<{ readonly lines: InstructionLine[]; readonly total: number }> {
  const [rows, { total }] = await Promise.all([
    asked(work, query)
      .select(['e.demand', 'd.number as demandNumber', 's.state', 'e.number', 'e.at'])
      .select(subjectFor(reach).as('subject'))
      .select([
        sql<string>`e.told->>'leader'`.as('leader'),
        wordsFor(reach, sql`e.told->>'words'`).as('words'),
        sql<string | null>`e.told->>'dueOn'`.as('dueOn'),
      ])
      .select(['u.short_name as unitName', 'answer.at as answeredAt'])
      .select(
        sql<
          string | null
        >`case when answer.at is null then null else ${wordsFor(reach, sql`answer.words`)} end`.as('answer'),
      )
      .orderBy('e.at', 'desc')
      .orderBy('e.demand')
      .orderBy('e.number')
      .limit(query.size)
      .offset((query.page - 1) * query.size)
      .execute(),
    asked(work, query)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}
