import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { type LookNotice, lookRules } from '../../looks/look.ts'

/** What is told of the looks of somebody on a day, once for each rule. */
export interface RaisingNotice
  extends Pick<LookNotice, 'agency' | 'person' | 'personName' | 'rule' | 'counted' | 'bound' | 'raisedAt'> {
  readonly on: string
}

/** Raises a notice, or counts on where it was raised before. */
export async function raiseLookNotice(work: Work, notice: RaisingNotice): Promise<void> {
  const { agency, person, personName, on, rule, counted, bound, raisedAt } = notice
  await work.db
    .insertInto('hotline_look_notices')
    .values({
      ...{ agency, person, person_name: personName, on_day: on, rule, counted, bound, raised_at: raisedAt },
    })
    .onConflict(conflict => conflict.columns(['agency', 'person', 'on_day', 'rule']).doUpdateSet({ counted }))
    .execute()
}

const noticeForm = z.object({
  ...{ id: z.string(), agency: z.string(), person: z.string(), personName: z.string() },
  ...{ on: z.string().transform(dayOf), rule: z.enum(lookRules), counted: z.int(), bound: z.int() },
  ...{ raisedAt: z.string(), noticedAt: z.string().nullable(), noticedByName: z.string().nullable() },
  words: z.string().nullable(),
})

const mostShown = 50

/** The notices of these hotlines that wait for somebody, the latest first, and then those that were dealt with. */
export async function lookNotices(
  work: Work,
  agencies: readonly string[],
  waiting: boolean,
): Promise<LookNotice[]> {
  let query = work.db
    .selectFrom('hotline_look_notices')
    .select(['id', 'agency', 'person', 'person_name as personName', 'on_day as on', 'rule', 'counted'])
    .select(['bound', 'raised_at as raisedAt', 'noticed_at as noticedAt'])
    .select(['noticed_by_name as noticedByName', 'words'])
    .where('agency', 'in', [...agencies, ''])
  query = waiting
    ? query.where('noticed_at', 'is', null).orderBy('raised_at', 'desc')
    : query.orderBy('raised_at', 'desc')
  return z.array(noticeForm).parse(await query.orderBy('id').limit(mostShown).execute())
}

/** The notice, kept until the transaction ends. */
export async function lookNoticeOf(work: Work, id: string) {
  return await work.db
    .selectFrom('hotline_look_notices')
    .select(['agency', 'person', 'noticed_at as noticedAt', 'noticed_by_name as noticedByName'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Somebody dealt with it, and says how. */
export async function keepLookNotice(
  work: Work,
  id: string,
  dealt: { readonly by: string; readonly byName: string; readonly at: string; readonly words: string },
): Promise<void> {
  const { by, byName, at, words } = dealt
  await work.db
    .updateTable('hotline_look_notices')
    .set({ noticed_at: at, noticed_by: by, noticed_by_name: byName, words })
    .where('id', '=', id)
    .execute()
}
