import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { now } from './clock.ts'
import type { Db } from './db.ts'
import type { JsonValue } from './tables.ts'
import type { Work } from './work.ts'

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

/** Appends to the trail in the transaction of the act, chained to the row before it. */
export async function audit(work: Work, entry: AuditEntry): Promise<void> {
  await work.transaction(async ({ db }) => {
    const head = await db.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow()
    const row: ChainedRow = { ...entry, at: now(), previous: head.hash }
    const hash = hashOf(row)
    await db
      .with('moved', each =>
        each.updateTable('audit_head').set({ rows: sql<number>`rows + 1`, hash }).returning('rows'),
      )
      .insertInto('audit')
      .values({
        ...{ at: row.at, by: row.by, by_name: row.byName, agency: row.agency, act: row.act },
        ...{ subject: row.subject, detail: JSON.stringify(row.detail), previous: row.previous, hash },
      })
      .execute()
  })
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

function hashOf(row: ChainedRow): string {
  const parts = [row.previous, row.at, row.by, row.byName, row.agency, row.act, row.subject]
  return createHash('sha256')
    .update(JSON.stringify([...parts, canonical(row.detail)]))
    .digest('hex')
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
