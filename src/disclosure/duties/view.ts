import type { Day } from '../../statute/day.ts'
import type { ProofDay } from '../../statute/proof.ts'
import type { TimelinessStanding } from '../timeliness.ts'
import type { Duty } from './duty.ts'
import type { Owed } from './owed.ts'

/** A line of the ledger of timeliness as the desk lists it. */
export interface LedgerLineView {
  /** The item, or its open draft, which has a last day of its own. */
  readonly key: string
  readonly item: string
  readonly agency: string
  readonly agencyName: string
  readonly indexNumber: string
  readonly form: string
  readonly title: string
  readonly madeOn: Day | null
  readonly due: Day | null
  readonly disclosedOn: Day | null
  readonly standing: TimelinessStanding
  /** Working days until the due day, negative where it is past; null where it is disclosed or nobody can say. */
  readonly workdaysLeft: number | null
  readonly handlerName: string | null
  readonly revision: boolean
}

/** The ledger added up: `key` is the agency, form or period. */
export interface LedgerSumView {
  readonly key: string
  readonly label: string
  readonly late: number
  readonly due: number
  readonly publishedLate: number
  readonly inTime: number
  readonly undated: number
  readonly unknown: number
}

/** A line with its proof. */
export interface ProvenLineView extends Omit<LedgerLineView, 'agencyName' | 'workdaysLeft'> {
  readonly days: readonly ProofDay[]
}

/** A thing that is owed, as the desk lists it. */
export interface OwedView extends Owed {
  readonly key: string
  readonly duty: Pick<Duty, 'id' | 'title' | 'form' | 'law'>
  readonly agency: string
  readonly agencyName: string
}

/** What is owed, and the duties behind it. */
export interface DutiesView {
  readonly lines: readonly OwedView[]
  readonly duties: readonly Duty[]
  /** May this person set duties? */
  readonly maySet: boolean
  /** The agencies for which this person may write events down. */
  readonly mayRecord: readonly string[]
}

/** The share of what was disclosed in time, in per cent with one decimal; null where nothing was disclosed or is late. */
export function shareInTime({
  late,
  publishedLate,
  inTime,
}: Pick<LedgerSumView, 'late' | 'publishedLate' | 'inTime'>) {
  const all = late + publishedLate + inTime
  return all === 0 ? null : Math.round((inTime * 1000) / all) / 10
}
