import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { domains } from '../src/app/domains.ts'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded/server.ts'
import { migrate } from '../src/platform/migrate.ts'

// Writes src/platform/tables.ts from a database that has just been migrated.
const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-types-'))
const root = join(import.meta.dirname, '..')
const server = await startEmbedded({ dataDir, throwaway: true })
const db = openDb(server.url, 2)
await migrate(db, domains)
await db.destroy()
execFileSync(
  process.execPath,
  [
    join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
    ...['--dialect', 'postgres', '--url', server.url, '--out-file', join(root, 'src/platform/tables.ts')],
    ...['--exclude-pattern', '*schema_steps', '--numeric-parser', 'string', '--type-only-imports'],
    ...['--type-mapping', JSON.stringify({ timestamptz: 'string', date: 'string', int8: 'number' })],
  ],
  { cwd: root, stdio: 'inherit' },
)
await server.stop()
rmSync(dataDir, { recursive: true, force: true })
