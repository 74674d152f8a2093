import { type Actor, holdsAnywhere, type Role } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { setting } from '../../../platform/settings.ts'
import type { JsonValue } from '../../../platform/tables.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { keepExport, lockExports, rowsExported } from '../../store/looks/exports.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

/** Who exports and reads without a limit; everybody's exports are recorded with their rows. */
export const unlimited: readonly Role[] = ['supervisor', 'supervisingOffice', 'auditor', 'administrator']

/** An export of demands that is about to begin. */
export interface GivingOut {
  readonly act: 'hotline.export' | 'hotline.giveOut' | 'hotline.exportList'
  /** Which list it is. */
  readonly what: string
  readonly rows: number
  readonly agency: string | null
  readonly detail: Readonly<Record<string, JsonValue>>
}

/**
 * Notes an export of demands before its first row leaves, with how many there are. Who has no wider role exports at most so many rows
 * in a day; what is refused is noted too.
 */
export async function giveOutDemands(
  work: Work,
  giving: GivingOut,
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<Refusal | undefined> {
  const { act, what, rows, agency, detail } = giving
  const on = dayOfMinute(minuteOf(moment))
  const who = { by: by.id, byName: by.name, agency, subject: what }
  return await work.transaction(async inner => {
    await lockExports(inner, by.id)
    const refusal = await refusalOfExport(inner, { by, on, rows })
    if (refusal !== undefined) {
      await audit(inner, { ...who, act: 'hotline.exportRefused', detail: { rows } })
      return refusal
    }
    await keepExport(inner, { person: by.id, personName: by.name, on, what, rows, at: moment })
    await audit(inner, { ...who, act, detail: { ...detail, rows } })
    return undefined
  })
}

async function refusalOfExport(
  work: Work,
  { by, on, rows }: { readonly by: Actor; readonly on: string; readonly rows: number },
): Promise<Refusal | undefined> {
  if (unlimited.some(role => holdsAnywhere(by, role))) return undefined
  const { exportRowsPerDay: most } = await setting(work.db, 'hotlineWatch')
  const before = await rowsExported(work, by.id, on)
  if (rows === 0 || before + rows <= most) return undefined
  return refuse(
    `您每天最多导出 ${most} 行诉求，今天已导出 ${before} 行，这次有 ${rows} 行，没有导出。请用筛选缩小范围，或者请督办员导出。`,
  )
}
