import { audit } from '../platform/audit.ts'
import { claimAttempt, forgive } from '../platform/sign-in/lockout.ts'
import { hashPassword, isPassword, weaknessOf } from '../platform/sign-in/password.ts'
import { endSession, openSession, tokenHash } from '../platform/sign-in/sessions.ts'
import type { Work } from '../platform/work.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { type Person, people } from './people.ts'

interface SignIn {
  readonly signIn: string
  readonly password: string
  /** What the browser says it is. */
  readonly client: string
  readonly address: string
}

/**
 * Opens a session for the right password. A wrong name and a wrong password get the same words, and after three
 * failures the wait grows.
 */
export async function signIn(
  work: Work,
  { signIn: name, password, client, address }: SignIn,
): Promise<{ token: string; person: Person } | Refusal> {
  const wait = await claimAttempt(work, { name, address })
  if (wait > 0) return refuse(`连续输错次数过多，请在 ${wait} 秒后再试。`)
  const row = await work.db
    .selectFrom('people')
    .select(['id', 'password_hash', 'disabled'])
    .where('sign_in', '=', name)
    .executeTakeFirst()
  const right = await isPassword(password, row?.password_hash ?? null)
  const [person] = row !== undefined && right && !row.disabled ? await people(work, row.id) : []
  if (person === undefined) {
    await noteRefused(work, row?.id ?? tokenHash(name).slice(0, 12), 'password')
    return refuse('登录名或密码不正确。')
  }
  await forgive(work, { name, address })
  return { person, token: await beginSession(work, person, { client, door: 'password' }) }
}

/** Through which door somebody came. */
type Door = 'password' | 'identity'

/** Opens a session for a person who has proved who he is. */
export function beginSession(
  work: Work,
  person: Person,
  { client, door }: { client: string; door: Door },
): Promise<string> {
  return work.transaction(async inner => {
    await noted(inner, person, { act: 'session.open', subject: person.id, door })
    return openSession(inner, person.id, client)
  })
}

/** Writes into the trail that somebody was not let in; the subject is a person's number or the start of a hash. */
export function noteRefused(work: Work, subject: string, door: Door): Promise<void> {
  return noted(work, { id: 'unknown', name: '' }, { act: 'session.refused', subject, door })
}

/** Signs out. */
export function endOwnSession(work: Work, person: Person, session: string): Promise<void> {
  return work.transaction(async inner => {
    if (await endSession(inner, person.id, session)) {
      await noted(inner, person, { act: 'session.close', subject: person.id })
    }
  })
}

/** Sets one's own password; the old one is asked again, and all sessions end. */
export function changeOwnPassword(
  work: Work,
  person: Person,
  change: { current: string; next: string },
): Promise<true | Refusal> {
  return work.transaction(async inner => {
    const found = inner.db.selectFrom('people').select('password_hash').where('id', '=', person.id)
    const kept = (await found.executeTakeFirst())?.password_hash ?? null
    if (!(await isPassword(change.current, kept))) return refuse('原密码不正确。')
    const weakness = weaknessOf(change.next, person.signIn)
    if (weakness !== undefined) return refuse(weakness)
    const password_hash = await hashPassword(change.next)
    await inner.db.updateTable('people').set({ password_hash }).where('id', '=', person.id).execute()
    await inner.db.deleteFrom('sessions').where('person', '=', person.id).execute()
    await noted(inner, person, { act: 'password.change', subject: person.id })
    return true as const
  })
}

function noted(
  work: Work,
  by: { id: string; name: string },
  { act, subject, door }: { act: string; subject: string; door?: Door },
): Promise<void> {
  const detail = door === undefined ? {} : { door }
  return audit(work, { by: by.id, byName: by.name, agency: null, act, subject, detail })
}
