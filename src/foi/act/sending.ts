import { agencyTree } from '../../office/agencies.ts'
import { lineOf } from '../../office/roles.ts'
import type { Secrets } from '../../platform/secret.ts'
import { setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import type { LetterFacts, RemedyPlaces } from '../letters/letter.ts'
import { applicantOf } from '../store/applicants.ts'
import type { Before } from './act.ts'

/** What a letter is written with beside the request itself. */
export interface Sending {
  readonly secrets: Secrets
  readonly remedies: RemedyPlaces
}

/** What letters are written with, from the settings of the house. */
export async function sendingOf(work: Work, secrets: Secrets): Promise<Sending> {
  const { reconsideration, court, reconsiderationUrl } = await setting(work.db, 'foi')
  return { secrets, remedies: { reconsideration, court, internetAddress: reconsiderationUrl } }
}

/** 行政复议法 Art. 24: the government that the agency belongs to decides, where the settings name no other. */
async function remedyPlaces(work: Work, agency: string, places: RemedyPlaces): Promise<RemedyPlaces> {
  if (places.reconsideration !== '') return places
  const tree = await agencyTree(work)
  const above = lineOf(agency, tree)
    .map(code => tree.find(each => each.code === code))
    .find(each => each?.kind === 'government' || each?.kind === 'county')
  return { ...places, reconsideration: above?.name ?? '本级人民政府' }
}

/** An agency as letters name it, and where remedies against it are sought. */
export async function agencyNamed(
  work: Work,
  code: string,
  places: RemedyPlaces,
): Promise<Pick<LetterFacts, 'agency' | 'remedies'>> {
  const { name } = await work.db
    .selectFrom('agencies')
    .select('name')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return { agency: name, remedies: await remedyPlaces(work, code, places) }
}

/** What the letters of this request are written from. */
export async function factsOf(before: Before, { secrets, remedies }: Sending, on: Day): Promise<LetterFacts> {
  const { request, standing, work } = before
  const applicant = await applicantOf(work, request.id, secrets)
  return {
    ...{ addressee: applicant?.name ?? '申请人', requestNumber: request.number },
    ...{ description: asCorrected(before), receivedOn: standing.receivedOn ?? dayOf(request.arrivedOn) },
    ...{ on, servingWay: request.servingWay, applicantKind: request.applicantKind },
    ...(await agencyNamed(work, request.agency, remedies)),
  }
}

/** What is asked, as the applicant last said it, Art. 30. */
function asCorrected({ request, events }: Before): string {
  const corrected = events.findLast(event => event.kind === 'corrected')
  return corrected?.description ?? request.description
}
