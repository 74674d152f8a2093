import type { Insertable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { z } from 'zod'
import { hashPassword } from '../platform/sign-in/password.ts'
import type { Grants } from '../platform/tables.ts'
import type { Work } from '../platform/work.ts'
import type { Day } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { agencyTree, lockedTree } from './agencies.ts'
import { notedOfPerson, textOfGrants } from './people/notes.ts'
import {
  refusalOfGrants,
  refusalOfLockout,
  refusalOfPassword,
  refusalOfReach,
  refusalOfSignIn,
} from './people/rules.ts'
import { type Actor, type Grant, isRole, sees } from './roles.ts'

/** Somebody of the staff. */
export interface Person extends Actor {
  readonly signIn: string
  readonly disabled: boolean
}

/** A person as the list of people shows him. */
export interface PersonLine extends Person {
  /** False where the person signs in through the government's identity service alone. */
  readonly password: boolean
  readonly addedOn: string
  /** In how many places the person is signed in. */
  readonly sessions: number
  /** May the reader change this person? */
  readonly managed: boolean
}

interface NewPerson {
  readonly signIn: string
  readonly name: string
  /** Absent where the person signs in through the government's identity service alone. */
  readonly password?: string | undefined
  readonly grants: readonly Grant[]
}

/** What may be changed of a person. */
export interface PersonChange {
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  readonly password?: string | undefined
  readonly grants?: readonly Grant[] | undefined
}

const grantsForm = z.array(z.object({ role: z.string(), agency: z.string() }))

/** All people with their roles, by sign-in; or the one with this id. */
export async function people(work: Work, id?: string): Promise<Person[]> {
  let query = work.db
    .selectFrom('people')
    .select(['id', 'sign_in as signIn', 'name', 'disabled'])
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('grants')
          .select(['role', 'agency'])
          .whereRef('grants.person', '=', 'people.id')
          .orderBy('role'),
      ).as('held'),
    )
    .orderBy('sign_in')
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  return rows.map(({ held, ...row }) => ({
    ...row,
    grants: grantsForm.parse(held).flatMap(({ role, agency }) => (isRole(role) ? [{ role, agency }] : [])),
  }))
}

/** The people whom this reader may see: those with a role within his reach, and all where the whole house is his. */
export async function peopleLines(work: Work, reader: Actor): Promise<PersonLine[]> {
  const tree = await agencyTree(work)
  const rows = await work.db
    .selectFrom('people')
    .select(eb => [
      ...(['id', 'added_on'] as const),
      eb('password_hash', 'is not', null).$castTo<boolean>().as('password'),
      eb
        .selectFrom('sessions')
        .whereRef('sessions.person', '=', 'people.id')
        .select(inner => inner.fn.countAll<number>().as('n'))
        .as('sessions'),
    ])
    .execute()
  const more = new Map(rows.map(row => [row.id, row]))
  const whole = tree.filter(({ parent }) => parent === null).some(({ code }) => sees(reader, code, tree))
  const seen = (await people(work)).filter(({ grants }) =>
    grants.length === 0 ? whole : grants.some(({ agency }) => sees(reader, agency, tree)),
  )
  return seen.map(person => {
    const { password = false, added_on = '', sessions = 0 } = more.get(person.id) ?? {}
    const managed = refusalOfReach(person.grants, reader, tree) === undefined
    return { ...person, password, addedOn: added_on, sessions: sessions ?? 0, managed }
  })
}

/** Adds a person with roles. */
export function addPerson(work: Work, person: NewPerson, by: Actor, today: Day): Promise<Person | Refusal> {
  return work.transaction(async inner => {
    const refusal =
      refusalOfGrants(person.grants, by, await agencyTree(inner)) ??
      (await refusalOfSignIn(inner, person.signIn)) ??
      refusalOfPassword(person.password, person.signIn)
    if (refusal !== undefined) return refusal
    const { id } = await inner.db
      .insertInto('people')
      .values({
        ...{ sign_in: person.signIn, name: person.name, added_on: today },
        password_hash: person.password === undefined ? null : await hashPassword(person.password),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await grant(inner, id, person.grants)
    const added = { id, signIn: person.signIn, name: person.name, disabled: false, grants: person.grants }
    await notedOfPerson(inner, by, added, { act: 'person.add', grants: textOfGrants(person.grants) })
    return added
  })
}

/** Changes name, roles or password, or shuts the account; its sessions end where it loses something. */
export function changePerson(
  work: Work,
  id: string,
  change: PersonChange,
  by: Actor,
): Promise<Person | Refusal> {
  return work.transaction(async inner => {
    const tree = await lockedTree(inner)
    const [person] = await people(inner, id)
    if (person === undefined) return refuse('没有这个人。')
    const after = {
      ...person,
      disabled: change.disabled ?? person.disabled,
      grants: change.grants ?? person.grants,
    }
    const refusal =
      refusalOfReach(person.grants, by, tree) ??
      (change.grants === undefined ? undefined : refusalOfGrants(change.grants, by, tree)) ??
      refusalOfPassword(change.password, person.signIn) ??
      (person.id === by.id && change.disabled === true ? refuse('不能停用自己的账户。') : undefined) ??
      (await refusalOfLockout(inner, person, after, tree))
    if (refusal !== undefined) return refusal
    await write(inner, id, change)
    const loses = change.disabled === true || change.grants !== undefined || change.password !== undefined
    if (loses) await inner.db.deleteFrom('sessions').where('person', '=', id).execute()
    const what = Object.keys(change).join(' ')
    await notedOfPerson(inner, by, after, { act: 'person.change', what, grants: textOfGrants(after.grants) })
    return { ...after, name: change.name ?? person.name }
  })
}

async function write(work: Work, id: string, change: PersonChange): Promise<void> {
  const values = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.disabled === undefined ? {} : { disabled: change.disabled }),
    ...(change.password === undefined ? {} : { password_hash: await hashPassword(change.password) }),
  }
  if (Object.keys(values).length > 0) {
    await work.db.updateTable('people').set(values).where('id', '=', id).execute()
  }
  if (change.grants !== undefined) await grant(work, id, change.grants)
}

async function grant(work: Work, person: string, grants: readonly Grant[]): Promise<void> {
  await work.db.deleteFrom('grants').where('person', '=', person).execute()
  const rows: Insertable<Grants>[] = grants.map(({ role, agency }) => ({ person, role, agency }))
  if (rows.length > 0) {
    await work.db
      .insertInto('grants')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}
