import type { Actor } from '../../../office/roles.ts'
import { type Setting, saveSetting, setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type DangerFound, dangersIn, usualDangerKinds } from '../../safety/danger.ts'

/** The words of danger of a city, and after how many minutes without notice the supervisor is told. */
export interface DangerSettings {
  readonly kinds: Setting<'danger'>['kinds'] & object
  readonly escalateMinutes: number
}

/** What holds now: the city's own words, or those that a city begins with. */
export async function dangerSettings(work: Work): Promise<DangerSettings> {
  const { kinds, escalateMinutes } = await setting(work.db, 'danger')
  const usual = usualDangerKinds.map(each => ({
    ...each,
    words: [...each.words],
    harmless: [...each.harmless],
  }))
  return { kinds: kinds ?? usual, escalateMinutes }
}

/** Changes them, from the next demand on. */
export async function settleDanger(work: Work, told: DangerSettings, by: Actor): Promise<void> {
  await saveSetting(work, 'danger', told, by)
}

/** What a demand tells of danger, by the words that hold now. */
export async function dangersOf(
  work: Work,
  { subject, body, place }: { readonly subject: string; readonly body: string; readonly place: string },
): Promise<DangerFound[]> {
  const { kinds } = await dangerSettings(work)
  return dangersIn(`${subject}\n${body}\n${place}`, kinds)
}
