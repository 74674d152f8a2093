import { type Db, openDb } from '../platform/db.ts'
import { startEmbedded } from '../platform/embedded/server.ts'
import { migrate } from '../platform/migrate.ts'
import { platformSecrets, type Secrets } from '../platform/secret.ts'
import { type Work, workOn } from '../platform/work.ts'
import { domains } from './domains.ts'
import type { Options } from './options.ts'

/** The database, up and migrated. */
export interface Up {
  readonly work: Work
  readonly db: Db
  readonly url: string
  readonly secrets: Secrets
  /** Closes what was opened, the embedded server last. */
  stop(): Promise<void>
}

/** Brings up the database that the options name, and its schemas. @throws CannotStart */
export async function bringUp(options: Options, progress: (what: string) => void): Promise<Up> {
  const { databaseUrl, dataDir } = options
  const embedded = databaseUrl === undefined ? await startEmbedded({ dataDir, progress }) : undefined
  const secrets = await platformSecrets(dataDir)
  const url = embedded?.url ?? databaseUrl ?? ''
  const db = openDb(url)
  const stop = async () => {
    await db.destroy()
    await embedded?.stop()
  }
  try {
    await migrate(db, domains)
  } catch (cause) {
    await stop()
    throw cause
  }
  return { work: workOn(db), db, url, secrets, stop }
}
