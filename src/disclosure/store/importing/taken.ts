import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/** Which addresses of this older site were kept already. */
export async function keptAlready(
  work: Work,
  source: string,
  olds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await work.db
    .selectFrom('disclosure_imports')
    .select('old')
    .where('source', '=', source)
    .where('old', '=', anyOf(olds))
    .execute()
  return new Set(rows.map(({ old }) => old))
}

/** What is taken already: addresses that lead to an item, index numbers, and document numbers of an agency's form. */
export interface Taken {
  readonly addresses: ReadonlyMap<string, string>
  readonly indexNumbers: ReadonlyMap<string, string>
  /** By `documentPlace`. */
  readonly documents: ReadonlyMap<string, string>
}

/** A document number among those of one agency and form. */
export function documentPlace(agency: string, form: string, key: string): string {
  return `${agency} ${form} ${key}`
}

/** Which of these are taken, and by which item. */
export async function taken(
  work: Work,
  asked: {
    readonly addresses: readonly string[]
    readonly indexNumbers: readonly string[]
    readonly documentKeys: readonly string[]
  },
): Promise<Taken> {
  const addresses = await work.db
    .selectFrom('disclosure_redirects')
    .select(['old_path as what', 'item'])
    .where('old_path', '=', anyOf(asked.addresses))
    .execute()
  const indexNumbers = await indexNumbersTaken(work, asked.indexNumbers)
  const documents = await work.db
    .selectFrom('disclosure_standings')
    .select(['agency', 'form', 'document_key', 'item'])
    .where('document_key', '=', anyOf(asked.documentKeys))
    .where('draft', '<>', 'abandoned')
    .execute()
  return {
    ...{ addresses: new Map(addresses.map(({ what, item }) => [what, item])), indexNumbers },
    documents: new Map(
      documents.map(row => [documentPlace(row.agency, row.form, row.document_key ?? ''), row.item]),
    ),
  }
}

/** Which of these index numbers 索引号 are taken, and by which item. */
export async function indexNumbersTaken(
  work: Work,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await work.db
    .selectFrom('disclosure_items')
    .select(['index_number', 'id'])
    .where('index_number', '=', anyOf(numbers))
    .execute()
  return new Map(rows.map(row => [row.index_number, row.id]))
}

const anyOf = (texts: readonly string[]) => sql<string>`any(${[...texts]}::text[])`

/** Lets one import of this older site go on at a time, until the transaction ends. */
export async function lockSource(work: Work, source: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`import ${source}`}))`.execute(work.db)
}
