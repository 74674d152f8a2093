import { allCells, cellAt } from './cells.ts'
import type { Finding } from './finding.ts'
import { type AnnualReport, type Narrative, narrativeSections } from './form.ts'
import { cellLabel, sectionLabel } from './labels.ts'

/** How a live figure is kept in the prose; its first group is the cell. */
export const figureField = /\{\{\s*([\w.[\]]+)\s*\}\}/g

/** A figure in the prose that shows a cell: `{{applications.received[6]}}`. */
export function liveFigure(path: string): string {
  return `{{${path}}}`
}

/** The report with its live figures written out, as it is read and published. */
export function expandFigures(report: AnnualReport): AnnualReport {
  const expanded = (section: keyof Narrative) =>
    report.narrative[section].replace(figureField, (whole, path: string) => {
      const cell = cellAt(report, path)
      return typeof cell === 'number' ? String(cell) : whole
    })
  const narrative = {
    overview: expanded('overview'),
    problems: expanded('problems'),
    otherMatters: expanded('otherMatters'),
  }
  return { ...report, narrative }
}

/** Live figures that show nothing: of a cell that the form does not have, or that stands blank. */
export function emptyFigures(report: AnnualReport): Finding[] {
  const cells = new Set(allCells(report))
  return narrativeSections.flatMap(section =>
    [...report.narrative[section].matchAll(figureField)].flatMap(([whole, path = '']): Finding[] => {
      if (typeof cellAt(report, path) === 'number') return []
      const known = cells.has(path)
      const message = known
        ? `“${sectionLabel[section]}”引用的“${cellLabel(path)}”空白，文中无法显示数字。请先填写该单元格。`
        : `“${sectionLabel[section]}”引用了表中没有的单元格 ${whole}。请重新插入数字。`
      const where = [...(known ? [path] : []), `narrative.${section}`]
      return [
        {
          rule: 'form.blank-cell',
          severity: 'error',
          where,
          expected: null,
          actual: null,
          message,
          text: whole,
        },
      ]
    }),
  )
}
