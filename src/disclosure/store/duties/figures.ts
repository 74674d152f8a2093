import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import {
  type CountedDocument,
  type ResultColumn,
  resultColumns,
  type YearSpan,
} from '../../figures/proactive.ts'
import { dayIn } from '../own-day.ts'
import { isStory } from './stories.ts'

/** A year of an agency; what was published or ended later than `knownAt` is not yet known. */
export interface ProactiveSpan extends YearSpan {
  readonly agency: string
  readonly knownAt?: string | undefined
}

const day = z.string().transform(dayOf)
const documentForm = z.object({
  ...{ item: z.string(), form: z.enum(['regulation', 'normativeDocument']), indexNumber: z.string() },
  ...{ title: z.string(), madeOn: day, endedOn: day.nullable() },
})

const known = (knownAt: string | undefined) => sql`coalesce(${knownAt ?? null}::timestamptz, 'infinity')`

/** Each item of these forms in the latest edition that was known. */
function editionsKnown({ agency, knownAt }: ProactiveSpan, forms: readonly string[]): RawBuilder<unknown> {
  return sql`(
    select distinct on (s.item) s.item, s.form, s.index_number, e.content
    from disclosure_standings s join disclosure_editions e on e.item = s.item
    where s.agency = ${agency} and s.form = any(${[...forms]}) and e.published_at <= ${known(knownAt)}
    order by s.item, e.number desc)`
}

/** The documents that were made up to the end of the span, each with the day on which it ended. */
export async function countedDocuments(work: Work, span: ProactiveSpan): Promise<CountedDocument[]> {
  const { rows } = await sql`
    select d.item, d.form, d.index_number as "indexNumber", d.content->>'title' as title,
      d.content->>'madeOn' as "madeOn", least(v.ends_on, t.ends_on)::text as "endedOn"
    from ${editionsKnown(span, ['regulation', 'normativeDocument'])} d
    left join lateral (
      select (told->>'endsOn')::date as ends_on from disclosure_events
      where item = d.item and kind = 'ended' and told->>'validity' in ('repealed', 'expired')
        and at <= ${known(span.knownAt)} order by number desc limit 1
    ) v on true
    left join lateral (
      select ${dayIn(sql`(d.content->'own'->>'expiresOn')`)} + 1 as ends_on
    ) t on true
    where d.content->>'madeOn' <= ${span.until}
    order by "madeOn", d.item`.execute(work.db)
  return rows.map(row => documentForm.parse(row))
}

/** The decisions of the span in the batches that are public; one decision in two batches is one. */
function decisions(span: ProactiveSpan, forms: readonly string[]): RawBuilder<unknown> {
  return sql`(
    select distinct on (i.form, coalesce(nullif(r.reference, ''), r.batch || ' ' || r.place))
      i.form, i.item, r.reference, r.party, r.matter, r.decided_on, r.amount_yuan, r.batch, r.place
    from ${editionsKnown(span, forms)} i
    join disclosure_rows r on r.batch = (i.content->'rows'->>'batch')::uuid
    where r.decided_on between ${span.from} and ${span.until}
    order by i.form, coalesce(nullif(r.reference, ''), r.batch || ' ' || r.place), r.decided_on desc, r.batch)`
}

/** How many decisions of each kind, and the fees in yuan. */
export async function countedResults(
  work: Work,
  span: ProactiveSpan,
): Promise<ReadonlyMap<string, { readonly count: number; readonly yuan: number }>> {
  const forms = Object.values(resultColumns)
  const { rows } = await sql<{ form: string; count: number; yuan: string }>`
    select form, count(*)::int as count, coalesce(sum(amount_yuan), 0)::text as yuan
    from ${decisions(span, forms)} as d group by form`.execute(work.db)
  return new Map(rows.map(({ form, count, yuan }) => [form, { count, yuan: Number(yuan) }]))
}

const decisionForm = z.object({
  ...{ item: z.string(), reference: z.string(), party: z.string(), matter: z.string() },
  ...{ decidedOn: day, yuan: z.string().nullable() },
})

/** A page of the decisions that a column counts, the latest first. */
export async function decisionsPage(
  work: Work,
  span: ProactiveSpan,
  asked: { readonly column: ResultColumn; readonly page: number; readonly size: number },
): Promise<z.infer<typeof decisionForm>[]> {
  const { rows } = await sql`
    select item, reference, party, matter, decided_on::text as "decidedOn", amount_yuan::text as yuan
    from ${decisions(span, [resultColumns[asked.column]])} as d
    order by decided_on desc, batch, place
    limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(work.db)
  return rows.map(row => decisionForm.parse(row))
}

/** How many items the agency published on the portal for the first time in the span, and how many ever. */
export async function portalCounts(work: Work, { agency, from, until }: ProactiveSpan) {
  const { rows } = await sql<{ portal: number; interpretations: number; ever: number; series: number }>`
    select (count(*) filter (where first_published_on between ${from} and ${until}
          and not ${isStory(sql`form`)}))::int as portal,
      (count(*) filter (where first_published_on between ${from} and ${until}
          and form = 'interpretation'))::int as interpretations,
      count(*)::int as ever,
      ((select count(*) from disclosure_channel_records r where r.agency = ${agency} and r.series <> ''
          and r.dropped is null and r.held_on between ${from} and ${until})
        + count(*) filter (where series <> '' and ${isStory(sql`form`)}
          and first_published_on between ${from} and ${until} and not exists (
            select from disclosure_channel_records r where r.item = s.item and r.dropped is null)))::int as series
    from disclosure_standings s where agency = ${agency} and shelf = 'public'`.execute(work.db)
  return rows[0] ?? { portal: 0, interpretations: 0, ever: 0, series: 0 }
}
