import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { now } from './clock.ts'
import type { Db } from './db.ts'
import type { JsonValue } from './tables.ts'
import { named, type Work, type Write } from './work.ts'

/** One act for the trail: who, for which agency, what, on what. Personal data stay out of `detail`. */
export interface AuditEntry {
  readonly by: string
  readonly byName: string
  readonly agency: string | null
  readonly act: string
  readonly subject: string
  readonly detail: JsonValue
}

/** A row of the trail that is not what was written, or a gap. */
export interface BrokenRow {
  readonly id: number
  readonly why: string
}

interface ChainedRow extends AuditEntry {
  readonly at: string
  readonly previous: string
}

/**
 * Appends to the trail in the transaction of the act, chained to the row before it; `writes` are what the act itself
 * keeps, where it fits into the same statement. The head is moved and read in one go, and its row stays locked until
 * the transaction ends: whoever appends meanwhile waits for that, and is chained to what then stands.
 */
export async function audit(work: Work, entry: AuditEntry, writes: readonly Write[] = []): Promise<void> {
  const at = now()
  const { by, byName, agency, act, subject, detail } = entry
  // What `hashOf` takes, without the opening and the previous hash: that is known to the database alone.
  const rest = JSON.stringify(partsOf({ ...entry, at })).slice(1)
  const moved = sql`
    update audit_head set rows = rows + 1, previous = hash,
      hash = encode(sha256(convert_to('["' || hash || '",' || ${rest}, 'UTF8')), 'hex')
    returning previous as before, hash as after`
  await sql`
    with moved as (${moved})${writes.length === 0 ? sql`` : sql`, ${named(writes)}`}
    insert into audit (at, by, by_name, agency, act, subject, detail, previous, hash)
    select ${at}::timestamptz, ${by}, ${byName}, ${agency}, ${act}, ${subject}, ${JSON.stringify(detail)}::jsonb,
      before, after
    from moved`.execute(work.db)
}

/**
 * Walks the whole trail a thousand rows at a time and names each row that was changed, removed or moved. `tell` hears
 * after each thousand how many rows were walked, and may stop the walk by throwing.
 */
export async function verifyAudit(
  db: Db,
  tell: (rows: number) => Promise<void> | void = () => {},
): Promise<{ rows: number; broken: BrokenRow[] }> {
  const broken: BrokenRow[] = []
  let previous = ''
  let rows = 0
  for (let after = 0; ; ) {
    const page = await db
      .selectFrom('audit')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .execute()
    for (const row of page) {
      rows++
      after = row.id
      const written: ChainedRow = {
        ...{ at: row.at, by: row.by, byName: row.by_name, agency: row.agency, act: row.act },
        ...{ subject: row.subject, detail: row.detail, previous: row.previous },
      }
      if (row.previous !== previous)
        broken.push({ id: row.id, why: '它与上一条不相接：其前有记录被删除、移动或插入' })
      if (hashOf(written) !== row.hash) broken.push({ id: row.id, why: '内容与写入时不同' })
      previous = row.hash
    }
    if (page.length < 1000) break
    await tell(rows)
  }
  const head = await db.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
  if (head.rows !== rows || head.hash !== previous) {
    broken.push({ id: rows, why: `末尾不符：应有 ${head.rows} 条，现有 ${rows} 条` })
  }
  return { rows, broken }
}

function hashOf({ previous, ...row }: ChainedRow): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, ...partsOf(row)]))
    .digest('hex')
}

function partsOf({ at, by, byName, agency, act, subject, detail }: Omit<ChainedRow, 'previous'>) {
  return [at, by, byName, agency, act, subject, canonical(detail)]
}

/** The same value gives the same text, whatever the order of its keys: jsonb does not keep the order. */
function canonical(value: JsonValue | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined)
    const sorted = pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
