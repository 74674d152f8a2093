import type { Work } from '../../platform/work.ts'
import { agencyTree } from '../agencies.ts'
import type { Agency, Role } from '../roles.ts'

/** The agencies that stand and at which somebody who may sign in holds this role, in the order of the tree. */
export async function agenciesWhere(work: Work, role: Role): Promise<Agency[]> {
  const [held, tree] = await Promise.all([
    work.db
      .selectFrom('grants as g')
      .innerJoin('people as p', 'p.id', 'g.person')
      .select('g.agency')
      .distinct()
      .where('g.role', '=', role)
      .where('p.disabled', '=', false)
      .execute(),
    agencyTree(work),
  ])
  const there = new Set(held.map(({ agency }) => agency))
  return tree.filter(({ code, standing }) => standing && there.has(code))
}
