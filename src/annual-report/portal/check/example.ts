import { zeroReport } from '../../blank.ts'
import { withCell } from '../../cells.ts'
import type { AnnualReport } from '../../form.ts'

const figures: Readonly<Record<string, number>> = {
  'proactive.normativeDocuments.issued': 3,
  'proactive.normativeDocuments.repealed': 1,
  'proactive.normativeDocuments.inForce': 21,
  'proactive.licensing': 1840,
  'proactive.penalties': 96,
  'applications.received[0]': 30,
  'applications.received[1]': 8,
  'applications.received[6]': 38,
  'applications.carriedIn[0]': 2,
  'applications.carriedIn[6]': 2,
  'applications.granted[0]': 20,
  'applications.granted[1]': 6,
  'applications.granted[6]': 26,
  'applications.unavailable.notHeld[0]': 9,
  'applications.unavailable.notHeld[1]': 2,
  'applications.unavailable.notHeld[6]': 11,
  'applications.resultTotal[0]': 29,
  'applications.resultTotal[1]': 8,
  'applications.resultTotal[6]': 37,
  'applications.carriedOut[0]': 2,
  'applications.carriedOut[6]': 2,
  'remedies.reconsideration.upheld': 2,
  'remedies.reconsideration.corrected': 1,
  'remedies.reconsideration.total': 4,
}

/** An invented report with three errors: a column that does not balance, a wrong total, words that contradict the table. */
export function exampleReport(): AnnualReport {
  const report = Object.entries(figures).reduce(
    (all, [path, value]) => withCell(all, path, value),
    zeroReport('示例市示例局（虚构）', 2024),
  )
  const overview = '2024年，本机关新收政府信息公开申请42件，均依法办理。\n全年因政府信息公开引起行政复议4件。'
  return {
    ...report,
    narrative: {
      ...report.narrative,
      overview,
      problems: '政策解读形式单一，下一步将丰富解读形式。',
      otherMatters: '没有需要报告的其他事项。',
    },
  }
}
