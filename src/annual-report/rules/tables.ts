import { allCells, cellAt, resultRowsOf, rowsOf } from '../cells.ts'
import type { Finding } from '../finding.ts'
import { type AnnualReport, applicantColumns, type Cell, type CellPath, remedyGroups } from '../form.ts'
import { applicantLabels, applicationPath, cellLabel, remedyGroupLabel, rowName } from '../labels.ts'

const columns = applicantColumns.map((_, column) => column)
const total = applicantColumns.length - 1

/** The sum; null where one of the cells is blank or missing, since a blank is not a zero. */
export function sumOfCells(cells: readonly (Cell | undefined)[]): Cell {
  let sum = 0
  for (const cell of cells) {
    if (cell === null || cell === undefined) return null
    sum += cell
  }
  return sum
}

function at(report: AnnualReport, paths: readonly CellPath[]): Cell {
  return sumOfCells(paths.map(path => cellAt(report, path)))
}

/** `applications.balance`: per column, 本年新收 + 上年结转 = 办理结果总计 + 结转下年度. */
export function balance(report: AnnualReport): Finding[] {
  return columns.flatMap(column => {
    const received = applicationPath('received', column)
    const carriedIn = applicationPath('carriedIn', column)
    const resultTotal = applicationPath('resultTotal', column)
    const carriedOut = applicationPath('carriedOut', column)
    const expected = at(report, [received, carriedIn])
    const actual = at(report, [resultTotal, carriedOut])
    if (expected === null || actual === null || expected === actual) return []
    const left = `本年新收 ${cellAt(report, received)} + 上年结转 ${cellAt(report, carriedIn)} = ${expected}`
    const right = `办理结果总计 ${cellAt(report, resultTotal)} + 结转下年度 ${cellAt(report, carriedOut)} = ${actual}`
    return {
      ...{ rule: 'applications.balance' as const, severity: 'error' as const },
      ...{ where: [received, carriedIn, resultTotal, carriedOut], expected, actual },
      message: `第三张表“${applicantLabels[column]}”列收支不平：${left}，而${right}，相差 ${difference(expected, actual)}。请核对这四个单元格。`,
    }
  })
}

/** `applications.row-total`: per row, 总计 = the sum of the six columns. */
export function rowTotals(report: AnnualReport): Finding[] {
  return rowsOf(report).flatMap(row => {
    const parts = columns.slice(0, total).map(column => applicationPath(row, column))
    const where = [applicationPath(row, total), ...parts]
    const expected = at(report, parts)
    const actual = at(report, where.slice(0, 1))
    if (expected === null || actual === null || expected === actual) return []
    return {
      ...{ rule: 'applications.row-total' as const, severity: 'error' as const, where, expected, actual },
      message: `第三张表“${rowName(row)}”行：六列之和为 ${expected}，总计栏填的是 ${actual}，相差 ${difference(expected, actual)}。请核对该行。`,
    }
  })
}

/** `applications.result-total`: per column, 总计 = the sum of the result rows. */
export function resultTotals(report: AnnualReport): Finding[] {
  return columns.flatMap(column => {
    const parts = resultRowsOf(report).map(row => applicationPath(row, column))
    const where = [applicationPath('resultTotal', column), ...parts]
    const expected = at(report, parts)
    const actual = at(report, where.slice(0, 1))
    if (expected === null || actual === null || expected === actual) return []
    return {
      ...{ rule: 'applications.result-total' as const, severity: 'error' as const, where, expected, actual },
      message: `第三张表“${applicantLabels[column]}”列：各项办理结果之和为 ${expected},（七）总计填的是 ${actual}，相差 ${difference(expected, actual)}。请核对该列。`,
    }
  })
}

/** `remedies.total`: per group, 总计 = the sum of the four. */
export function remedyTotals(report: AnnualReport): Finding[] {
  return remedyGroups.flatMap(group => {
    const parts = (['upheld', 'corrected', 'other', 'pending'] as const).map(
      name => `remedies.${group}.${name}`,
    )
    const where = [`remedies.${group}.total`, ...parts]
    const expected = at(report, parts)
    const actual = at(report, where.slice(0, 1))
    if (expected === null || actual === null || expected === actual) return []
    return {
      ...{ rule: 'remedies.total' as const, severity: 'error' as const, where, expected, actual },
      message: `第四张表“${remedyGroupLabel[group]}”：维持、纠正、其他、尚未审结之和为 ${expected}，总计填的是 ${actual}，相差 ${difference(expected, actual)}。请核对该组。`,
    }
  })
}

/** `form.blank-cell` and `form.impossible-number`: what stands in each cell is a number that can be one. */
export function cellFindings(report: AnnualReport): Finding[] {
  return allCells(report).flatMap((path): Finding[] => {
    const cell = cellAt(report, path)
    const structural = report.edition === '2019' && path.startsWith('proactive.')
    if (cell === null && !structural) {
      const message = `“${cellLabel(path)}”空白。空白不等于零：没有发生的请填 0。`
      return [
        {
          rule: 'form.blank-cell',
          severity: 'warning',
          where: [path],
          expected: null,
          actual: null,
          message,
        },
      ]
    }
    if (typeof cell !== 'number') return []
    const whole = path === 'proactive.feesWan' || Number.isSafeInteger(cell)
    if (Number.isFinite(cell) && cell >= 0 && whole) return []
    const message = `“${cellLabel(path)}”填的是 ${cell}，件数应为不小于 0 的整数。请核对。`
    return [
      {
        rule: 'form.impossible-number',
        severity: 'error',
        where: [path],
        expected: null,
        actual: cell,
        message,
      },
    ]
  })
}

/** The distance of two figures, without the dust of decimals. */
export function difference(a: number, b: number): number {
  return Number(Math.abs(a - b).toFixed(6))
}
