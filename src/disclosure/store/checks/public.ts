import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import type { ItemFinding } from '../../checks/finding.ts'

/** A public item as it is to be checked: its edition. */
export interface PublicItem {
  readonly item: string
  readonly edition: number
}

/** The next public items after this one, in the order of their ids. */
export async function publicAfter(work: Work, after: string, most: number): Promise<PublicItem[]> {
  return await work.db
    .selectFrom('disclosure_standings')
    .select(['item', 'edition'])
    .where('shelf', '=', 'public')
    .where('item', '>', after)
    .orderBy('item')
    .limit(most)
    .execute()
}

/** The items that moved on the shelf after this change, with the number of the last. */
export async function movedAfter(
  work: Work,
  change: number,
  most: number,
): Promise<{ readonly items: readonly PublicItem[]; readonly last: number }> {
  const rows = await work.db
    .selectFrom('disclosure_changes as c')
    .innerJoin('disclosure_standings as s', 's.item', 'c.item')
    .select(['c.id', 's.item', 's.edition', 's.shelf'])
    .where('c.id', '>', change)
    .orderBy('c.id')
    .limit(most)
    .execute()
  const items = new Map(
    rows.filter(({ shelf }) => shelf === 'public').map(({ item, edition }) => [item, edition]),
  )
  return { items: [...items].map(([item, edition]) => ({ item, edition })), last: rows.at(-1)?.id ?? change }
}

/** How far the walk has come. */
export async function keepProgress(
  work: Work,
  mark: string,
  change: {
    readonly recheckedUpTo?: string
    readonly recheckedVersion?: number
    readonly lastChange?: number
  },
): Promise<void> {
  const { recheckedUpTo, recheckedVersion, lastChange } = change
  await work.db
    .updateTable('disclosure_word_lists')
    .set({
      ...(recheckedUpTo === undefined ? {} : { rechecked_up_to: recheckedUpTo }),
      ...(recheckedVersion === undefined ? {} : { rechecked_version: recheckedVersion }),
      ...(lastChange === undefined ? {} : { last_change: lastChange }),
    })
    .where('mark', '=', mark)
    .execute()
}

/** What was found in a public item takes the place of what was found before. */
export async function keepPublicFindings(
  work: Work,
  item: string,
  findings: readonly ItemFinding[],
  at: string,
): Promise<void> {
  await work.transaction(async inner => {
    await inner.db.deleteFrom('disclosure_public_findings').where('item', '=', item).execute()
    if (findings.length === 0) return
    const rows = findings.map(({ rule, severity, field, at: place, message, proposal }, number) => ({
      ...{ item, place: number, rule, severity, field, found: place?.text ?? '', message },
      ...{ proposal: proposal ?? '', found_at: at },
    }))
    await inner.db.insertInto('disclosure_public_findings').values(rows).execute()
  })
}

/** What a list of findings in what is public may be asked. */
export interface FindingsAsked {
  readonly agencies: readonly string[]
  readonly rule?: string | undefined
  readonly severity?: string | undefined
  readonly q?: string | undefined
  readonly sort: string
  readonly page: number
  readonly size: number
}

/** A finding in what is public. */
export interface PublicFinding {
  readonly item: string
  readonly place: number
  readonly agency: string
  readonly title: string
  readonly publishedOn: string | null
  readonly rule: string
  readonly severity: string
  readonly field: string
  readonly found: string
  readonly message: string
  readonly proposal: string
}

function asked(work: Work, { agencies, rule, severity, q }: FindingsAsked) {
  let query = work.db
    .selectFrom('disclosure_public_findings as f')
    .innerJoin('disclosure_standings as s', 's.item', 'f.item')
    .where('s.shelf', '=', 'public')
    .where('s.agency', 'in', [...agencies])
  if (rule !== undefined) query = query.where('f.rule', 'like', `${rule.replaceAll(/[%_\\]/g, '\\$&')}%`)
  if (severity !== undefined) query = query.where('f.severity', '=', severity)
  if (q !== undefined) {
    const like = `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`
    query = query.where(({ or, eb }) =>
      or([eb('f.found', 'like', like), eb('f.message', 'like', like), eb('s.title', 'like', like)]),
    )
  }
  return query
}

const orders = {
  published: 's.published_on',
  title: 's.title',
  rule: 'f.rule',
  severity: 'f.severity',
  found: 'f.found',
} as const

/** A page of findings in what is public, and how many there are. */
export async function publicFindings(
  work: Work,
  of: FindingsAsked,
): Promise<{ readonly lines: readonly PublicFinding[]; readonly total: number }> {
  if (of.agencies.length === 0) return { lines: [], total: 0 }
  const down = of.sort.startsWith('-')
  const key =
    Object.entries(orders).find(([name]) => name === of.sort.replace(/^-/, ''))?.[1] ?? orders.published
  const lines = await asked(work, of)
    .select(['f.item', 'f.place', 's.agency', 's.title', 's.published_on as publishedOn'])
    .select(['f.rule', 'f.severity', 'f.field', 'f.found', 'f.message', 'f.proposal'])
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('f.item')
    .orderBy('f.place')
    .limit(of.size)
    .offset((of.page - 1) * of.size)
    .execute()
  const { total } = await asked(work, of)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { lines, total: Number(total) }
}

/** How many findings of each kind there are in what is public of these agencies. */
export async function findingCounts(
  work: Work,
  agencies: readonly string[],
): Promise<{ readonly kind: string; readonly severity: string; readonly count: number }[]> {
  if (agencies.length === 0) return []
  return await work.db
    .selectFrom('disclosure_public_findings as f')
    .innerJoin('disclosure_standings as s', 's.item', 'f.item')
    .where('s.shelf', '=', 'public')
    .where('s.agency', 'in', [...agencies])
    .select([sql<string>`split_part(f.rule, '.', 1)`.as('kind'), 'f.severity'])
    .select(sql<number>`count(*)::integer`.as('count'))
    .groupBy(['kind', 'f.severity'])
    .orderBy('kind')
    .execute()
}

/** How many findings in what is public each watched word has, as it stands in the texts. */
export async function wordHits(work: Work): Promise<ReadonlyMap<string, number>> {
  const rows = await work.db
    .selectFrom('disclosure_public_findings as f')
    .innerJoin('disclosure_standings as s', 's.item', 'f.item')
    .where('s.shelf', '=', 'public')
    .where('f.rule', 'like', 'words.%')
    .select(['f.found', sql<number>`count(*)::integer`.as('count')])
    .groupBy('f.found')
    .execute()
  return new Map(rows.map(({ found, count }) => [found, count]))
}

/** Public items whose body holds this address. */
export async function publicWithLink(work: Work, address: string): Promise<PublicItem[]> {
  return await work.db
    .selectFrom('disclosure_standings as s')
    .innerJoin('disclosure_editions as e', join =>
      join.onRef('e.item', '=', 's.item').onRef('e.number', '=', 's.edition'),
    )
    .select(['s.item', 's.edition'])
    .where('s.shelf', '=', 'public')
    .where(sql<boolean>`strpos(e.content->>'body', ${address.replaceAll('&', '&amp;')}) > 0`)
    .execute()
}
