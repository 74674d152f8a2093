import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { wordsCondition } from './lines/lines.ts'

const rowForm = z.object({
  ...{ item: z.string(), agency: z.string(), title: z.string(), documentNumber: z.string().nullable() },
  publishedOn: z.string().transform(dayOf),
  draft: z.string().nullable(),
})

/** A document in force that the public reads and nothing public interprets; with the draft that will, where there is one. */
export type Uninterpreted = z.infer<typeof rowForm>

/** What is asked of the documents that want their interpretation. */
export interface UninterpretedQuery {
  readonly page: number
  readonly size: number
  /** In the title or the numbers. */
  readonly q?: string | undefined
  /** Whether somebody writes the interpretation already. */
  readonly drafted?: boolean | undefined
}

/** Regulations and normative documents of these agencies without a public interpretation 解读, the oldest first. */
export async function uninterpreted(
  work: Work,
  agencies: readonly string[],
  { page, size, q, drafted }: UninterpretedQuery,
): Promise<{ readonly lines: Uninterpreted[]; readonly total: number }> {
  if (agencies.length === 0) return { lines: [], total: 0 }
  const draft = sql<string | null>`(select d.item from disclosure_drafts d
    join disclosure_standings i on i.item = d.item
    where d.content -> 'interprets' ? s.item and i.draft not in ('withheld', 'abandoned') limit 1)`
  const missing = sql<boolean>`s.form in ('regulation', 'normativeDocument') and s.shelf = 'public'
    and s.validity = 'inForce' and s.agency = any(${[...agencies]})
    and not exists (
      select from disclosure_links l join disclosure_standings i on i.item = l.item
      where l.target = s.item and l.kind = 'interprets' and i.shelf = 'public'
        and i.form in ('interpretation', 'policyQuestions'))
    and ${q === undefined || q === '' ? sql`true` : wordsCondition(q)}
    and ${drafted === undefined ? sql`true` : sql`(${draft} is not null) = ${drafted}`}`
  const { rows } = await sql<Record<string, unknown>>`
    select s.item, s.agency, s.title, s.document_number as "documentNumber", s.published_on as "publishedOn",
      ${draft} as draft
    from disclosure_standings s where ${missing}
    order by s.published_on, s.item limit ${size} offset ${(page - 1) * size}`.execute(work.db)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from disclosure_standings s where ${missing}`.execute(work.db)
  return { lines: rows.map(row => rowForm.parse(row)), total: counted.rows[0]?.total ?? 0 }
}
