import { theSystem } from '../../../office/agencies.ts'
import { audit } from '../../../platform/audit.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { eraseApplicants } from '../../store/applicants.ts'

/** A month as the keeping of identities counts it, in days. */
const monthDays = 30

/**
 * Erases who asked, and their identity papers, of requests that ended longer ago than the settings keep them; what was
 * asked and answered stays. @returns the numbers of the requests
 */
export function eraseOldIdentities(work: Work, today: Day): Promise<string[]> {
  return work.transaction(async inner => {
    const { identityMonths } = await setting(inner.db, 'foi')
    if (identityMonths === 0) return []
    const erased = await eraseApplicants(inner, addDays(today, -identityMonths * monthDays))
    for (const { id, agency, number } of erased) {
      const who = { by: theSystem.id, byName: theSystem.name, agency }
      await audit(inner, { ...who, act: 'foi.eraseIdentity', subject: id, detail: { number } })
    }
    return erased.map(({ number }) => number)
  })
}
