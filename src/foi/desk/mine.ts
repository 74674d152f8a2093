import { useSession } from '../../desk/session.ts'
import { worksAt } from '../../office/roles.ts'

/** Is one of the agency's own people here? They may open who asks; auditors and those above never. */
export function useIsOfTheAgency(agency: string): boolean {
  return worksAt(useSession(), agency)
}
