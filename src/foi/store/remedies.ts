import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { FoiRequest } from '../request.ts'
import type { FoiStanding } from '../standing.ts'

/** Keeps where each remedy of a request stands, in the transaction of the act that moved it. */
export async function keepRemedies(
  work: Work,
  { id: request, agency }: Pick<FoiRequest, 'id' | 'agency'>,
  { remedies }: Pick<FoiStanding, 'remedies'>,
): Promise<void> {
  for (const { remedy, route, lodgedOn, result, resultOn } of remedies) {
    await work.db
      .insertInto('foi_remedies')
      .values({ request, remedy, agency, route, lodged_on: lodgedOn, result, result_on: resultOn })
      .onConflict(conflict =>
        conflict.columns(['request', 'remedy']).doUpdateSet({ result, result_on: resultOn }),
      )
      .execute()
  }
}

/** Makes the table of remedies anew from the history. @returns how many there are */
export async function rebuildRemedies(work: Work): Promise<number> {
  return await work.transaction(async ({ db }) => {
    await db.deleteFrom('foi_remedies').execute()
    const { numAffectedRows } = await sql`
      insert into foi_remedies (request, remedy, agency, route, lodged_on, result, result_on)
      select l.request, l.told ->> 'remedy', r.agency, l.told ->> 'route', l.on_day, d.result, d.on_day
      from foi_events l
      join foi_requests r on r.id = l.request
      left join lateral (
        select told ->> 'result' as result, on_day from foi_events e
        where e.request = l.request and e.kind = 'remedyDecided' and e.told ->> 'remedy' = l.told ->> 'remedy'
        order by number desc limit 1
      ) d on true
      where l.kind = 'remedyLodged'`.execute(db)
    return Number(numAffectedRows ?? 0)
  })
}
