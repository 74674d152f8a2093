import type { Assertion, Finding } from './finding.ts'
import type { AnnualReport, CellPath, Edition } from './form.ts'
import type { FigureBeside } from './live-figures.ts'

/** Where an edition of a report stands: draft 草拟, checked 已审核, approved 已批准, published 已公布. */
export type ReportState = 'draft' | 'submitted' | 'checked' | 'approved' | 'published'

/** The steps of a report, 第四十九条: each is a line of `steps.ts`. */
export type ReportStep =
  | 'start'
  | 'import'
  | 'save'
  | 'explain'
  | 'submit'
  | 'return'
  | 'check'
  | 'approve'
  | 'publish'
  | 'correct'

/** One line of a list of reports. */
export interface ReportLine {
  readonly agency: string
  readonly agencyName: string
  readonly year: number
  readonly form: Edition
  /** The edition that is being worked on or was published last: 1, 2 … */
  readonly edition: number
  readonly state: ReportState
  /** Day of first publication, or null. */
  readonly publishedOn: string | null
  /** Last change, an instant in ISO form. */
  readonly changedAt: string
  readonly received: number | null
  readonly errors: number
  readonly warnings: number
  /** Days late against 31 January where not published in time, else 0. */
  readonly lateDays: number
}

/** What may be done now; `refusal` says why not. */
export interface StepOffer {
  readonly step: ReportStep
  readonly label: string
  readonly refusal?: { readonly message: string; readonly law?: string }
}

/** One event of a report's history. */
export interface ReportEvent {
  readonly at: string
  readonly step: ReportStep
  readonly label: string
  readonly by: string
  readonly edition: number
  readonly note: string | null
}

/** An explanation that stands under the report for an error that is published all the same. */
export interface Explanation {
  readonly rule: string
  readonly where: readonly CellPath[]
  readonly text: string
}

/** A published edition, readable for ever. */
export interface EditionLine {
  readonly edition: number
  readonly publishedOn: string
  readonly reason: string | null
  /** SHA-256 of the edition's canonical JSON, hexadecimal. */
  readonly hash: string
}

/** The desk's whole view of a report. */
export interface DraftView {
  readonly line: ReportLine
  readonly report: AnnualReport
  /** Grows with every save; a save names the version that it started from. */
  readonly version: number
  readonly findings: readonly Finding[]
  readonly assertions: readonly Assertion[]
  /** Findings of the file that the draft was imported from, where it was. */
  readonly importFindings: readonly Finding[]
  readonly explanations: readonly Explanation[]
  readonly steps: readonly StepOffer[]
  readonly events: readonly ReportEvent[]
  readonly editions: readonly EditionLine[]
  /** Last year's published report, for comparison and the year rules. */
  readonly previous: AnnualReport | null
  /** What the prose may show of the year's hotline; empty where it has no demands. */
  readonly beside: readonly FigureBeside[]
}

/** The government's roll-up of its agencies for a year. */
export interface RollUpView {
  readonly agency: string
  readonly agencyName: string
  readonly year: number
  /** The sum of the agencies' reports that are handed in. */
  readonly sum: AnnualReport
  /** The government's own report, where there is one: its last edition, or its draft. */
  readonly own: AnnualReport | null
  readonly ownState: ReportState | null
  readonly findings: readonly Finding[]
  readonly agencies: readonly RollUpAgency[]
  /** The day on which agencies must have handed in: 31 January of the next year. */
  readonly due: string
  /** Who was reminded when, latest first. */
  readonly reminders: readonly Reminder[]
  /** Why this reader may not remind, or not begin the government's own report from the sum; null where they may. */
  readonly refusals: { readonly remind: string | null; readonly start: string | null }
}

/** One agency in the roll-up. */
export interface RollUpAgency {
  readonly agency: string
  readonly name: string
  /** `missing` also where the reader may not see what is not published. */
  readonly state: ReportState | 'missing'
  /** The day of first publication: Art. 49 has the agency hand in and publish, and only publication leaves the house (decision 0007). */
  readonly handedInOn: string | null
  readonly lateDays: number
  readonly errors: number
  /** The last edition; null where nothing is handed in. */
  readonly report: AnnualReport | null
}

/** A reminder that the supervising office sent. */
export interface Reminder {
  readonly agency: string
  readonly year: number
  readonly sentOn: string
  readonly byName: string
}

/** What somebody must do now, or waits for. */
export interface TodayTask {
  readonly kind: 'make' | 'check' | 'approve' | 'publish' | 'remind'
  readonly title: string
  readonly detail: string
  readonly agency: string
  readonly agencyName: string
  readonly year: number
  readonly state: ReportState | null
  /** The role that acts next, as the office calls it. */
  readonly holder: string
  /** Calendar days since the last act; null where there was none. */
  readonly restingDays: number | null
  /** The last day of Art. 49; null for a correction, for which the law sets none. */
  readonly due: string | null
  /** Calendar days until it is due; negative when late. */
  readonly daysLeft: number | null
}

/** What happened to a report since the working day before. */
export interface TodayChange {
  readonly on: string
  readonly agency: string
  readonly agencyName: string
  readonly year: number
  readonly label: string
  readonly by: string
  readonly note: string | null
}

/** A person's day: what runs out first stands first. */
export interface TodayView {
  readonly tasks: readonly TodayTask[]
  readonly waiting: readonly TodayTask[]
  readonly changes: readonly TodayChange[]
  /** The working day since which changes are told. */
  readonly since: string
  /** Reminders to the person's own agencies whose report is still missing. */
  readonly reminders: readonly (Reminder & { readonly agencyName: string })[]
}
