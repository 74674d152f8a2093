import { weaknessOf } from '../../platform/sign-in/password.ts'
import type { Work } from '../../platform/work.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { manages, managesAll } from '../agencies.ts'
import { type Actor, type Agency, administersAll, type Grant, holdsAnywhere } from '../roles.ts'

/** Why this person, who holds these roles, is out of the actor's reach; undefined where he manages all of them. */
export function refusalOfReach(
  held: readonly Grant[],
  by: Actor,
  tree: readonly Agency[],
): Refusal | undefined {
  if (managesAll(by, tree)) return undefined
  if (!holdsAnywhere(by, 'administrator')) return refuse('只有系统管理员可以管理人员。')
  if (held.length === 0) return refuse('没有任何角色的人员由最上级机构的系统管理员管理。')
  const beyond = held.find(({ agency }) => !manages(by, agency, tree))
  if (beyond === undefined) return undefined
  const name = tree.find(({ code }) => code === beyond.agency)?.name ?? beyond.agency
  return refuse(`您不是“${name}”或其上级机构的系统管理员，不能管理在那里有角色的人员。`)
}

/** Why these roles may not be given. */
export function refusalOfGrants(
  grants: readonly Grant[],
  by: Actor,
  tree: readonly Agency[],
): Refusal | undefined {
  const unknown = grants.find(({ agency }) => !tree.some(({ code }) => code === agency))
  if (unknown !== undefined) return refuse(`没有代码为 ${unknown.agency} 的机构。`)
  if (grants.length === 0 && !managesAll(by, tree) && holdsAnywhere(by, 'administrator')) {
    return refuse('请至少选择一个角色；不再任职的，请停用账户。')
  }
  return refusalOfReach(grants, by, tree)
}

/** Why the sign-in may not be used. */
export async function refusalOfSignIn(work: Work, signIn: string): Promise<Refusal | undefined> {
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(signIn)) {
    return refuse('登录名为 2 至 40 位小写字母、数字、点、横线或下划线，以字母或数字开头。')
  }
  const taken = await work.db
    .selectFrom('people')
    .select('id')
    .where('sign_in', '=', signIn)
    .executeTakeFirst()
  return taken === undefined ? undefined : refuse(`登录名 ${signIn} 已有人使用。`)
}

/** Why the password is too weak. */
export function refusalOfPassword(password: string | undefined, signIn: string): Refusal | undefined {
  const weakness = password === undefined ? undefined : weaknessOf(password, signIn)
  return weakness === undefined ? undefined : refuse(weakness)
}

type Standing = Actor & { readonly disabled: boolean }

/**
 * Why the change would leave nobody who can let others in: no enabled administrator of an agency without one above it,
 * who has a way to sign in. The tree must be locked, so that two cannot shut each other out at once.
 */
export async function refusalOfLockout(
  work: Work,
  before: Standing,
  after: Standing,
  tree: readonly Agency[],
): Promise<Refusal | undefined> {
  const rules = (person: Standing) => !person.disabled && administersAll(person, tree)
  if (!rules(before) || rules(after)) return undefined
  const roots = tree.filter(({ parent }) => parent === null).map(({ code }) => code)
  const another = await work.db
    .selectFrom('people')
    .innerJoin('grants', 'grants.person', 'people.id')
    .select('people.id')
    .where('people.id', '<>', before.id)
    .where('disabled', '=', false)
    .where(eb => eb.or([eb('password_hash', 'is not', null), eb('oidc_subject', 'is not', null)]))
    .where('role', '=', 'administrator')
    .where('agency', 'in', roots)
    .executeTakeFirst()
  if (another !== undefined) return undefined
  return refuse('这是最后一位能登录的最上级机构系统管理员。请先另设一位，再停用或收回其角色。')
}
