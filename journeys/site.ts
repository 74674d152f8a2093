import { type Listening, listen } from '../src/app/server.ts'
import { tellDemo } from '../src/demo/tell.ts'
import { passingSecrets, type Secrets } from '../src/platform/secret.ts'
import { type TestDb, testDb } from '../src/platform/test-db.ts'

/** The demo city on a database and a port of its own. */
export interface TestSite {
  readonly address: string
  readonly work: TestDb
  /** What the site seals personal data with. */
  readonly secrets: Secrets
  close(): Promise<void>
}

/** Tells the demo and serves it. */
export async function testSite(): Promise<TestSite> {
  const work = await testDb()
  await work.transaction(tellDemo)
  const secrets = passingSecrets()
  const server: Listening = await listen(work, 0, '127.0.0.1', { secrets })
  return {
    secrets,
    address: `http://127.0.0.1:${server.port}`,
    work,
    close: async () => {
      await server.stop()
      await work.close()
    },
  }
}
