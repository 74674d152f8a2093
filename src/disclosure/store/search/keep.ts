import type { Work } from '../../../platform/work.ts'
import { editionOf } from '../editions.ts'
import { textsOf } from '../files.ts'
import { itemRecordOf } from '../history.ts'
import { type Facet, type SearchRow, searchRow } from './row.ts'

/** Keeps what the search reads of an item in step with the shelf: what is public is found, what is not is not. */
export async function keepSearched(work: Work, id: string): Promise<void> {
  const row = await rowOf(work, id)
  if (row === undefined) {
    await work.db.deleteFrom('disclosure_shelf').where('item', '=', id).execute()
    return
  }
  const { facet, inForce, title, plain, key, text, words, titleWords, publishedOn } = row
  const days = { in_force: inForce, published_on: publishedOn }
  const kept = { facet: await facetNumber(work, facet), ...days, text, words }
  const { place } = await work.db
    .insertInto('disclosure_shelf')
    .values({ item: id, ...kept })
    .onConflict(conflict => conflict.column('item').doUpdateSet(kept))
    .returning('place')
    .executeTakeFirstOrThrow()
  const head = { title, plain, document_key: key, ...days, words: titleWords }
  await work.db
    .insertInto('disclosure_shelf_titles')
    .values({ place, ...head })
    .onConflict(conflict => conflict.column('place').doUpdateSet(head))
    .execute()
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
  const attached = content.attachments.map(({ file }) => texts.get(file) ?? '')
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

/** Makes anew what the search keeps. @returns how many items are found by it */
export async function rebuildSearch(work: Work): Promise<number> {
  await work.db.deleteFrom('disclosure_shelf').execute()
  const items = await work.db
    .selectFrom('disclosure_standings')
    .select('item')
    .where('shelf', '=', 'public')
    .orderBy('published_on')
    .orderBy('item')
    .execute()
  for (const { item } of items) await work.transaction(inner => keepSearched(inner, item))
  return items.length
}
