import { cellAt } from '../cells.ts'
import type { Finding } from '../finding.ts'
import { type AnnualReport, applicantColumns } from '../form.ts'
import { applicantLabels, applicationPath } from '../labels.ts'
import { difference } from './tables.ts'

/** `years.carried`: what last year carried out is what this year carries in, per column. */
export function carried(report: AnnualReport, previous: AnnualReport): Finding[] {
  return applicantColumns.flatMap((_, column) => {
    const path = applicationPath('carriedIn', column)
    const expected = cellAt(previous, applicationPath('carriedOut', column))
    const actual = cellAt(report, path)
    if (typeof expected !== 'number' || typeof actual !== 'number' || expected === actual) return []
    return {
      ...{ rule: 'years.carried' as const, severity: 'error' as const, where: [path], expected, actual },
      message: `“${applicantLabels[column]}”列：${previous.year} 年报告“结转下年度继续办理”为 ${expected}，本年“上年结转”填的是 ${actual}，相差 ${difference(expected, actual)}。两处应一致。`,
    }
  })
}

const issuances = [
  { kind: 'regulations', label: '规章' },
  { kind: 'normativeDocuments', label: '行政规范性文件' },
] as const

/** `years.in-force`: 现行有效 = last year's + 制发 − 废止. */
export function inForce(report: AnnualReport, previous: AnnualReport): Finding[] {
  return issuances.flatMap(({ kind, label }) => {
    const { issued, repealed, inForce: actual } = report.proactive[kind]
    const before = previous.proactive[kind].inForce
    if (issued === null || repealed === null || actual === null || before === null) return []
    const expected = before + issued - repealed
    if (expected === actual) return []
    const where = [`proactive.${kind}.inForce`, `proactive.${kind}.issued`, `proactive.${kind}.repealed`]
    return {
      ...{ rule: 'years.in-force' as const, severity: 'error' as const, where, expected, actual },
      message: `${label}：上年现行有效 ${before} + 本年制发 ${issued} − 本年废止 ${repealed} = ${expected}，本年“现行有效件数”填的是 ${actual}，相差 ${difference(expected, actual)}。`,
    }
  })
}
