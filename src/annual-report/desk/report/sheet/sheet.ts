import { cellAt, withCell } from '../../../cells.ts'
import type { Finding } from '../../../finding.ts'
import type { AnnualReport, CellPath, Narrative } from '../../../form.ts'
import { cellLabel } from '../../../labels.ts'
import type { FigureBeside } from '../../../live-figures.ts'
import { figureText } from '../../../printed/cell-model.ts'
import { cellNumber } from '../../../rules/cell-number.ts'
import { findingsOf } from '../../../rules/checked.ts'

/** The report as it stands on the screen, with what was typed and is no number. */
export interface Sheet {
  readonly report: AnnualReport
  /** What was typed into a cell and is no number, as it was typed. The report's cell is blank meanwhile. */
  readonly doubts: Readonly<Record<CellPath, string>>
  /** Totals that were proposed and that nobody has taken over yet. */
  readonly proposed: readonly CellPath[]
}

/** A sheet on which everything is a number or blank. */
export function sheetOf(report: AnnualReport): Sheet {
  return { report, doubts: {}, proposed: [] }
}

/** The sheet after these words were typed into a cell: a number, a blank, or words that are kept as they are. */
export function typed(sheet: Sheet, path: CellPath, text: string): Sheet {
  const reading = cellNumber(text, path === 'proactive.feesWan' ? 'wan' : 'count')
  const { [path]: _, ...doubts } = sheet.doubts
  const proposed = sheet.proposed.filter(each => each !== path)
  const value = reading.kind === 'number' ? reading.value : null
  const report = withCell(sheet.report, path, value)
  const isDoubt = reading.kind === 'unreadable' || reading.kind === 'impossible'
  return { report, proposed, doubts: isDoubt ? { ...doubts, [path]: text } : doubts }
}

/** What a cell shows. */
export function cellText({ report, doubts }: Sheet, path: CellPath): string {
  return doubts[path] ?? figureText(cellAt(report, path) ?? null)
}

/** The sheet with other words in one section. */
export function written(sheet: Sheet, section: keyof Narrative, text: string): Sheet {
  const narrative = { ...sheet.report.narrative, [section]: text }
  return { ...sheet, report: { ...sheet.report, narrative } }
}

/** What is wrong on the sheet: the rules of the report, and the cells that hold no number. */
export function sheetFindings(
  sheet: Sheet,
  previous: AnnualReport | undefined,
  beside: readonly FigureBeside[] = [],
): Finding[] {
  const doubted = Object.entries(sheet.doubts).map(([path, text]) => doubtFinding(path, text))
  const isDoubted = ({ rule, where: [path = ''] }: Finding) =>
    rule === 'form.blank-cell' && Object.hasOwn(sheet.doubts, path)
  return [...doubted, ...findingsOf(sheet.report, previous, beside).filter(finding => !isDoubted(finding))]
}

function doubtFinding(path: CellPath, text: string): Finding {
  const whole = path === 'proactive.feesWan' ? '不小于 0 的金额（万元）' : '不小于 0 的整数'
  return {
    ...{ rule: 'form.unreadable-cell', severity: 'error', where: [path], expected: null, actual: null, text },
    message: `“${cellLabel(path)}”填的是“${text}”，应为${whole}。请改正；改正前按空白保存。`,
  }
}

/** What is told at saving where cells hold no number; undefined where all do. */
export function doubtWarning({ doubts }: Sheet): string | undefined {
  const paths = Object.keys(doubts)
  if (paths.length === 0) return undefined
  const names = paths.slice(0, 3).map(path => `“${cellLabel(path)}”`)
  const rest = paths.length > 3 ? `等 ${paths.length} 格` : ''
  return `${names.join('、')}${rest}填的不是数字，已按空白保存。原样文字保留在本机页面上，请改正后再保存一次。`
}
