import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import { type InstructionsAsked, instructionLines } from '../../store/instructions.ts'
import { demandLines } from '../../store/lines.ts'
import type { DemandsAsked } from '../../store/queue/asked.ts'
import type { DemandLine, InstructionLine } from '../../view.ts'

/** What somebody asks of the queue; what he may see of it is not his to say. */
export type QueueAsked = Omit<DemandsAsked, 'agencies' | 'reads' | 'moment'>

/** Demands that this person may see: those of his hotline, and those that his unit handles. */
export async function demandQueue(
  work: Work,
  asked: QueueAsked,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<{ readonly lines: readonly DemandLine[]; readonly total: number; readonly more: boolean }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await demandLines(work, { ...asked, agencies, reads: confidentialReach(reader), moment })
}

/** Instructions of leaders on demands that this person may see, the newest first. */
export async function instructionRegister(
  work: Work,
  asked: Omit<InstructionsAsked, 'agencies'>,
  reader: Actor,
): Promise<{ readonly lines: readonly InstructionLine[]; readonly total: number }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await instructionLines(work, { ...asked, agencies }, confidentialReach(reader))
}
