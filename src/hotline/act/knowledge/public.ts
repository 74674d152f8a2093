import { shelfStatusOf } from '../../../disclosure/act/shelf/standing-of.ts'
import type { Work } from '../../../platform/work.ts'
import type { EntrySource, PublicEntry, PublicEntryLine } from '../../knowledge/view.ts'
import { entriesFound, keepSaid } from '../../store/knowledge/found.ts'
import { publicEntriesPage, publicEntryOf } from '../../store/knowledge/public.ts'

const mostFound = 50

/** A page of the entries that everybody may read on a day: those that a question asks for, or those that are used most. */
export async function publicEntries(
  work: Work,
  asked: { readonly q: string; readonly page: number; readonly size: number; readonly on: string },
): Promise<{ readonly lines: readonly PublicEntryLine[]; readonly total: number }> {
  const { q, page, size, on } = asked
  if (q === '') return await publicEntriesPage(work, { page, size, on })
  const found = await entriesFound(work, { agency: null, text: q, on, onlyPublic: true, most: mostFound })
  return { lines: found.slice((page - 1) * size, page * size), total: found.length }
}

/** An entry that everybody may read on a day, with the documents on which it rests; undefined where it is none. */
export async function publicEntry(
  work: Work,
  id: string,
  on: string,
): Promise<(PublicEntry & { readonly sources: readonly EntrySource[] }) | undefined> {
  const entry = await publicEntryOf(work, id, on)
  return entry && { ...entry, sources: await shelfStatusOf(work, entry.items, on) }
}

/** Somebody of the public says whether an entry helped; who says it is not kept. */
export async function saidOfEntry(work: Work, id: string, helped: boolean): Promise<void> {
  await keepSaid(work, id, helped)
}
