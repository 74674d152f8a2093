import { createHash, randomBytes } from 'node:crypto'
import { inSeconds, now } from '../clock.ts'
import type { Work } from '../work.ts'

/**
 * How long a session lives without use, and at most; after how long its token is renewed, and how long the replaced one
 * still serves requests that were under way. In seconds.
 */
export const sessionLife = {
  ...{ idleSeconds: 2 * 3600, longestSeconds: 12 * 3600 },
  ...{ renewSeconds: 3600, graceSeconds: 60 },
} as const

/** A session as its owner sees it in the list of places where he is signed in. */
export interface Session {
  readonly id: string
  readonly client: string
  readonly createdAt: string
  readonly seenAt: string
}

/** What a token opens. */
export interface Opened {
  readonly id: string
  readonly person: string
  /** The token that replaces the one that was shown, where it was due for renewal. */
  readonly renewed?: { readonly token: string; readonly secondsLeft: number }
}

/** The database keeps only this of a token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Opens a session. @returns the token, which is told once */
export async function openSession(work: Work, person: string, client: string): Promise<string> {
  const token = newToken()
  await work.db
    .insertInto('sessions')
    .values({
      ...{ token_hash: tokenHash(token), person, client: client.slice(0, 200), created_at: now() },
      ...{ seen_at: now(), renewed_at: now(), expires_at: inSeconds(sessionLife.longestSeconds) },
    })
    .execute()
  return token
}

/**
 * Whose session this token opens; undefined where it is unknown, ended or idle for too long. A token that was replaced
 * and comes back after its grace has been copied: the session ends for everybody.
 */
export async function sessionOf(work: Work, token: string): Promise<Opened | undefined> {
  const hash = tokenHash(token)
  const row = await work.db
    .selectFrom('sessions')
    .selectAll()
    .where(eb => eb.or([eb('token_hash', '=', hash), eb('replaced_hash', '=', hash)]))
    .where('expires_at', '>', now())
    .where('seen_at', '>', inSeconds(-sessionLife.idleSeconds))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { id, person } = row
  if (row.token_hash !== hash) {
    if ((row.replaced_at ?? '') > inSeconds(-sessionLife.graceSeconds)) return { id, person }
    await work.db.deleteFrom('sessions').where('id', '=', id).execute()
    return undefined
  }
  if (row.renewed_at < inSeconds(-sessionLife.renewSeconds)) {
    const renewed = await renew(work, id, hash)
    const secondsLeft = Math.floor((Date.parse(row.expires_at) - Date.parse(now())) / 1000)
    return renewed === undefined ? { id, person } : { id, person, renewed: { token: renewed, secondsLeft } }
  }
  // Written once a minute, not at each request.
  if (row.seen_at < inSeconds(-60)) {
    await work.db.updateTable('sessions').set({ seen_at: now() }).where('id', '=', id).execute()
  }
  return { id, person }
}

/** Replaces the token, once, however many requests carry it; undefined for those that came second. */
async function renew(work: Work, id: string, hash: string): Promise<string | undefined> {
  const token = newToken()
  const done = await work.db
    .updateTable('sessions')
    .set({ token_hash: tokenHash(token), replaced_hash: hash })
    .set({ renewed_at: now(), replaced_at: now(), seen_at: now() })
    .where('id', '=', id)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n ? token : undefined
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Where this person is signed in, latest first. */
export async function sessionsOf(work: Work, person: string): Promise<Session[]> {
  return await work.db
    .selectFrom('sessions')
    .select(['id', 'client', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('person', '=', person)
    .where('expires_at', '>', now())
    .where('seen_at', '>', inSeconds(-sessionLife.idleSeconds))
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

/** Removes sessions, failures and links that can no longer count. @returns how many rows */
export function purgeSessions(work: Work): Promise<number> {
  return work.transaction(async ({ db }) => {
    const idle = inSeconds(-sessionLife.idleSeconds)
    const ended = await db
      .deleteFrom('sessions')
      .where(eb => eb.or([eb('expires_at', '<', now()), eb('seen_at', '<', idle)]))
      .executeTakeFirst()
    const forgotten = await db
      .deleteFrom('sign_in_failures')
      .where('last_at', '<', inSeconds(-24 * 3600))
      .executeTakeFirst()
    const links = await db.deleteFrom('one_time_links').where('expires_at', '<', now()).executeTakeFirst()
    return Number(ended.numDeletedRows + forgotten.numDeletedRows + links.numDeletedRows)
  })
}
