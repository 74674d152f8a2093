import { sql } from 'kysely'
import { z } from 'zod'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import type { Applicant } from '../request.ts'

const purpose = 'foi applicant'
const person = { name: z.string(), document: z.string() }
const applicantForm = z.object({
  ...{ ...person, contact: z.string(), address: z.string() },
  agent: z.object({ ...person, authority: z.string() }).nullable(),
})

/** Keeps who asks, sealed; the mark of the same person lets repetition be seen without reading anybody's document. */
export async function keepApplicant(
  work: Work,
  request: string,
  { applicant, secrets }: { readonly applicant: Applicant; readonly secrets: Secrets },
): Promise<void> {
  await work.db
    .insertInto('foi_applicants')
    .values({ request, ...sealedApplicant(applicant, secrets) })
    .execute()
}

/** Who asks as the database keeps it. */
export function sealedApplicant(applicant: Applicant, secrets: Secrets) {
  const sealed = secrets.seal(purpose, JSON.stringify(applicant))
  return { sealed, same_person: markOf(applicant, secrets) }
}

/** Who asks; undefined where it was erased, or sealed with another key. The caller records why it was opened. */
export async function applicantOf(
  work: Work,
  request: string,
  secrets: Secrets,
): Promise<Applicant | undefined> {
  const row = await work.db
    .selectFrom('foi_applicants')
    .select('sealed')
    .where('request', '=', request)
    .executeTakeFirst()
  const text = row && secrets.open(purpose, row.sealed)
  return text === undefined ? undefined : applicantForm.parse(JSON.parse(text))
}

/** Who asks, of several requests; who was erased is not among them. Only for what is shown masked. */
export async function applicantsOf(
  work: Work,
  requests: readonly string[],
  secrets: Secrets,
): Promise<Map<string, Applicant>> {
  const rows = await work.db
    .selectFrom('foi_applicants')
    .select(['request', 'sealed'])
    .where('request', '=', sql<string>`any(${[...requests]}::uuid[])`)
    .execute()
  return new Map(
    rows.flatMap(({ request, sealed }) => {
      const text = secrets.open(purpose, sealed)
      return text === undefined ? [] : [[request, applicantForm.parse(JSON.parse(text))] as const]
    }),
  )
}

/** A mark that is the same for the same document and name. */
function markOf({ name, document }: Applicant, secrets: Secrets): string {
  return secrets.mark(purpose, `${name.trim()}\n${document.trim().toUpperCase()}`)
}

/** Erases who asked, with the papers that prove it, of requests that ended before this day; at most a thousand at once. */
export async function eraseApplicants(
  work: Work,
  before: Day,
): Promise<{ id: string; agency: string; number: string }[]> {
  const old = await work.db
    .selectFrom('foi_applicants as p')
    .innerJoin('foi_standings as s', 's.request', 'p.request')
    .innerJoin('foi_requests as r', 'r.id', 'p.request')
    .select(['r.id', 'r.agency', 'r.number'])
    .where('s.outcome_on', '<', before)
    .limit(1000)
    .execute()
  const ids = old.map(({ id }) => id)
  if (ids.length === 0) return []
  const papers = work.db
    .selectFrom('foi_papers')
    .select('id')
    .where('request', 'in', ids)
    .where('purpose', 'in', ['identity', 'authority'])
  await work.db.deleteFrom('foi_paper_pieces').where('paper', 'in', papers).execute()
  await work.db.deleteFrom('foi_applicants').where('request', 'in', ids).execute()
  return old
}
