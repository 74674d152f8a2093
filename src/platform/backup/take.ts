import { createWriteStream } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { now } from '../clock.ts'
import { BackupFailed, type Manifest, sha256Of, stepsTaken, tablesInOrder } from './manifest.ts'

/**
 * Writes every table of a running database into an empty folder, all as of one moment, and last the manifest with the
 * checksums: a folder without a manifest is no backup. Uses no external program.
 * @throws BackupFailed where the folder is not empty
 */
export async function takeBackup(url: string, folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) {
    throw new BackupFailed(`文件夹 ${folder} 不是空的。请指定一个空文件夹，以免覆盖原有备份。`)
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables: Manifest['tables'] = []
    for (const name of await tablesInOrder(client)) {
      const file = join(folder, `${name}.copy`)
      const rows = client.query(copyTo(`copy ${client.escapeIdentifier(name)} to stdout`))
      await pipeline(rows, createWriteStream(file, { mode: 0o600 }))
      const { size } = await stat(file)
      tables.push({ name, rows: rows.rowCount, bytes: size, sha256: await sha256Of(file) })
    }
    const manifest: Manifest = {
      kind: 'gongkai backup',
      takenAt: now(),
      steps: await stepsTaken(client),
      tables,
    }
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await client.end()
  }
}
