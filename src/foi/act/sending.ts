import type { Secrets } from '../../platform/secret.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import type { Letter, LetterFacts, RemedyPlaces } from '../letters/letter.ts'
import { applicantOf } from '../store/applicants.ts'
import { type SentLetter, sendLetter } from '../store/letters.ts'
import type { Before } from './act.ts'

/** What a letter is written with beside the request itself. */
export interface Sending {
  readonly secrets: Secrets
  readonly remedies: RemedyPlaces
}

/** What the letters of this request are written from. */
export async function factsOf(before: Before, { secrets, remedies }: Sending, on: Day): Promise<LetterFacts> {
  const { request, standing, work } = before
  const applicant = await applicantOf(work, request.id, secrets)
  const agency = await work.db
    .selectFrom('agencies')
    .select('name')
    .where('code', '=', request.agency)
    .executeTakeFirstOrThrow()
  return {
    ...{ addressee: applicant?.name ?? '申请人', agency: agency.name, requestNumber: request.number },
    ...{ description: request.description, receivedOn: standing.receivedOn ?? dayOf(request.arrivedOn) },
    ...{ on, servingWay: request.servingWay, remedies },
  }
}

/** Numbers, freezes and sends a letter of this request. */
export function send({ work, request }: Before, letter: Letter): Promise<SentLetter> {
  return sendLetter(work, request, letter)
}
