import { sql } from 'kysely'
import { sealedApplicant } from '../../src/foi/store/applicants.ts'
import { addAgency, theSystem } from '../../src/office/agencies.ts'
import type { Secrets } from '../../src/platform/secret.ts'
import type { Work } from '../../src/platform/work.ts'

/** How much is built: each request has ten events, one in fifty is open, half of all are of the first agency. */
export const size = { requests: 200_000, eventsEach: 10, agencies: 10 } as const

/** The agency that has half of all requests. */
export const busiest = 'bench-0'

const place = sql`select n, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
    case when n % 2 = 0 then 'bench-0' else 'bench-' || (n / 2 % 9 + 1) end as agency,
    n % 50 = 7 or n % 50 = 8 and n % 100 = 8 as open
  from generate_series(1, ${sql.lit(size.requests)}) as n`

/** Days: what is open came in the last four weeks of 2025, the rest since 2019. */
const placed = sql`select p.*, d.received_on, d.received_on + 14 as outcome_on,
    (array['naturalPerson','business','research','charity','legalService','other'])[n % 6 + 1] as kind,
    (array['granted','partlyGranted','withheld.deliberative','unavailable.notHeld','unprocessed.repeated',
      'closed.uncorrected'])[n % 6 + 1] as result_row
  from (${place}) as p cross join lateral (select case when open then date '2025-12-03' + n % 26
    else date '2019-06-01' + n % 2380 end as received_on) as d`

/** Builds the requests with their histories, letters and standings by statements over generated rows. */
export async function build(work: Work, secrets: Secrets): Promise<void> {
  for (let at = 0; at < size.agencies; at++) {
    const agency = { code: `bench-${at}`, name: `演示测速局${at}`, shortName: `测速${at}` }
    await addAgency(work, { ...agency, kind: 'department', parent: null }, theSystem)
  }
  await sql`create temporary table placed as ${placed}`.execute(work.db)
  await requests(work, secrets)
  await events(work)
  await lettersAndStandings(work)
  await sql`analyze`.execute(work.db)
}

async function requests(work: Work, secrets: Secrets): Promise<void> {
  await sql`insert into foi_requests (id, agency, number, channel, applicant_kind, description, giving_form, serving_way,
      arrived_on, tracking_hash)
    select id, agency, '〔' || extract(year from received_on) || '〕第' || n || '号', 'internet', kind,
      '演示信息公开申请第' || n || '件：年度分配结果', 'electronic', 'internet', received_on, 'bench ' || n
    from placed`.execute(work.db)
  const applicant = { name: '演测速', document: '演示证件000000', contact: '0000-000000', address: '演示路' }
  const { sealed } = sealedApplicant({ ...applicant, agent: null }, secrets)
  await sql`insert into foi_applicants (request, sealed, same_person)
    select id, ${sealed}, 'bench ' || n % 5000 from placed`.execute(work.db)
}

/** What each of the ten events of an answered request tells; an open one was received and given to a department. */
async function events(work: Work): Promise<void> {
  await sql`insert into foi_events (request, number, kind, on_day, at, by, by_name, told)
    select id, number, told ->> 'kind', least(received_on + number, date '2025-12-31'), now(), 'bench', '演测速', told
    from placed cross join generate_series(1, ${sql.lit(size.eventsEach)}) as number cross join lateral (select case
      when number = 1 then '{"kind":"arrived"}'::jsonb
      when number = 2 then '{"kind":"received","evidence":"双方确认"}'
      when number = 3 then '{"kind":"assigned","department":"测速科","limit":"2025-12-31"}'
      when open or number < 6 then '{"kind":"noted","text":"已调阅档案。"}'
      when number = 6 then jsonb_build_object('kind', 'drafted', 'reasoning', '理由', 'outcome', outcome)
      when number = 7 then '{"kind":"checked"}'
      when number = 8 then '{"kind":"consented"}'
      when number = 9 then jsonb_build_object('kind', 'answered', 'reasoning', '理由', 'outcome', outcome, 'letter', '')
      else '{"kind":"served","way":"internet","proof":"平台记录"}'
    end as told from (select jsonb_strip_nulls(jsonb_build_object('kind', split_part(result_row, '.', 1),
      'ground', nullif(split_part(result_row, '.', 2), ''))) as outcome) as o) as t`.execute(work.db)
}

async function lettersAndStandings(work: Work): Promise<void> {
  await sql`insert into foi_letters (request, agency, kind, number, letter, sha256, sent_on)
    select id, agency, 'answer', '〔' || extract(year from outcome_on) || '〕第' || n || '号',
      '{}'::jsonb, '', outcome_on from placed where not open`.execute(work.db)
  await sql`insert into foi_standings (request, agency, applicant_kind, channel, arrived_on, state, version, department,
      received_on, result_row, outcome_on, answered_workdays)
    select id, agency, kind, 'internet', received_on, case when open then 'assigned' else 'served' end,
      ${sql.lit(size.eventsEach)}, '测速科', received_on, case when open then null else result_row end,
      case when open then null else outcome_on end, case when open then null else 9 end from placed`.execute(
    work.db,
  )
}
