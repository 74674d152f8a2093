import { seenRecord } from '../../../foi/act/views/case.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { demandLinkedTo, type LinkedDemand } from '../../store/history.ts'

/** The demand that this request for information was, or that it became; undefined where there is none. */
export function demandOfRequest(work: Work, request: string): Promise<LinkedDemand | undefined> {
  return demandLinkedTo(work, request)
}

/** The same to somebody who may see the request; `seen` is false where he may not. */
export async function linkedDemand(
  work: Work,
  request: string,
  reader: Actor,
): Promise<{ readonly seen: boolean; readonly demand?: LinkedDemand | undefined }> {
  if ((await seenRecord(work, request, reader)) === undefined) return { seen: false }
  return { seen: true, demand: await demandLinkedTo(work, request) }
}
