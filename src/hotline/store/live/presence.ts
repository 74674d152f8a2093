import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import type { Present } from '../../live/presence.ts'

const presentForm = z.object({ name: z.string(), writing: z.boolean() })

/** Somebody who has a demand open at a moment. */
export interface Presence {
  readonly demand: string
  readonly person: string
  readonly name: string
  readonly writing: boolean
  readonly at: string
}

/**
 * Keeps that somebody has a demand open, in his one row, and tells who else has. A row that is younger than `freshSeconds` and says
 * the same is left as it is, so that many windows and reloads write no more than one does.
 */
export async function keepPresence(
  work: Work,
  { demand, person, name, writing, at }: Presence,
  { freshSeconds, goneSeconds }: { readonly freshSeconds: number; readonly goneSeconds: number },
): Promise<Present[]> {
  const before = (seconds: number) => new Date(Date.parse(at) - seconds * 1000).toISOString()
  await sql`
    insert into hotline_presence as p (demand, person, person_name, writing, seen_at)
    values (${demand}, ${person}, ${name}, ${writing}, ${at})
    on conflict (demand, person) do update
    set person_name = excluded.person_name, writing = excluded.writing, seen_at = excluded.seen_at
    where p.seen_at < ${before(freshSeconds)}::timestamptz or p.writing <> excluded.writing`.execute(work.db)
  const rows = await work.db
    .selectFrom('hotline_presence')
    .select(['person_name as name', 'writing'])
    .where('demand', '=', demand)
    .where('person', '<>', person)
    .where('seen_at', '>', before(goneSeconds))
    .orderBy('person_name')
    .limit(20)
    .execute()
  return z.array(presentForm).parse(rows)
}

/** Lets go of who left. */
export async function forgetPresence(
  work: Work,
  which: { readonly demand: string; readonly person: string } | { readonly before: string },
): Promise<void> {
  const gone = work.db.deleteFrom('hotline_presence')
  if ('before' in which) await gone.where('seen_at', '<', which.before).execute()
  else await gone.where('demand', '=', which.demand).where('person', '=', which.person).execute()
}
