import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { buildDesk } from '../src/app/desk-build.ts'
import { domains } from '../src/app/domains.ts'
import { openDb } from '../src/platform/db.ts'
import { startEmbedded } from '../src/platform/embedded/server.ts'
import { migrate } from '../src/platform/migrate.ts'

/** One server for the whole run, on a free port and in a temporary folder, whose migrated template tests copy; and the built desk. */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  const [server] = await Promise.all([startEmbedded({ dataDir, throwaway: true }), buildDesk()])
  const admin = openDb(server.url, 1)
  await sql`create database gongkai_template`.execute(admin)
  await admin.destroy()
  const template = openDb(server.url.replace(/\/[^/]*$/, '/gongkai_template'), 1)
  await migrate(template, domains)
  await template.destroy()
  process.env.GONGKAI_TEST_DATABASE = server.url
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
