import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { ItemForm } from '../../forms.ts'
import { isItemForm } from '../../forms.ts'
import type { Validity } from '../../item.ts'
import { validities } from '../../item.ts'

/** A hit as a page shows it. */
export interface ItemHit {
  readonly item: string
  readonly title: string
  readonly agency: string
  readonly form: ItemForm
  readonly documentNumber: string | null
  readonly validity: Validity
  readonly publishedOn: string
  /** What is quoted from: the text of the item, of its attachments too, without its title. */
  readonly text: string
}

/** So many characters of a text are quoted from. */
const quoted = 60_000

/** What is at these places, in their order. */
export async function hitsAt(work: Work, places: readonly number[]): Promise<ItemHit[]> {
  if (places.length === 0) return []
  const { rows } = await sql<Omit<ItemHit, 'form' | 'validity'> & { form: string; validity: string }>`
    select s.item, t.title, f.agency, f.form, f.validity, st.document_number as "documentNumber",
      s.published_on as "publishedOn", substr(s.text, length(t.title) + 2, ${quoted}) as text
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
