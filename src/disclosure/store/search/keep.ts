import type { Work } from '../../../platform/work.ts'
import { editionOf } from '../editions.ts'
import { textsIn, textsOf } from '../files.ts'
import { itemRecordOf } from '../history.ts'
import { type Facet, type SearchRow, type Shelved, searchRow } from './row.ts'

/** Keeps what the search reads of an item in step with the shelf: what is public is found, what is not is not. */
export async function keepSearched(work: Work, id: string): Promise<void> {
  const row = await rowOf(work, id)
  if (row === undefined) {
    await work.db.deleteFrom('disclosure_shelf').where('item', '=', id).execute()
    return
  }
  const { facet, inForce, text, words, publishedOn } = row
  const days = { in_force: inForce, published_on: publishedOn }
  const kept = { facet: await facetNumber(work, facet), ...days, text, words }
  const { place } = await work.db
    .insertInto('disclosure_shelf')
    .values({ item: id, ...kept })
    .onConflict(conflict => conflict.column('item').doUpdateSet(kept))
    .returning('place')
    .executeTakeFirstOrThrow()
  const head = headOf(row)
  await work.db
    .insertInto('disclosure_shelf_titles')
    .values({ place, ...head })
    .onConflict(conflict => conflict.column('place').doUpdateSet(head))
    .execute()
}

/** Keeps what the search reads of items that are new on the shelf, all at once. */
export async function keepNewlySearched(work: Work, items: readonly Shelved[]): Promise<void> {
  const facets = new Map<string, number>()
  const rows = new Map<string, SearchRow & { readonly publishedOn: string }>()
  const shelf = []
  for (const shelved of items) {
    const { publishedOn, item } = shelved
    const row = searchRow(shelved)
    const named = JSON.stringify(row.facet)
    const facet = facets.get(named) ?? (await facetNumber(work, row.facet))
    facets.set(named, facet)
    rows.set(item.id, { ...row, publishedOn })
    shelf.push({
      item: item.id,
      facet,
      in_force: row.inForce,
      published_on: publishedOn,
      text: row.text,
      words: row.words,
    })
  }
  if (shelf.length === 0) return
  const places = await work.db
    .insertInto('disclosure_shelf')
    .values(shelf)
    .returning(['item', 'place'])
    .execute()
  const heads = places.flatMap(({ item, place }) => {
    const row = rows.get(item)
    return row === undefined ? [] : [{ place, ...headOf(row) }]
  })
  await work.db.insertInto('disclosure_shelf_titles').values(heads).execute()
}

function headOf({
  title,
  plain,
  key,
  inForce,
  publishedOn,
  titleWords,
}: SearchRow & { readonly publishedOn: string }) {
  return { title, plain, document_key: key, in_force: inForce, published_on: publishedOn, words: titleWords }
}

async function rowOf(work: Work, id: string): Promise<(SearchRow & { publishedOn: string }) | undefined> {
  const record = await itemRecordOf(work, id)
  if (record?.standing.shelf !== 'public' || record.standing.publishedOn === null) return undefined
  const { item, standing } = record
  const edition = await editionOf(work, id, standing.edition)
  if (edition === undefined) return undefined
  const { content } = edition
  const texts = await textsOf(
    work,
    content.attachments.map(({ file }) => file),
  )
  const attached = textsIn(content.attachments, texts)
  const { validity } = standing
  const { publishedOn } = record.standing
  return { ...searchRow({ item, content, validity, publishedOn, attached }), publishedOn }
}

async function facetNumber(work: Work, facet: Facet): Promise<number> {
  const { id } = await work.db
    .insertInto('disclosure_facets')
    .values({ ...facet })
    .onConflict(conflict =>
      conflict.columns(['agency', 'form', 'duty', 'year', 'validity']).doUpdateSet({ agency: facet.agency }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Public items that the search does not know. */
export async function itemsUnkept(work: Work): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_standings as s')
    .leftJoin('disclosure_shelf as k', 'k.item', 's.item')
    .select('s.item')
    .where('s.shelf', '=', 'public')
    .where('k.item', 'is', null)
    .orderBy('s.published_on')
    .orderBy('s.item')
    .execute()
  return rows.map(({ item }) => item)
}
