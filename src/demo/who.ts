import { people } from '../office/people.ts'
import { type Actor, type Role, roleLabel } from '../office/roles.ts'
import type { Work } from '../platform/work.ts'

/** Who holds a role at an agency. */
export type Who = (role: Role, agency: string) => Actor

/** Those who have an account today, or a colleague whose account is not shown. */
export async function whoIsWho(work: Work): Promise<Who> {
  const known = await people(work)
  return (role, agency) =>
    known.find(({ grants }) => grants.some(each => each.role === role && each.agency === agency)) ?? {
      ...{ id: `${agency} ${role}`, name: `演示${roleLabel[role]}` },
      grants: [{ role, agency }],
    }
}
