import { type Actor, holds, type Role } from '../../office/roles.ts'

/** What stands in the place of the words of a confidential demand for who may not read them. */
export const confidentialWords = '要求保密，不显示内容'

/** Who speaks with the caller or sends the demand on, at the hotline. */
const atHotline: readonly Role[] = ['hotlineAgent', 'dispatcher', 'callbackAgent', 'supervisor', 'head']
/** Who handles it, at the units. */
const atUnit: readonly Role[] = ['handlingUnit', 'coordinator', 'head']

/** At which hotlines, and of which units, somebody reads the words of confidential demands. */
export interface ConfidentialReach {
  readonly hotlines: readonly string[]
  readonly units: readonly string[]
}

/** Where this person reads them: where he works on demands. Who only supervises from above or audits sees that they are there. */
export function confidentialReach(reader: Actor): ConfidentialReach {
  const where = (roles: readonly Role[]) =>
    reader.grants.flatMap(({ role, agency }) => (roles.includes(role) ? [agency] : []))
  return { hotlines: where(atHotline), units: where(atUnit) }
}

/** May this person read the words of this demand? Those of one that is not confidential everybody reads who sees it. */
export function readsWords(
  demand: { readonly confidential: boolean; readonly agency: string },
  units: readonly string[],
  reader: Actor,
): boolean {
  const at = (roles: readonly Role[], agency: string) => roles.some(role => holds(reader, role, agency))
  return !demand.confidential || at(atHotline, demand.agency) || units.some(unit => at(atUnit, unit))
}
