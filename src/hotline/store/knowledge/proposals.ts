import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { AnsweredOnce, ProposedEntry } from '../../knowledge/proposing.ts'
import type { EntryProposal } from '../../knowledge/view.ts'

const answeredForm = z.object({
  ...{ demand: z.string(), subject: z.string(), answer: z.string(), caller: z.string() },
})

/** What was answered at once since a moment without an entry, of demands that nobody wanted kept secret; the newest, so many at most. */
export async function answeredWithoutEntry(
  work: Work,
  { agency, since, most }: { readonly agency: string; readonly since: string; readonly most: number },
): Promise<AnsweredOnce[]> {
  const { rows } = await sql`
    select d.id as demand, d.subject, e.told->>'words' as answer, coalesce(c.same_person, d.id::text) as caller
    from hotline_events e join hotline_demands d on d.id = e.demand left join hotline_callers c on c.demand = d.id
    where e.kind = 'answered' and e.at >= ${since}::timestamptz and not e.told ? 'entry' and d.agency = ${agency}
      and not d.confidential and d.type in ('consultation', 'help')
    order by e.at desc limit ${most}`.execute(work.db)
  return z.array(answeredForm).parse(rows)
}

/** The hotlines at which something was answered at once since a moment. */
export async function answeringHotlines(work: Work, since: string): Promise<string[]> {
  const { rows } = await sql<{ agency: string }>`
    select distinct d.agency from hotline_events e join hotline_demands d on d.id = e.demand
    where e.kind = 'answered' and e.at >= ${since}::timestamptz`.execute(work.db)
  return rows.map(({ agency }) => agency)
}

/** Every question that was ever proposed at a hotline, also where it was declined. */
export async function questionsProposed(work: Work, agency: string) {
  return await work.db
    .selectFrom('hotline_entry_proposals')
    .select(['id', 'question', 'settled_at as settledAt'])
    .where('agency', '=', agency)
    .orderBy('found_at', 'desc')
    .limit(2000)
    .execute()
}

/** A new proposal, or the same one with the demands that were found now; what was settled stays as it is. */
export async function keepEntryProposal(
  work: Work,
  { agency, question, answer, demands, callers }: ProposedEntry & { readonly agency: string },
  at: string,
): Promise<void> {
  const row = await work.db
    .insertInto('hotline_entry_proposals')
    .values({ agency, question, answer, callers, found_at: at })
    .onConflict(conflict =>
      conflict
        .columns(['agency', 'question'])
        .doUpdateSet({ answer, callers, found_at: at })
        .where('hotline_entry_proposals.settled_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return
  await sql`insert into hotline_entry_proposal_demands (proposal, demand)
    select ${row.id}, unnest(${demands}::uuid[]) on conflict do nothing`.execute(work.db)
}

const lineForm = z.object({
  ...{ id: z.string(), agency: z.string(), question: z.string(), answer: z.string(), callers: z.number() },
  foundAt: z.string(),
  demands: z.array(z.object({ id: z.string(), number: z.string(), subject: z.string() })),
  total: z.number(),
})
const mostShown = 10

/** What waits for a decision at these hotlines, those of the most callers first, with its newest demands. */
export async function openEntryProposals(work: Work, agencies: readonly string[]): Promise<EntryProposal[]> {
  const { rows } = await sql`
    select p.id, p.agency, p.question, p.answer, p.callers, p.found_at as "foundAt",
      (select count(*)::int from hotline_entry_proposal_demands o where o.proposal = p.id) as total,
      (select coalesce(json_agg(json_build_object('id', n.id, 'number', n.number, 'subject', n.subject)), '[]')
        from (select d.id, d.number, d.subject from hotline_entry_proposal_demands o
          join hotline_demands d on d.id = o.demand where o.proposal = p.id
          order by d.filed_at desc limit ${mostShown}) n) as demands
    from hotline_entry_proposals p where p.settled_at is null and p.agency = any(${agencies}::text[])
    order by p.callers desc, p.id limit 100`.execute(work.db)
  return z.array(lineForm).parse(rows)
}

/** A proposal that waits, locked until the transaction ends; undefined where it was settled. */
export async function openEntryProposal(work: Work, id: string) {
  return await work.db
    .selectFrom('hotline_entry_proposals')
    .select(['agency', 'question', 'answer'])
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Keeps what was decided of a proposal. */
export async function settleEntryProposal(
  work: Work,
  id: string,
  settled: {
    readonly at: string
    readonly byName: string
    readonly entry: string | null
    readonly reason: string
  },
): Promise<void> {
  const { at, byName, entry, reason } = settled
  await work.db
    .updateTable('hotline_entry_proposals')
    .set({ settled_at: at, settled_by_name: byName, entry, reason })
    .where('id', '=', id)
    .execute()
}
