import { audit } from '../platform/audit.ts'
import type { Work } from '../platform/work.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { agencyTree } from './agencies.ts'
import { type Person, people } from './people.ts'
import { type Actor, holds, holdsAnywhere, lineOf } from './roles.ts'

/** The person to whom the identity service's mark belongs; undefined where the administrator has not entered it. */
export async function personOfIdentity(work: Work, identity: string): Promise<Person | undefined> {
  const row = await work.db
    .selectFrom('people')
    .select('id')
    .where('oidc_subject', '=', identity)
    .executeTakeFirst()
  return row === undefined ? undefined : (await people(work, row.id))[0]
}

/** The mark under which this person signs in at the identity service; null where there is none. */
export async function identityOf(work: Work, person: string): Promise<string | null> {
  const query = work.db.selectFrom('people').select('oidc_subject').where('id', '=', person)
  return (await query.executeTakeFirst())?.oidc_subject ?? null
}

/** Enters a person's mark, or removes it; the sessions end with it. By an administrator of all the person's agencies. */
export function enterIdentity(
  work: Work,
  id: string,
  identity: string | null,
  by: Actor,
): Promise<{ identity: string | null } | Refusal> {
  return work.transaction(async inner => {
    const [person] = await people(inner, id)
    if (person === undefined) return refuse('没有这个人。')
    const tree = await agencyTree(inner)
    const reaches = (agency: string) => lineOf(agency, tree).some(code => holds(by, 'administrator', code))
    if (!holdsAnywhere(by, 'administrator') || !person.grants.every(({ agency }) => reaches(agency))) {
      return refuse('身份标识由其机构或上级机构的系统管理员登记。')
    }
    const other = identity === null ? undefined : await personOfIdentity(inner, identity)
    if (other !== undefined && other.id !== id)
      return refuse(`这个标识已登记给${other.name}（${other.signIn}）。`)
    await inner.db.updateTable('people').set({ oidc_subject: identity }).where('id', '=', id).execute()
    await inner.db.deleteFrom('sessions').where('person', '=', id).execute()
    const who = { by: by.id, byName: by.name, agency: null }
    await audit(inner, {
      ...who,
      act: 'person.identity',
      subject: id,
      detail: { entered: identity !== null },
    })
    return { identity }
  })
}
