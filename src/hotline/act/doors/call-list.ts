import type { Actor } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type CallState,
  type CallTimes,
  type Connection,
  callState,
  maskedNumber,
  waitedSeconds,
} from '../../doors/call.ts'
import { type CallsAsked, callLines } from '../../store/doors/calls.ts'
import { connection, hotlinesSeen, numberOf } from './calls.ts'

/** A call as the list shows it. */
export interface CallLine extends CallTimes {
  readonly id: string
  readonly state: CallState
  /** Masked. */
  readonly number: string
  readonly waited: number | null
  readonly answeredByName: string | null
  readonly demand: string | null
  readonly demandNumber: string | null
  readonly recorded: boolean
  readonly simulated: boolean
}

/** The calls of the hotlines that this person sees, and how they were answered. */
export async function callsListed(
  work: Work,
  asked: Omit<CallsAsked, 'agencies'> & { readonly from: string; readonly to: string },
  { reader, secrets }: { readonly reader: Actor; readonly secrets: Secrets },
): Promise<{ readonly lines: CallLine[]; readonly total: number; readonly connection: Connection }> {
  const agencies = await hotlinesSeen(work, reader)
  const [{ lines, total }, counted] = await Promise.all([
    callLines(work, { ...asked, agencies }),
    connection(work, { agencies, from: asked.from, to: asked.to }),
  ])
  const shown = lines.map((call): CallLine => {
    const { id, rangAt, answeredAt, endedAt, answeredByName, demand, demandNumber, simulated } = call
    return {
      ...{ id, rangAt, answeredAt, endedAt, answeredByName, demand, demandNumber, simulated },
      ...{ state: callState(call), waited: waitedSeconds(call) },
      ...{ number: maskedNumber(numberOf(call, secrets)), recorded: call.recordingSealed !== null },
    }
  })
  return { lines: shown, total, connection: counted }
}
