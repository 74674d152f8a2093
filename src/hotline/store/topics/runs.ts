import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'

/** A run over a span that somebody asked for. */
export interface MatterRun {
  readonly id: string
  readonly agency: string
  readonly from: Day
  readonly until: Day
}

const day = z.string().transform(dayOf)
const runForm = z.object({ id: z.string(), agency: z.string(), from: day, until: day })
const lineForm = runForm.extend({
  ...{ byName: z.string(), askedAt: z.string(), doneAt: z.string().nullable() },
  ...{ demands: z.int().nullable(), moved: z.int().nullable() },
})

/** A run with what came of it. */
export type MatterRunLine = z.infer<typeof lineForm>

/** Asks for a run. */
export async function askForRun(
  work: Work,
  run: Omit<MatterRun, 'id'> & { readonly byName: string; readonly at: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_matter_runs')
    .values({
      ...{ agency: run.agency, from_day: run.from, until_day: run.until },
      ...{ by_name: run.byName, asked_at: run.at },
    })
    .execute()
}

/** The run that waits longest; nobody else takes it until the transaction ends. */
export async function waitingRun(work: Work): Promise<MatterRun | undefined> {
  const row = await work.db
    .selectFrom('hotline_matter_runs')
    .select(['id', 'agency', 'from_day as from', 'until_day as until'])
    .where('done_at', 'is', null)
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && runForm.parse(row)
}

/** Notes what came of a run. */
export async function endRun(
  work: Work,
  id: string,
  { at, demands, moved }: { readonly at: string; readonly demands: number; readonly moved: number },
): Promise<void> {
  await work.db
    .updateTable('hotline_matter_runs')
    .set({ done_at: at, demands, moved })
    .where('id', '=', id)
    .execute()
}

/** The last runs of a hotline, the newest first. */
export async function lastRuns(work: Work, agencies: readonly string[]): Promise<MatterRunLine[]> {
  const rows = await work.db
    .selectFrom('hotline_matter_runs')
    .select(['id', 'agency', 'from_day as from', 'until_day as until', 'by_name as byName'])
    .select(['asked_at as askedAt', 'done_at as doneAt', 'demands', 'moved'])
    .where('agency', 'in', [...agencies, ''])
    .orderBy('asked_at', 'desc')
    .limit(5)
    .execute()
  return z.array(lineForm).parse(rows)
}

/** The hotlines that took a demand since a day. */
export async function hotlinesSince(work: Work, since: Day): Promise<string[]> {
  const rows = await work.db
    .selectFrom('agencies as a')
    .select('a.code')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('hotline_standings as s')
          .select('s.demand')
          .whereRef('s.agency', '=', 'a.code')
          .where('s.filed_at', '>=', since),
      ),
    )
    .execute()
  return rows.map(({ code }) => code)
}
