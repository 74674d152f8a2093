import type { Grant, Role } from '../office/roles.ts'

/** Who drafts what an agency discloses, records its other channels and answers what the public says to it. */
export const writers: readonly Role[] = ['officer', 'departmentOfficer']

/** May this person write for the agency? */
export function mayWrite({ grants }: { readonly grants: readonly Grant[] }, agency: string): boolean {
  return grants.some(grant => grant.agency === agency && writers.includes(grant.role))
}
