import { theSystem } from '../../../office/agencies.ts'
import { audit } from '../../../platform/audit.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { eraseApplicants } from '../../store/applicants.ts'
import { eraseOwners } from '../../store/records.ts'

/** A month as the keeping of identities counts it, in days. */
const monthDays = 30

/**
 * Erases who asked, and their identity papers, of requests and of wrong records that ended longer ago than the settings keep them; what was
 * asked and answered stays. @returns the numbers of the requests
 */
export function eraseOldIdentities(work: Work, today: Day): Promise<string[]> {
  return work.transaction(async inner => {
    const { identityMonths } = await setting(inner.db, 'foi')
    if (identityMonths === 0) return []
    const before = addDays(today, -identityMonths * monthDays)
    const erased = [...(await eraseApplicants(inner, before)), ...(await eraseOwners(inner, before))]
    for (const { id, agency, number } of erased) {
      const who = { by: theSystem.id, byName: theSystem.name, agency }
      await audit(inner, { ...who, act: 'foi.eraseIdentity', subject: id, detail: { number } })
    }
    return erased.map(({ number }) => number)
  })
}
