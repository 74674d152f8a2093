import { CannotStart } from '../platform/cannot-start.ts'
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
export async function bringUp(
  { databaseUrl, dataDir }: Pick<Options, 'databaseUrl' | 'dataDir'>,
  progress: (what: string) => void,
  signal?: AbortSignal,
): Promise<Up> {
  const secrets = await platformSecrets(dataDir)
  const embedded =
    databaseUrl === undefined ? await startEmbedded({ dataDir, progress, signal, lost }) : undefined
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
    throw CannotStart.ofDatabase(cause)
  }
  return { work: workOn(db), db, url, secrets, stop }
}

/** Without its database the process can do nothing: whoever watches over it starts it again. */
function lost(): void {
  console.error('数据库意外停止，平台随之停止；已提交的数据没有丢失。请查看磁盘空间和内存后重新启动。')
  process.exit(2)
}
