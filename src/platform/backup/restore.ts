import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupFailed, type Manifest, manifestForm, sha256Of, stepsTaken, tablesInOrder } from './manifest.ts'

/**
 * Fills an empty, migrated database from a backup, all or nothing. Every file is checked before the first row is written.
 * @throws BackupFailed where a file is missing or hurt, the backup is of another version, or the database is not empty
 */
export async function restoreBackup(url: string, folder: string): Promise<Manifest> {
  const manifest = await wholeManifest(folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await mustFit(client, manifest)
    await emptied(client)
    for (const { name, rows } of manifest.tables) {
      const into = client.query(copyFrom(`copy ${client.escapeIdentifier(name)} from stdin`))
      await pipeline(createReadStream(join(folder, `${name}.copy`)), into)
      if (into.rowCount !== rows)
        throw new BackupFailed(`表 ${name} 应有 ${rows} 行，读到 ${into.rowCount} 行。`)
    }
    await moveSequences(client)
    await client.query('commit')
    return manifest
  } finally {
    await client.end()
  }
}

async function wholeManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new BackupFailed(`${folder} 中没有 manifest.json，不是完整的备份。`)
  })
  const parsed = manifestForm.safeParse(jsonOf(text))
  if (!parsed.success) throw new BackupFailed(`${folder} 中的 manifest.json 已损坏，不能恢复。请换一份备份。`)
  for (const { name, sha256 } of parsed.data.tables) {
    const found = await sha256Of(join(folder, `${name}.copy`)).catch(() => '')
    if (found !== sha256)
      throw new BackupFailed(`备份文件 ${name}.copy 缺失或已损坏，没有写入任何数据。请换一份备份。`)
  }
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function mustFit(client: pg.Client, manifest: Manifest): Promise<void> {
  if (!isDeepStrictEqual(await stepsTaken(client), manifest.steps)) {
    throw new BackupFailed('备份与本程序的版本不同，没有写入任何数据。请用取得备份时的版本恢复，再升级。')
  }
  const tables = await tablesInOrder(client)
  const unknown = manifest.tables.find(({ name }) => !tables.includes(name))
  if (unknown !== undefined) throw new BackupFailed(`本版本没有表 ${unknown.name}，没有写入任何数据。`)
  const { rows } = await client.query('select 1 from audit limit 1')
  if (rows.length > 0) {
    throw new BackupFailed('数据库不是空的（操作留痕中已有记录），没有写入。请恢复到空数据库。')
  }
}

/** Every act leaves a row in the trail: where it is empty, the tables hold what their making put there, and nothing else. */
async function emptied(client: pg.Client): Promise<void> {
  for (const name of (await tablesInOrder(client)).toReversed()) {
    const table = client.escapeIdentifier(name)
    const { rows } = await client.query(`select 1 from ${table} limit 1`)
    if (rows.length > 0) await client.query(`delete from ${table}`)
  }
}

/** Numbers go on after the last restored one. */
async function moveSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ tab: string; col: string }>(
    `select table_name as tab, column_name as col from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES'`,
  )
  for (const { tab, col } of rows) {
    const table = client.escapeIdentifier(tab)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${client.escapeIdentifier(col)}), 0) + 1 from ${table}), false)`,
      [table, col],
    )
  }
}
