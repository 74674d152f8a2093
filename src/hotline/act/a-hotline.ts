import { expect } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { passingSecrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import type { DemandDoing } from './act.ts'
import { type DemandReceipt, type Registering, registerDemand } from './registering.ts'

/** The secrets of a test of the hotline. */
export const secrets = passingSecrets()
/** The agency whose hotline a test asks. */
export const hotline = 'hotline'

/** A hotline with two units, on an empty database. */
export async function openHotline(work: Work): Promise<void> {
  for (const [code, name] of [
    [hotline, '云川市热线中心'],
    ['water', '云川市水务局'],
    ['roads', '云川市城管局'],
  ] as const) {
    const agency = { code, name, shortName: name.slice(3), kind: 'department', parent: null } as const
    await addAgency(work, agency, theSystem)
  }
}

/** Somebody of this role, at the hotline unless the test says otherwise. */
export const who = (role: Role, agency = hotline): Actor => ({
  ...{ id: `${role} ${agency}`, name: '演示' },
  grants: [{ role, agency }],
})
/** A moment of the office's clock: `2026-01-16 10:00`. */
export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
/** When a test begins: a Friday. */
export const start = at('2026-01-16 10:00')
/** A demand as a test registers it, unless it says otherwise. */
export const given: Registering = {
  ...{ agency: hotline, type: 'complaint', channel: 'phone', urgency: 'ordinary', confidential: false },
  ...{ subject: '演示路路灯不亮', body: '演示路 8 号门前路灯三天不亮。', place: '演示路 8 号' },
  caller: { name: '演来电', phone: '13800000000' },
}
/** Registers a demand of a test. */
export async function registered(
  work: Work,
  change: Partial<Registering> = {},
  moment = start,
): Promise<DemandReceipt> {
  const by = { by: who('hotlineAgent'), moment, secrets }
  const receipt = await registerDemand(work, { ...given, ...change }, by)
  if ('kind' in receipt) throw new Error(receipt.message)
  return receipt
}

/** What is done to which demand, by whom. */
export const doing = (id: string, by: Actor, moment = start): DemandDoing => ({ id, by, moment })
/** Sent to the unit that keeps the roads. */
export const toRoads = { unit: 'roads', basis: '权责清单：路灯' }
/** A callback in vain. */
export const notReached = { handling: null, result: null, words: '', failure: 'noAnswer' } as const
/** A refusal in these words. */
export const refused = (message: RegExp) => ({ kind: 'refusal', message: expect.stringMatching(message) })
