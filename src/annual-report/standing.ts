import type { Finding } from './finding.ts'
import type { AnnualReport } from './form.ts'
import { lineOfStep } from './steps.ts'
import type { Explanation, ReportState, ReportStep } from './view.ts'

/** One event of a report's history, as it is kept. */
export interface KeptEvent {
  readonly step: ReportStep
  readonly by: string
  readonly byName: string
  /** The day of the act. */
  readonly on: string
  readonly at: string
  readonly note: string | null
  readonly draft: AnnualReport | null
  readonly explanations: readonly Explanation[] | null
  readonly importFindings: readonly Finding[] | null
}

/** Where a report stands: read off its events, one after the other. */
export interface Standing {
  readonly state: ReportState
  /** Counts the events: who acts names the version that he saw. */
  readonly version: number
  readonly edition: number
  readonly draft: AnnualReport
  readonly explanations: readonly Explanation[]
  readonly importFindings: readonly Finding[]
  readonly submittedBy: string | null
  /** The day of the first publication. */
  readonly publishedOn: string | null
  readonly changedAt: string
}

/** Where the report stands after one more event. @throws RangeError where the first event carries no draft */
export function afterEvent(standing: Standing | null, event: KeptEvent): Standing {
  const draft = event.draft ?? standing?.draft
  if (draft === undefined) throw new RangeError('a report begins with a draft')
  return {
    state: lineOfStep(event.step).to,
    version: (standing?.version ?? 0) + 1,
    edition: (standing?.edition ?? 1) + (event.step === 'correct' ? 1 : 0),
    draft,
    explanations: event.explanations ?? standing?.explanations ?? [],
    importFindings: event.importFindings ?? standing?.importFindings ?? [],
    submittedBy: event.step === 'submit' ? event.by : (standing?.submittedBy ?? null),
    publishedOn: standing?.publishedOn ?? (event.step === 'publish' ? event.on : null),
    changedAt: event.at,
  }
}
