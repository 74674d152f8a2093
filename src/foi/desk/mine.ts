import { useSession } from '../../desk/session.ts'

/** Is one of the agency's own people here? They may open who asks; auditors and those above never. */
export function useIsOfTheAgency(agency: string): boolean {
  const { grants } = useSession()
  return grants.some(grant => grant.agency === agency && grant.role !== 'auditor')
}
