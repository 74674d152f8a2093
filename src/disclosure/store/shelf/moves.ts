import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/** The last row of the trail and the last move of the shelf; 0 where there is none. */
export interface Ends {
  readonly trail: number
  readonly move: number
}

/** How far the trail and the moves of the shelf have come. */
export async function endsOf(work: Work): Promise<Ends> {
  const { rows } = await sql<Ends>`select
    (select coalesce(max(id), 0) from audit) as trail,
    (select coalesce(max(id), 0) from disclosure_changes) as move`.execute(work.db)
  return rows[0] ?? { trail: 0, move: 0 }
}

/** Were the settings of the site or an agency changed after this row of the trail? Every page shows them. */
export async function siteChangedSince(work: Work, trail: number): Promise<boolean> {
  const row = await work.db
    .selectFrom('audit')
    .select('id')
    .where('act', 'in', ['setting.save', 'agency.add', 'agency.change'])
    .where('id', '>', trail)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The moves after `after`, and those of `missing`, which were not there when they were last asked for. */
export async function movesAfter(
  work: Work,
  after: number,
  missing: readonly number[],
): Promise<{ readonly id: number; readonly tags: readonly string[] }[]> {
  return await work.db
    .selectFrom('disclosure_changes')
    .select(['id', 'tags'])
    .where(({ or, eb }) =>
      or([eb('id', '>', after), ...(missing.length === 0 ? [] : [eb('id', 'in', [...missing])])]),
    )
    .execute()
}
