import type { Work } from '../../platform/work.ts'

/** Items whose set moment has come, with who set it. */
export async function dueItems(
  work: Work,
  at: string,
): Promise<{ readonly id: string; readonly agency: string; readonly by: string; readonly byName: string }[]> {
  return await work.db
    .selectFrom('disclosure_standings')
    .innerJoin('disclosure_events', join =>
      join
        .onRef('disclosure_events.item', '=', 'disclosure_standings.item')
        .onRef('disclosure_events.number', '=', 'disclosure_standings.version'),
    )
    .select(['disclosure_standings.item as id', 'agency', 'by', 'by_name as byName'])
    .where('draft', '=', 'scheduled')
    .where('scheduled_for', '<=', at)
    .orderBy('scheduled_for')
    .execute()
}
