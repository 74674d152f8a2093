import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { ItemForm } from '../../forms.ts'
import { isItemForm } from '../../forms.ts'
import type { Validity } from '../../item.ts'
import { validities } from '../../item.ts'
import { like } from './asked.ts'

/** A hit as a page shows it. */
export interface ItemHit {
  readonly item: string
  readonly title: string
  readonly agency: string
  readonly form: ItemForm
  readonly documentNumber: string | null
  readonly validity: Validity
  readonly publishedOn: string
  /** The lines that are quoted from, of the item's text or of its attachments', without its title. */
  readonly text: string
}

/** So many characters of a text are quoted from, and so many lines. */
const quoted = 60_000
const mostLines = 2

/** What is at these places, in their order; of the texts only the lines in which one of the words stands. */
export async function hitsAt(
  work: Work,
  places: readonly number[],
  words: readonly string[] = [],
): Promise<ItemHit[]> {
  if (places.length === 0) return []
  const { rows } = await sql<Omit<ItemHit, 'form' | 'validity'> & { form: string; validity: string }>`
    select s.item, t.title, f.agency, f.form, f.validity, st.document_number as "documentNumber",
      s.published_on as "publishedOn", ${linesWith(words)} as text
    from unnest(${[...places]}::int[]) with ordinality as p (place, at)
    join disclosure_shelf s on s.place = p.place
    join disclosure_shelf_titles t on t.place = p.place
    join disclosure_facets f on f.id = s.facet
    join disclosure_standings st on st.item = s.item
    order by p.at`.execute(work.db)
  return rows.map(({ form, validity, ...rest }) => ({
    ...rest,
    form: isItemForm(form) ? form : 'document',
    validity: validities.find(each => each === validity) ?? 'inForce',
  }))
}

function linesWith(words: readonly string[]): RawBuilder<string> {
  if (words.length === 0) return sql<string>`''`
  const found = words.map(word => like(sql<string>`line`, word))
  return sql<string>`coalesce((select string_agg(line, chr(10)) from (
    select line from string_to_table(substr(s.text, length(t.title) + 2, ${quoted}), chr(10)) as line
    where ${sql.join(found, sql` or `)} limit ${mostLines}) as lines), '')`
}
