import { randomInt } from 'node:crypto'
import { weaknessOf } from '../../platform/sign-in/password.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import { agencyTree } from '../agencies.ts'
import { changePerson, people } from '../people.ts'
import type { Actor } from '../roles.ts'
import { notedOfPerson } from './notes.ts'
import { refusalOfReach } from './rules.ts'

// Without 0 o 1 l i, which are mistaken for each other on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to be told once: four groups of four, about 79 bits. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

/** Gives a person a new password and ends his sessions. @returns the password, which is told once and kept nowhere */
export async function resetPassword(
  work: Work,
  id: string,
  by: Actor,
): Promise<{ password: string } | Refusal> {
  if (id === by.id) return refuse('自己的密码请在“我的账户”中修改。')
  const [person] = await people(work, id)
  if (person === undefined) return refuse('没有这个人。')
  let password = newPassword()
  while (weaknessOf(password, person.signIn) !== undefined) password = newPassword()
  const changed = await changePerson(work, id, { password }, by)
  return isRefusal(changed) ? changed : { password }
}

/** Signs a person out everywhere. @returns how many sessions ended */
export function endAllSessions(work: Work, id: string, by: Actor): Promise<{ ended: number } | Refusal> {
  return work.transaction(async inner => {
    const [person] = await people(inner, id)
    if (person === undefined) return refuse('没有这个人。')
    const refusal = refusalOfReach(person.grants, by, await agencyTree(inner))
    if (refusal !== undefined) return refusal
    const { numDeletedRows } = await inner.db
      .deleteFrom('sessions')
      .where('person', '=', id)
      .executeTakeFirst()
    await notedOfPerson(inner, by, person, { act: 'person.sessions' })
    return { ended: Number(numDeletedRows) }
  })
}

/** What disabling does, or did, to one of the chosen people. */
export interface Disabling {
  readonly id: string
  readonly name: string
  readonly sessions: number
  /** Why this person stays enabled; null where he is disabled. */
  readonly refusal: string | null
}

class TakenBack extends Error {}

/**
 * Disables the chosen people; who is refused stays, and is named with the reason. The preview runs the very same acts
 * and takes them back.
 */
export async function disablePeople(
  work: Work,
  ids: readonly string[],
  by: Actor,
  { preview }: { preview: boolean },
): Promise<Disabling[]> {
  const lines: Disabling[] = []
  const run = async (inner: Work) => {
    for (const id of new Set(ids)) lines.push(await disableOne(inner, id, by))
    if (preview) throw new TakenBack()
  }
  await work.transaction(run).catch((cause: unknown) => {
    if (!(cause instanceof TakenBack)) throw cause
  })
  return lines
}

async function disableOne(work: Work, id: string, by: Actor): Promise<Disabling> {
  const [person] = await people(work, id)
  const { n } = await work.db
    .selectFrom('sessions')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where('person', '=', id)
    .executeTakeFirstOrThrow()
  const result =
    person?.disabled === true
      ? refuse('账户已经停用。')
      : await changePerson(work, id, { disabled: true }, by)
  return { id, name: person?.name ?? '', sessions: n, refusal: isRefusal(result) ? result.message : null }
}
