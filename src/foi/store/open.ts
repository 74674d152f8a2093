import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'

/** The open requests that a person handles at an agency, oldest receipt first. */
export async function openRequestsOf(
  work: Work,
  agency: string,
  handler: string,
): Promise<{ id: string; number: string }[]> {
  return await work.db
    .selectFrom('foi_standings as s')
    .innerJoin('foi_requests as r', 'r.id', 's.request')
    .select(['r.id', 'r.number'])
    .where('s.handler', '=', handler)
    .where('s.agency', '=', agency)
    .where('s.outcome_on', 'is', null)
    .orderBy('s.received_on')
    .execute()
}

/** An open request, as the warnings of the night look at it. */
export interface OpenRequest {
  readonly id: string
  readonly agency: string
  readonly number: string
  readonly state: string
  readonly handler: string | null
  readonly arrivedOn: Day
}

/** Every open request, or those of some agencies. */
export async function openRequests(work: Work, until: Day): Promise<OpenRequest[]> {
  const rows = await work.db
    .selectFrom('foi_standings as s')
    .innerJoin('foi_requests as r', 'r.id', 's.request')
    .select(['r.id', 'r.agency', 'r.number', 's.state', 's.handler', 'r.arrived_on as arrivedOn'])
    .where('s.outcome_on', 'is', null)
    .where('r.arrived_on', '<=', until)
    .orderBy('r.agency')
    .orderBy('r.arrived_on')
    .execute()
  return rows.map(row => ({ ...row, arrivedOn: dayOf(row.arrivedOn) }))
}

/** The requests that were granted, whole or in part, since a day. */
export async function grantedSince(work: Work, since: Day): Promise<{ id: string; agency: string }[]> {
  return await work.db
    .selectFrom('foi_standings')
    .select(['request as id', 'agency'])
    .where('outcome_on', '>=', since)
    .where('result_row', 'in', ['granted', 'partlyGranted'])
    .orderBy('outcome_on')
    .execute()
}
