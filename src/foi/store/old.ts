import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { currentCalendar } from '../../office/calendars.ts'
import type { Secrets } from '../../platform/secret.ts'
import { tokenHash } from '../../platform/sign-in/sessions.ts'
import { bigrams } from '../../platform/text/bigrams.ts'
import type { Work } from '../../platform/work.ts'
import type { Calendar } from '../../statute/calendar.ts'
import type { FoiEvent } from '../events.ts'
import type { Applicant, FoiRequest } from '../request.ts'
import { standingAfter } from '../standing.ts'
import { answeredBy } from './answered.ts'
import { sealedApplicant } from './applicants.ts'
import { standingRow } from './history.ts'

/** A request of an old register with the whole history that it tells. */
export interface OldRecord {
  readonly request: FoiRequest
  readonly applicant: Applicant
  readonly events: readonly FoiEvent[]
}

const atOnce = 500

/** The numbers of an agency's requests; nobody else takes in an old register of it until the transaction ends. */
export async function numbersOf(work: Work, agency: string): Promise<ReadonlySet<string>> {
  await sql`select pg_advisory_xact_lock(hashtext(${`foi register ${agency}`}))`.execute(work.db)
  const rows = await work.db
    .selectFrom('foi_requests')
    .select('number')
    .where('agency', '=', agency)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

/** Keeps old requests, hundreds at a time; nobody has a tracking code for them. */
export async function keepOldRequests(
  work: Work,
  records: readonly OldRecord[],
  secrets: Secrets,
): Promise<void> {
  const calendar = await currentCalendar(work)
  for (let from = 0; from < records.length; from += atOnce) {
    const some = records.slice(from, from + atOnce)
    await work.db.insertInto('foi_requests').values(some.map(requestRow)).execute()
    const applicants = some.map(({ request, applicant }) => ({
      ...{ request: request.id, ...sealedApplicant(applicant, secrets) },
    }))
    await work.db.insertInto('foi_applicants').values(applicants).execute()
    await work.db.insertInto('foi_events').values(some.flatMap(eventRows)).execute()
    await work.db
      .insertInto('foi_standings')
      .values(some.map(each => wholeStanding(each, calendar)))
      .execute()
  }
}

function wholeStanding({ request, events }: OldRecord, calendar: Calendar) {
  const standing = standingAfter(events)
  const { whose, row } = standingRow(request, standing)
  return { ...whose, ...row, ...answeredBy(calendar, events, standing) }
}

function requestRow({ request }: OldRecord) {
  return {
    ...{ id: request.id, agency: request.agency, number: request.number, channel: request.channel },
    ...{ applicant_kind: request.applicantKind, description: request.description },
    ...{ giving_form: request.givingForm, serving_way: request.servingWay, arrived_on: request.arrivedOn },
    ...{
      tracking_hash: tokenHash(randomBytes(32).toString('base64url')),
      words: bigrams(request.description),
    },
  }
}

function eventRows({ request, events }: OldRecord) {
  return events.map(({ kind, on, at, by, byName, ...about }, place) => ({
    ...{ request: request.id, number: place + 1, kind, on_day: on, at, by, by_name: byName },
    told: JSON.stringify({ kind, ...about }),
  }))
}

/** Goes on counting after these numbers, where they are written as ours are: 〔2026〕第7号. */
export async function countOnAfter(work: Work, agency: string, numbers: readonly string[]): Promise<void> {
  const last = new Map<number, number>()
  for (const number of numbers) {
    const [, year, place] = /^〔(\d{4})〕第(\d{1,7})号$/.exec(number) ?? []
    if (year === undefined) continue
    last.set(Number(year), Math.max(last.get(Number(year)) ?? 0, Number(place)))
  }
  for (const [year, number] of last) {
    await work.db
      .insertInto('foi_numbers')
      .values({ agency, series: 'request', year, last: number })
      .onConflict(conflict =>
        conflict.columns(['agency', 'series', 'year']).doUpdateSet({
          last: sql<number>`greatest(foi_numbers.last, excluded.last)`,
        }),
      )
      .execute()
  }
}
