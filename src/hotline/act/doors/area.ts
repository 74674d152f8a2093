import type { Actor } from '../../../office/roles.ts'
import { type Setting, saveSetting, setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { faultOfPoint, type Point } from '../../doors/area.ts'

/** Where the places of demands lie, as it is settled. */
export function areaSettings(work: Work): Promise<Setting<'hotlineArea'>> {
  return setting(work.db, 'hotlineArea')
}

/** Settles where the places of demands lie. */
export async function settleArea(work: Work, told: Setting<'hotlineArea'>, by: Actor): Promise<void> {
  await saveSetting(work, 'hotlineArea', told, by)
}

/** Why a demand from this place is not taken. */
export async function refusalOfPoint(work: Work, point: Point): Promise<Refusal | undefined> {
  const fault = point.lat === null ? undefined : faultOfPoint(point, await areaSettings(work))
  return fault === undefined ? undefined : refuse(fault)
}
