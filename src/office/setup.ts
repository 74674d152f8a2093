import { randomBytes } from 'node:crypto'
import { inSeconds, now } from '../platform/clock.ts'
import { tokenHash } from '../platform/sign-in/sessions.ts'
import type { Work } from '../platform/work.ts'
import type { Day } from '../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../statute/refusal.ts'
import { addAgency, theSystem } from './agencies.ts'
import { addPerson, type Person } from './people.ts'

const purpose = 'first-administrator'

/** A one-time link for the first administrator, good for a day; undefined once there is somebody. */
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

/** Is this link still good? */
export async function isOpen(work: Work, token: string): Promise<boolean> {
  const row = await work.db
    .selectFrom('one_time_links')
    .select('token_hash')
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now())
    .executeTakeFirst()
  return row !== undefined
}

interface First {
  readonly code: string
  readonly agency: string
  readonly signIn: string
  readonly name: string
  readonly password: string
}

/** Makes the government and its first administrator, and uses the link up; all or nothing. */
export async function setUp(work: Work, token: string, first: First, today: Day): Promise<Person | Refusal> {
  let refusal: Refusal | undefined
  const person = await work
    .transaction(async inner => {
      if (!(await isOpen(inner, token)))
        throw stop(refuse('这个链接已经用过或已过期。请重新启动平台，取得新的链接。'))
      await inner.db
        .updateTable('one_time_links')
        .set({ used_at: now() })
        .where('token_hash', '=', tokenHash(token))
        .execute()
      const { code, agency: name } = first
      const agency = await addAgency(
        inner,
        { code, name, shortName: name, kind: 'government', parent: null },
        theSystem,
      )
      if (isRefusal(agency)) throw stop(agency)
      const grants = [{ role: 'administrator' as const, agency: code }]
      const { signIn, password } = first
      const added = await addPerson(inner, { signIn, password, name: first.name, grants }, theSystem, today)
      if (isRefusal(added)) throw stop(added)
      return added
    })
    .catch((cause: unknown) => {
      if (refusal === undefined) throw cause
      return refusal
    })
  return person

  function stop(why: Refusal): Error {
    refusal = why
    return new Error(why.message)
  }
}
