import { lodge, type Receipt } from '../../../foi/act/lodge.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from '../act.ts'
import { refusalOfUnit, said } from '../dispatching.ts'
import { filesOfCaller } from '../papers/papers.ts'

/** The agency that takes the request, who asks, and why it is one. */
export interface Converting {
  readonly unit: string
  readonly name: string
  readonly document: string
  readonly contact: string
  readonly reason: string
}

/**
 * A demand that asks for government information becomes a request for it, with its words, the caller's files and the day on which it
 * came in.
 * It is lodged as one that came over the internet: no period runs until the agency has confirmed it with the applicant, Art. 31.
 * @returns where the demand stands, and the receipt of the request with the code that is shown once
 */
export async function convertToRequest(
  work: Work,
  doing: DemandDoing & { readonly secrets: Secrets },
  { unit, name, document, contact, reason }: Converting,
): Promise<{ readonly done: DemandDone; readonly receipt?: Receipt }> {
  const { by, moment, secrets } = doing
  let receipt: Receipt | undefined
  const done = await takeDemandStep(work, doing, 'convert', async ({ demand, work: inner }) => {
    const refusal = said(reason, '请写明转办的理由。') ?? (await refusalOfUnit(inner, unit))
    if (refusal !== undefined) return refusal
    const filedOn = dayOfMinute(minuteOf(demand.filedAt))
    const place = demand.place === '' ? '' : `（地点：${demand.place}）`
    const files = await filesOfCaller(inner, demand.id, secrets)
    const lodged = await lodge(
      inner,
      {
        ...{ agency: unit, channel: 'internet', applicantKind: 'naturalPerson', arrivedOn: filedOn },
        description: `${demand.subject}\n${demand.body}${place}`.slice(0, 5000),
        ...{ givingForm: 'electronic', servingWay: 'internet' },
        applicant: { name, document, contact, address: '', agent: null },
        papers: files.map(file => ({ ...file, purpose: 'application' as const })),
      },
      { by, today: dayOfMinute(minuteOf(moment)), secrets },
    )
    if (isRefusal(lodged)) return lodged
    receipt = lodged
    return { kind: 'converted', request: lodged.id, requestNumber: lodged.number, reason }
  })
  return { done, ...(receipt === undefined || 'kind' in done ? {} : { receipt }) }
}
