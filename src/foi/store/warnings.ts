import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type Warning, warningKinds } from '../warnings.ts'

/** A warning as it is kept: of which request, to whom. */
export interface KeptWarning extends Warning {
  readonly request: string
  readonly agency: string
  readonly person: string | null
}

/** Keeps warnings, each once a day. @returns how many were new */
export async function keepWarnings(work: Work, on: Day, warnings: readonly KeptWarning[]): Promise<number> {
  let kept = 0
  for (let at = 0; at < warnings.length; at += 500) {
    const rows = warnings.slice(at, at + 500).map(({ request, agency, person, kind, to, words }) => ({
      ...{ request, agency, kind, to_role: to, to_person: person, on_day: on, words },
    }))
    const done = await work.db
      .insertInto('foi_warnings')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    kept += Number(done.numInsertedOrUpdatedRows ?? 0)
  }
  return kept
}

const warned = z.enum(['handler', 'officer', 'coordinator', 'head'])
const warningForm = z.array(
  z.object({
    ...{ request: z.string(), agency: z.string(), kind: z.enum(warningKinds), to: warned },
    ...{ person: z.string().nullable(), words: z.string() },
  }),
)

/** The warnings of one day at these agencies. */
export async function warningsOn(work: Work, on: Day, agencies: readonly string[]): Promise<KeptWarning[]> {
  if (agencies.length === 0) return []
  const rows = await work.db
    .selectFrom('foi_warnings')
    .select(['request', 'agency', 'kind', 'to_role as to', 'to_person as person', 'words'])
    .where('agency', 'in', [...agencies])
    .where('on_day', '=', on)
    .orderBy('kind')
    .orderBy('request')
    .execute()
  return warningForm.parse(rows)
}

/** The notices by which open clocks were last reckoned, by year; as they were loaded. */
export async function calendarSeen(work: Work): Promise<Map<number, string>> {
  const rows = await work.db.selectFrom('foi_calendar_seen').selectAll().execute()
  return new Map(rows.map(({ year, content }) => [year, JSON.stringify(content)]))
}

/** Remembers these notices as seen. */
export async function rememberCalendar(work: Work, notices: ReadonlyMap<number, string>): Promise<void> {
  await work.db.deleteFrom('foi_calendar_seen').execute()
  if (notices.size === 0) return
  await work.db
    .insertInto('foi_calendar_seen')
    .values([...notices].map(([year, content]) => ({ year, content })))
    .execute()
}
