import type { Insertable } from 'kysely'
import { audit } from '../platform/audit.ts'
import { hashPassword, weaknessOf } from '../platform/password.ts'
import type { Grants } from '../platform/tables.ts'
import type { Work } from '../platform/work.ts'
import type { Day } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { agencyTree, manages } from './agencies.ts'
import { type Actor, type Agency, type Grant, isRole } from './roles.ts'

/** Somebody of the staff. */
export interface Person extends Actor {
  readonly signIn: string
  readonly disabled: boolean
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

/** All people with their roles, by sign-in; or the one with this id. */
export async function people(work: Work, id?: string): Promise<Person[]> {
  let query = work.db.selectFrom('people').select(['id', 'sign_in', 'name', 'disabled']).orderBy('sign_in')
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  const ids = rows.map(row => row.id)
  const held = ids.length
    ? await work.db.selectFrom('grants').selectAll().where('person', 'in', ids).orderBy('role').execute()
    : []
  return rows.map(({ sign_in: signIn, ...row }) => ({
    ...row,
    signIn,
    grants: held.flatMap(({ person, role, agency }) =>
      person === row.id && isRole(role) ? [{ role, agency }] : [],
    ),
  }))
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
    await noted(inner, by, id, { act: 'person.add', grants: textOf(person.grants) })
    return { id, signIn: person.signIn, name: person.name, disabled: false, grants: person.grants }
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
    const [person] = await people(inner, id)
    if (person === undefined) return refuse('没有这个人。')
    const tree = await agencyTree(inner)
    const refusal =
      refusalOfGrants([...person.grants, ...(change.grants ?? [])], by, tree) ??
      refusalOfPassword(change.password, person.signIn) ??
      (person.id === by.id && change.disabled === true ? refuse('不能停用自己的账户。') : undefined)
    if (refusal !== undefined) return refusal
    const values = {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.disabled === undefined ? {} : { disabled: change.disabled }),
      ...(change.password === undefined ? {} : { password_hash: await hashPassword(change.password) }),
    }
    if (Object.keys(values).length > 0) {
      await inner.db.updateTable('people').set(values).where('id', '=', id).execute()
    }
    if (change.grants !== undefined) await grant(inner, id, change.grants)
    const loses = change.disabled === true || change.grants !== undefined || change.password !== undefined
    if (loses) await inner.db.deleteFrom('sessions').where('person', '=', id).execute()
    const what = Object.keys(change).join(' ')
    await noted(inner, by, id, { act: 'person.change', what, grants: textOf(change.grants ?? person.grants) })
    const [changed] = await people(inner, id)
    return changed ?? person
  })
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

function refusalOfGrants(grants: readonly Grant[], by: Actor, tree: readonly Agency[]): Refusal | undefined {
  if (grants.length === 0 && !manages(by, null, tree)) {
    return by.grants.some(({ role }) => role === 'administrator')
      ? undefined
      : refuse('只有系统管理员可以管理人员。')
  }
  for (const { agency } of grants) {
    if (!tree.some(each => each.code === agency)) return refuse(`没有代码为 ${agency} 的机构。`)
    if (!manages(by, agency, tree))
      return refuse(`您不是 ${agency} 或其上级机构的系统管理员，不能管理其人员。`)
  }
  return undefined
}

async function refusalOfSignIn(work: Work, signIn: string): Promise<Refusal | undefined> {
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(signIn)) {
    return refuse('登录名为 2 至 40 位小写字母、数字、点、横线或下划线。')
  }
  const taken = await work.db
    .selectFrom('people')
    .select('id')
    .where('sign_in', '=', signIn)
    .executeTakeFirst()
  return taken === undefined ? undefined : refuse(`登录名 ${signIn} 已有人使用。`)
}

function refusalOfPassword(password: string | undefined, signIn: string): Refusal | undefined {
  const weakness = password === undefined ? undefined : weaknessOf(password, signIn)
  return weakness === undefined ? undefined : refuse(weakness)
}

function textOf(grants: readonly Grant[]): string {
  return grants.map(({ role, agency }) => `${role}@${agency}`).join(' ')
}

function noted(work: Work, by: Actor, subject: string, what: { act: string; what?: string; grants: string }) {
  const { act, ...detail } = what
  return audit(work, { by: by.id, byName: by.name, agency: null, act, subject, detail })
}
