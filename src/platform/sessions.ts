import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inSeconds, now } from './clock.ts'
import type { Work } from './work.ts'

/** How long a session lives without use, and at most, in seconds. */
export const sessionLife = { idleSeconds: 2 * 3600, longestSeconds: 12 * 3600 } as const

/** A session as its owner sees it in the list of places where he is signed in. */
export interface Session {
  readonly id: string
  readonly client: string
  readonly createdAt: string
  readonly seenAt: string
}

/** The database keeps only this of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Opens a session. @returns the token, which is told once */
export async function openSession(work: Work, person: string, client: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await work.db
    .insertInto('sessions')
    .values({
      ...{ token_hash: tokenHash(token), person, client: client.slice(0, 200), created_at: now() },
      ...{ seen_at: now(), expires_at: inSeconds(sessionLife.longestSeconds) },
    })
    .execute()
  return token
}

/** Whose session this token opens; undefined where it is unknown, ended or idle for too long. */
export async function sessionOf(
  work: Work,
  token: string,
): Promise<{ id: string; person: string } | undefined> {
  const row = await work.db
    .selectFrom('sessions')
    .select(['id', 'person', 'seen_at'])
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', now())
    .where('seen_at', '>', inSeconds(-sessionLife.idleSeconds))
    .executeTakeFirst()
  if (row === undefined) return undefined
  // Written once a minute, not at each request.
  if (row.seen_at < inSeconds(-60)) {
    await work.db.updateTable('sessions').set({ seen_at: now() }).where('id', '=', row.id).execute()
  }
  return { id: row.id, person: row.person }
}

/** Where this person is signed in, latest first. */
export async function sessionsOf(work: Work, person: string): Promise<Session[]> {
  return await work.db
    .selectFrom('sessions')
    .select(['id', 'client', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('person', '=', person)
    .where('expires_at', '>', now())
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Ends one session of this person. @returns whether there was one */
export async function endSession(work: Work, person: string, id: string): Promise<boolean> {
  const ended = await work.db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}

/** Seconds to wait after so many failures: none for three, then 5, 10, 20 … up to an hour. */
export function waitAfter(failures: number): number {
  return failures < 4 ? 0 : Math.min(3600, 5 * 2 ** (failures - 4))
}

/** Seconds still to wait before this name may try again. */
export async function waitFor(work: Work, name: string): Promise<number> {
  const row = await work.db
    .selectFrom('sign_in_failures')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirst()
  if (row === undefined) return 0
  const passed = (Date.parse(now()) - Date.parse(row.last_at)) / 1000
  return Math.max(0, Math.ceil(waitAfter(row.failures) - passed))
}

/** Notes a failure, or forgets all where the sign-in succeeded. */
export async function noteSignIn(work: Work, name: string, succeeded: boolean): Promise<void> {
  if (succeeded) {
    await work.db.deleteFrom('sign_in_failures').where('name', '=', name).execute()
    return
  }
  await work.db
    .insertInto('sign_in_failures')
    .values({ name, failures: 1, last_at: now() })
    .onConflict(conflict =>
      conflict
        .column('name')
        .doUpdateSet({ failures: sql<number>`sign_in_failures.failures + 1`, last_at: now() }),
    )
    .execute()
}
