import type { Assertion, Finding } from './finding.ts'
import type { AnnualReport } from './form.ts'
import { narrativeFindings } from './rules/prose.ts'
import { balance, cellFindings, remedyTotals, resultTotals, rowTotals } from './rules/tables.ts'
import { carried, inForce } from './rules/years.ts'

/** What a report is checked against besides itself. */
export interface Context {
  /** Last year's report of the same agency. */
  readonly previous?: AnnualReport | undefined
  /** The numbers that its prose states. */
  readonly assertions?: readonly Assertion[] | undefined
}

/**
 * The one rule pack, for reports that we keep and for those read from anybody's page. A rule that would need a blank
 * cell says nothing of it: the blank is a finding of its own.
 */
export function verify(report: AnnualReport, context: Context = {}): Finding[] {
  const { previous, assertions = [] } = context
  return [
    ...balance(report),
    ...rowTotals(report),
    ...resultTotals(report),
    ...remedyTotals(report),
    ...(previous === undefined ? [] : [...carried(report, previous), ...inForce(report, previous)]),
    ...narrativeFindings(report, assertions),
    ...cellFindings(report),
  ]
}

/** Is there a finding that forbids publishing without an explanation? */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error')
}
