import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'

/** An item whose set moment has come, with who set it, and why it is revised where it was public before. */
export interface DueItem {
  readonly id: string
  readonly agency: string
  readonly by: string
  readonly byName: string
  readonly reason: string
}

/** Why the revision that goes out was opened; empty for what is public for the first time. */
const reasonOfRevision = sql<string>`coalesce((select told ->> 'reason' from disclosure_events opened
  where opened.item = disclosure_standings.item and opened.kind = 'revisionOpened'
  order by opened.number desc limit 1), '')`

/** The items whose set moment has come. */
export async function dueItems(work: Work, at: string): Promise<DueItem[]> {
  return await work.db
    .selectFrom('disclosure_standings')
    .innerJoin('disclosure_events', join =>
      join
        .onRef('disclosure_events.item', '=', 'disclosure_standings.item')
        .onRef('disclosure_events.number', '=', 'disclosure_standings.version'),
    )
    .select(['disclosure_standings.item as id', 'agency', 'by', 'by_name as byName'])
    .select(reasonOfRevision.as('reason'))
    .where('draft', '=', 'scheduled')
    .where('scheduled_for', '<=', at)
    .orderBy('scheduled_for')
    .execute()
}
