import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'

const lineForm = z.object({
  ...{ id: z.string(), hotline: z.string(), byName: z.string(), askedAt: z.string() },
  ...{ begunAt: z.string().nullable(), doneAt: z.string().nullable() },
  ...{ demands: z.int().nullable(), why: z.string() },
})

/** A training of the unit model that somebody asked for; `why` says why nothing was learned, empty where it was. */
export type UnitTraining = z.infer<typeof lineForm>

function trainings(work: Work) {
  return work.db
    .selectFrom('hotline_unit_trainings')
    .select(['id', 'hotline', 'by_name as byName', 'asked_at as askedAt'])
    .select(['begun_at as begunAt', 'done_at as doneAt', 'demands', 'why'])
}

/** Asks for a training. @returns false where one waits already */
export async function askForTraining(
  work: Work,
  { hotline, byName, at }: { readonly hotline: string; readonly byName: string; readonly at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('hotline_unit_trainings')
    .values({ hotline, by_name: byName, asked_at: at })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) === 1
}

/** The training that waits longest. */
export async function waitingTraining(work: Work): Promise<UnitTraining | undefined> {
  const row = await trainings(work)
    .where('done_at', 'is', null)
    .orderBy('asked_at')
    .limit(1)
    .executeTakeFirst()
  return row && lineForm.parse(row)
}

/** Notes how far a training is, or what came of it. */
export async function noteTraining(
  work: Work,
  id: string,
  { begunAt, doneAt, demands, why }: Partial<Pick<UnitTraining, 'begunAt' | 'doneAt' | 'demands' | 'why'>>,
): Promise<void> {
  const set = {
    ...(begunAt !== undefined && { begun_at: begunAt }),
    ...(doneAt !== undefined && { done_at: doneAt }),
    ...(demands !== undefined && { demands }),
    ...(why !== undefined && { why }),
  }
  await work.db.updateTable('hotline_unit_trainings').set(set).where('id', '=', id).execute()
}

/** The training that was asked for last. */
export async function lastTraining(work: Work, hotline: string): Promise<UnitTraining | undefined> {
  const row = await trainings(work)
    .where('hotline', '=', hotline)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && lineForm.parse(row)
}

/** When the kept model was learned and of how many demands; undefined where there is none. */
export async function learnedAt(
  work: Work,
  hotline: string,
): Promise<{ readonly at: string; readonly demands: number } | undefined> {
  const row = await work.db
    .selectFrom('hotline_unit_models')
    .where('hotline', '=', hotline)
    .select(['trained_at', 'learned_from'])
    .executeTakeFirst()
  return row && { at: String(row.trained_at), demands: row.learned_from }
}
