import { cellAt, rowsOf } from '../cells.ts'
import type { AssertedTopic, Assertion, Finding } from '../finding.ts'
import type { AnnualReport, Cell, CellPath, FormRow } from '../form.ts'
import { applicationPath } from '../labels.ts'
import { difference, sumOfCells } from './tables.ts'

const total = 6

interface Figure {
  readonly rule: Finding['rule']
  readonly label: string
  readonly where: readonly CellPath[]
}

/** What the prose says of the tables, checked against the cells that it speaks of. */
export function narrativeFindings(report: AnnualReport, assertions: readonly Assertion[]): Finding[] {
  return [...assertions.flatMap(assertion => against(report, assertion)), ...processingFees(assertions)]
}

function against(report: AnnualReport, assertion: Assertion): Finding[] {
  const figure = figureOf(report, assertion)
  if (figure === undefined) return []
  const expected = sumOfCells(figure.where.map(path => cellAt(report, path)))
  if (expected === null || agrees(assertion, expected)) return []
  return [
    {
      ...{ rule: figure.rule, severity: 'error', where: [...figure.where, `narrative.${assertion.section}`] },
      ...{ expected, actual: assertion.value, text: assertion.sentence },
      message: `文字与表格不一致：表中“${figure.label}”为 ${expected}，文中写的是 ${assertion.value}，相差 ${difference(expected, assertion.value)}。原文：“${assertion.sentence}”`,
    },
  ]
}

/** 多, 余, 约 round: within a tenth they agree. */
function agrees({ value, approximate }: Assertion, expected: Cell): boolean {
  if (expected === null || value === expected) return true
  return approximate && Math.abs(value - expected) <= Math.max(1, expected / 10)
}

const rows: Partial<Record<AssertedTopic, readonly [string, (row: FormRow) => boolean]>> = {
  received: ['本年新收·总计', row => row === 'received'],
  carriedIn: ['上年结转·总计', row => row === 'carriedIn'],
  concluded: ['办理结果总计·总计', row => row === 'resultTotal'],
  carriedOut: ['结转下年度继续办理·总计', row => row === 'carriedOut'],
  granted: ['予以公开·总计', row => row === 'granted'],
  partlyGranted: ['部分公开·总计', row => row === 'partlyGranted'],
  withheld: ['不予公开各项总计之和', row => row.startsWith('withheld.')],
  unavailable: ['无法提供各项总计之和', row => row.startsWith('unavailable.')],
  unprocessed: ['不予处理各项总计之和', row => row.startsWith('unprocessed.')],
}

function figureOf(report: AnnualReport, { topic, sentence, value }: Assertion): Figure | undefined {
  const row = rows[topic]
  if (row !== undefined) {
    const [label, isMeant] = row
    const where = rowsOf(report)
      .filter(isMeant)
      .map(each => applicationPath(each, total))
    const withCarried = [...where, applicationPath('carriedIn', total)]
    const both = sumOfCells(withCarried.map(path => cellAt(report, path)))
    // 含上年结转: the prose counts what was carried in among what was received.
    if (topic === 'received' && sentence.includes('结转') && value === both) return undefined
    return { rule: 'narrative.applications', label, where }
  }
  switch (topic) {
    case 'reconsideration':
      return { rule: 'narrative.remedies', label: '行政复议·总计', where: ['remedies.reconsideration.total'] }
    case 'litigation': {
      const where = ['remedies.litigationDirect.total', 'remedies.litigationAfterReconsideration.total']
      return { rule: 'narrative.remedies', label: '行政诉讼两类总计之和', where }
    }
    case 'feesWan':
      return { rule: 'narrative.fees', label: '行政事业性收费（万元）', where: ['proactive.feesWan'] }
    default:
      return undefined
  }
}

/** The information-processing fee has no cell: the prose must at least agree with itself. */
function processingFees(assertions: readonly Assertion[]): Finding[] {
  const [first, ...rest] = assertions.filter(({ topic }) => topic === 'processingFeeYuan')
  if (first === undefined) return []
  return rest
    .filter(({ value }) => value !== first.value)
    .map(({ value, section, sentence }) => ({
      ...{ rule: 'narrative.fees', severity: 'error', expected: first.value, actual: value, text: sentence },
      where: [`narrative.${first.section}`, `narrative.${section}`],
      message: `信息处理费前后不一致：一处为 ${first.value} 元(“${first.sentence}”)，一处为 ${value} 元(“${sentence}”)。`,
    }))
}
