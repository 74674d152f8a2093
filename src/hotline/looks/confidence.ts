import { type Actor, holds, type Role } from '../../office/roles.ts'
import { type Caller, type Demand, longest } from '../demand.ts'

/** What stands in the place of the words of a confidential demand for who may not read them. */
export const confidentialWords = '要求保密，不显示内容'

/** What stands in the place of the caller's own name and number in the words of a confidential demand. */
export const confidentialCaller = '（来电人信息已隐去）'

/** The words without the name and the number of the caller who wished confidence: he often says them himself. */
export function withoutCaller(text: string, { name, phone }: Caller): string {
  const digits = phone.replaceAll(/\D/g, '')
  // A short number or a single character stands in many other words.
  const bare =
    digits.length < 5
      ? text
      : text.replaceAll(new RegExp([...digits].join('[-\\s]?'), 'g'), confidentialCaller)
  const called = name.trim()
  return [...called].length < 2 ? bare : bare.replaceAll(called, confidentialCaller)
}

/**
 * The subject as it is kept: it stands in every list, so that of a caller who wished confidence never holds who he is. His
 * own words stay in the body, as he said them, for who may open him.
 */
export function subjectKept(
  { subject, confidential }: Pick<Demand, 'subject' | 'confidential'>,
  caller: Caller,
): string {
  return confidential ? [...withoutCaller(subject, caller)].slice(0, longest.subject).join('') : subject
}

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
