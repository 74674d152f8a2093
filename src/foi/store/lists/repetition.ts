import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { bigrams } from '../../../platform/text/bigrams.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { resultRows } from '../../../statute/taxonomy.ts'
import type { FoiRequest } from '../../request.ts'

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), receivedOn: z.string().nullable(), description: z.string() },
  resultRow: z
    .string()
    .nullable()
    .transform(row => resultRows.find(each => each === row) ?? null),
  ...{ requestState: z.string(), samePerson: z.boolean(), likeness: z.coerce.number() },
})

/** From this share of common pairs of characters on, two descriptions are taken to ask for much the same. */
const likeFrom = 0.6

/** So many neighbouring pairs make a phrase; so many phrases of a description are looked for. */
const pairsOfPhrase = 4
const mostPhrases = 24
const mostCandidates = 300

/**
 * Requests of the same applicant with the same agency, and others whose description shares most of its pairs of
 * characters; the same person's first, then the likest. Others are found by a phrase that they share, so that the
 * index answers; how alike they are is reckoned on those alone.
 */
export async function likeThis(
  work: Work,
  { id, agency, description }: Pick<FoiRequest, 'id' | 'agency' | 'description'>,
  most: number,
): Promise<z.infer<typeof lineForm>[]> {
  const pairs = bigrams(description)
  const { rows } = await sql`
    with mine as (select same_person from foi_applicants where request = ${id}),
    same as (
      select a.request as id from foi_applicants a join mine using (same_person)
      join foi_requests r on r.id = a.request
      where r.agency = ${agency} order by r.arrived_on desc limit ${mostCandidates}
    ),
    alike as (
      select id from foi_requests where agency = ${agency} and (${sharingAPhrase(pairs)})
      order by arrived_on desc limit ${mostCandidates}
    ),
    reckoned as (
      select r.id, r.number, r.description, r.arrived_on, r.id in (select id from same) as "samePerson",
        cardinality(array(select unnest(r.words) intersect select unnest(${pairs}::text[])))::float
          / greatest(1, ${pairs.length}, cardinality(r.words)) as likeness
      from foi_requests r
      where r.id in (select id from same union select id from alike) and r.id <> ${id}
    )
    select e.id, e.number, e.description, e."samePerson", e.likeness,
      s.received_on as "receivedOn", s.state as "requestState", s.result_row as "resultRow"
    from reckoned e join foi_standings s on s.request = e.id
    where e."samePerson" or e.likeness >= ${likeFrom}
    order by e.likeness >= ${likeFrom} desc, e."samePerson" desc, e.likeness desc, e.arrived_on desc
    limit ${most}`.execute(work.db)
  return z.array(lineForm).parse(rows)
}

function sharingAPhrase(pairs: readonly string[]): RawBuilder<unknown> {
  const step = Math.max(pairsOfPhrase, Math.floor(pairs.length / mostPhrases))
  const phrases = Array.from({ length: Math.ceil(pairs.length / step) }, (_, at) =>
    pairs.slice(at * step, at * step + pairsOfPhrase),
  )
  if (phrases.length === 0) return sql`false`
  return sql.join(
    phrases.map(phrase => sql`words @> ${phrase}::text[]`),
    sql` or `,
  )
}

/** How many requests the same applicant lodged with the agency in these days, this one included. */
export async function monthOfPerson(
  work: Work,
  { id, agency }: Pick<FoiRequest, 'id' | 'agency'>,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from foi_applicants mine
    join foi_applicants each on each.same_person = mine.same_person
    join foi_standings s on s.request = each.request
    where mine.request = ${id} and s.agency = ${agency}
      and coalesce(s.received_on, s.arrived_on) between ${from} and ${until}`.execute(work.db)
  return Math.max(1, rows[0]?.count ?? 0)
}
