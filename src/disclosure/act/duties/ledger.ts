import { currentCalendar } from '../../../office/calendars.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { ProofDay } from '../../../statute/proof.ts'
import {
  type LedgerGroup,
  type LedgerLine,
  type LedgerOrder,
  type LedgerQuery,
  type LedgerSum,
  ledgerLines,
  ledgerOfItem,
  ledgerSums,
} from '../../store/duties/ledger.ts'
import { disclosureProof } from '../../timeliness.ts'

/** A page of the ledger of timeliness, Art. 26. */
export async function ledgerPage(
  work: Work,
  asked: LedgerQuery & {
    readonly sort: LedgerOrder
    readonly descending: boolean
    readonly page: number
    readonly size: number
  },
  today: Day,
): Promise<{ readonly lines: readonly LedgerLine[]; readonly total: number }> {
  return ledgerLines(work, { calendar: await currentCalendar(work), today }, asked)
}

/** The ledger added up by agency, form or period. */
export async function ledgerSummary(
  work: Work,
  asked: LedgerQuery & { readonly group: LedgerGroup },
  today: Day,
): Promise<readonly LedgerSum[]> {
  return ledgerSums(work, { calendar: await currentCalendar(work), today }, asked)
}

/** A line of the ledger with its period day by day. */
export interface ProvenLine extends LedgerLine {
  readonly days: readonly ProofDay[]
}

/** Where an item stands against Art. 26, with the proof; none where it has neither draft nor edition. */
export async function provenLines(work: Work, item: string, today: Day): Promise<ProvenLine[]> {
  const calendar = await currentCalendar(work)
  const lines = await ledgerOfItem(work, { calendar, today }, item)
  return lines.map(line => ({
    ...line,
    days: line.madeOn === null || line.due === null ? [] : disclosureProof(calendar, line.madeOn),
  }))
}
