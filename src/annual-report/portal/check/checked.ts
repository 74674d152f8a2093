import type { Finding } from '../../finding.ts'
import type { AnnualReport } from '../../form.ts'
import type { ReportFile } from '../../read/kind.ts'
import { readReport } from '../../read/read.ts'
import { verify } from '../../verify.ts'

/** What a check found: of the report, and of the files themselves. */
export interface Checked {
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
  /** Last year's report, where one was given that can be last year's. */
  readonly previous: { readonly agency: string; readonly year: number } | null
  /** What is to be said of the two files: of other agencies, of other years. */
  readonly notices: readonly string[]
}

/** Reads and checks a report, with last year's where it is given. @throws Unreadable */
export async function check(file: ReportFile, previousFile: ReportFile | undefined): Promise<Checked> {
  const { report, findings, assertions } = await readReport(file)
  const given = previousFile === undefined ? undefined : (await readReport(previousFile)).report
  const fits = given !== undefined && given.year === report.year - 1
  const previous = fits ? given : undefined
  const ruled = verify(report, { assertions, previous })
  const read = findings.filter(one => !ruled.some(other => other.where.join() === one.where.join()))
  return {
    ...{ report, findings: [...read, ...ruled] },
    previous: previous === undefined ? null : { agency: previous.agency, year: previous.year },
    notices: given === undefined ? [] : noticesOf(report, given),
  }
}

function noticesOf(report: AnnualReport, previous: AnnualReport): string[] {
  const other = previous.agency !== report.agency
  const wrongYear = previous.year !== report.year - 1
  return [
    ...(other
      ? [
          `两份报告的机关名称不同：本年是“${report.agency}”，上年是“${previous.agency}”。如果不是同一机关（更名除外），跨年检查的结果不可用，请换一份上年报告。`,
        ]
      : []),
    ...(wrongYear
      ? [
          `上年报告应为 ${report.year - 1} 年度，给出的是 ${previous.year} 年度，因此没有做跨年检查。请换一份上年报告。`,
        ]
      : []),
  ]
}
