import { tokenHash } from '../../../platform/sign-in/sessions.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { open311Agencies } from '../../store/doors/clients.ts'
import {
  type RequestLine,
  type RequestsAsked,
  requestLines,
  requestOfCode,
} from '../../store/doors/requests.ts'

/** The hotlines that Open311 serves: those with an application that may file. */
export async function jurisdictions(work: Work): Promise<readonly string[]> {
  return await open311Agencies(work)
}

/** Filings as Open311 may give them; what is no number of ours is not there. */
export async function requestsAsked(work: Work, asked: RequestsAsked): Promise<readonly RequestLine[]> {
  const ids = asked.ids?.filter(isUuid)
  return ids?.length === 0 ? [] : await requestLines(work, { ...asked, ids })
}

/** The filing of a tracking code: the code is the token of Open311. */
export async function requestOfToken(work: Work, code: string): Promise<string | undefined> {
  return code === '' ? undefined : await requestOfCode(work, tokenHash(code))
}
