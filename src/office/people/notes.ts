import { audit } from '../../platform/audit.ts'
import type { Work } from '../../platform/work.ts'
import type { Actor, Grant } from '../roles.ts'

interface Told {
  readonly act: string
  readonly what?: string
  readonly grants?: string
}

/** Notes an act on a person in the trail; under an agency where all the person's roles are held there. */
export function notedOfPerson(
  work: Work,
  by: Actor,
  { id, grants }: { id: string; grants: readonly Grant[] },
  told: Told,
): Promise<void> {
  const [first, ...others] = new Set(grants.map(({ agency }) => agency))
  const agency = others.length === 0 ? (first ?? null) : null
  const { act, ...detail } = told
  return audit(work, { by: by.id, byName: by.name, agency, act, subject: id, detail })
}

/** Roles as the trail keeps them: `officer@code head@code`. */
export function textOfGrants(grants: readonly Grant[]): string {
  return grants.map(({ role, agency }) => `${role}@${agency}`).join(' ')
}
