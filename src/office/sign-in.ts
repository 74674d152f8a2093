import { audit } from '../platform/audit.ts'
import { hashPassword, isPassword, weaknessOf } from '../platform/password.ts'
import { noteSignIn, openSession, tokenHash, waitFor } from '../platform/sessions.ts'
import type { Work } from '../platform/work.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { type Person, people } from './people.ts'

interface SignIn {
  readonly signIn: string
  readonly password: string
  /** What the browser says it is. */
  readonly client: string
}

/**
 * Opens a session for the right password. A wrong name and a wrong password get the same words, and after three
 * failures the wait grows.
 */
export async function signIn(
  work: Work,
  { signIn: name, password, client }: SignIn,
): Promise<{ token: string; person: Person } | Refusal> {
  const wait = await waitFor(work, name)
  if (wait > 0) return refuse(`连续输错次数过多，请在 ${wait} 秒后再试。`)
  const row = await work.db
    .selectFrom('people')
    .select(['id', 'password_hash', 'disabled'])
    .where('sign_in', '=', name)
    .executeTakeFirst()
  const right = await isPassword(password, row?.password_hash ?? null)
  const [person] = row !== undefined && right && !row.disabled ? await people(work, row.id) : []
  await noteSignIn(work, name, person !== undefined)
  if (person === undefined) {
    await noted(
      work,
      { id: row?.id ?? 'unknown', name: '' },
      'session.refused',
      row?.id ?? tokenHash(name).slice(0, 12),
    )
    return refuse('登录名或密码不正确。')
  }
  return { person, token: await beginSession(work, person, client) }
}

/** Opens a session for a person who has proved who he is. */
export function beginSession(work: Work, person: Person, client: string): Promise<string> {
  return work.transaction(async inner => {
    await noted(inner, person, 'session.open', person.id)
    return openSession(inner, person.id, client)
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
    await noted(inner, person, 'password.change', person.id)
    return true as const
  })
}

function noted(work: Work, by: { id: string; name: string }, act: string, subject: string): Promise<void> {
  return audit(work, { by: by.id, byName: by.name, agency: null, act, subject, detail: {} })
}
