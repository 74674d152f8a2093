import { agenciesSeen } from '../../../office/agencies.ts'
import { people } from '../../../office/people.ts'
import { type Actor, type Role, roleLabel } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { departmentsOf } from '../../store/lists/lines.ts'
import type { DeskChoices } from '../../view.ts'

const handling: readonly Role[] = ['officer', 'departmentOfficer', 'coordinator', 'head']

/** What forms and filters offer of each agency that the reader sees: who handles requests there, and which departments. */
export async function deskChoices(work: Work, reader: Actor): Promise<DeskChoices> {
  const seen = await agenciesSeen(work, reader)
  const [all, departments] = await Promise.all([
    people(work),
    departmentsOf(
      work,
      seen.map(({ code }) => code),
    ),
  ])
  const agencies = seen.map(({ code, name }) => ({
    ...{ code, name, departments: departments.get(code) ?? [] },
    people: all
      .filter(({ disabled }) => !disabled)
      .map(({ id, name: person, grants }) => ({
        ...{ id, name: person },
        roles: grants
          .filter(({ agency, role }) => agency === code && handling.includes(role))
          .map(({ role }) => roleLabel[role]),
      }))
      .filter(({ roles }) => roles.length > 0),
  }))
  return { agencies }
}
