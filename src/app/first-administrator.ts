import { randomBytes } from 'node:crypto'
import { inSeconds } from '../platform/clock.ts'
import { tokenHash } from '../platform/sessions.ts'
import type { Work } from '../platform/work.ts'

const purpose = 'first-administrator'

/** A one-time link for the first administrator; undefined once there is somebody. */
export async function firstLink(work: Work): Promise<string | undefined> {
  const somebody = await work.db.selectFrom('people').select('id').limit(1).executeTakeFirst()
  if (somebody !== undefined) return undefined
  const token = randomBytes(24).toString('base64url')
  await work.transaction(async ({ db }) => {
    await db.deleteFrom('one_time_links').where('purpose', '=', purpose).execute()
    await db
      .insertInto('one_time_links')
      .values({ token_hash: tokenHash(token), purpose, expires_at: inSeconds(24 * 3600) })
      .execute()
  })
  return `/setup/${token}`
}
