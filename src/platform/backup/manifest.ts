import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { z } from 'zod'

/** What a backup holds: the steps of its schemas and each table's file with its checksum. */
export const manifestForm = z.object({
  kind: z.literal('gongkai backup'),
  takenAt: z.string(),
  steps: z.array(z.object({ domain: z.string(), number: z.int(), hash: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestForm>

/** A backup cannot be taken or restored; the sentence says why and what to do. */
export class BackupFailed extends Error {
  override readonly name = 'BackupFailed'
}

/** The steps that this database has taken, in their order. */
export async function stepsTaken(client: pg.Client): Promise<Manifest['steps']> {
  const { rows } = await client.query('select domain, number, hash from schema_steps order by domain, number')
  return manifestForm.shape.steps.parse(rows)
}

/** The tables, those that others refer to first. */
export async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const tables = await names(
    client,
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and relkind = 'r' and relname <> 'schema_steps' order by relname`,
  )
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  const ordered: string[] = []
  while (ordered.length < tables.length) {
    const next = tables.find(
      table =>
        !ordered.includes(table) &&
        rows.every(({ child, parent }) => child !== table || ordered.includes(parent)),
    )
    if (next === undefined) throw new BackupFailed('表之间的引用成环，无法确定顺序。')
    ordered.push(next)
  }
  return ordered
}

async function names(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}

/** The checksum of a file, read as a stream. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
