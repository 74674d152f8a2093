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

/** What fields show that are no cells, by their paths: the figures of the hotline, as they are printed. */
export type Shown = Readonly<Record<string, string>>

const ofHotline = 'hotline.'

/** The figures of the hotline that the prose shows, each once. */
export function hotlinePaths(narrative: Narrative): string[] {
  const paths = narrativeSections.flatMap(section =>
    [...narrative[section].matchAll(figureField)].map(([, path = '']) => path),
  )
  return [...new Set(paths)].filter(path => path.startsWith(ofHotline))
}

/** What a field shows; undefined where it shows nothing. */
export function figureShown(report: AnnualReport, path: string, shown: Shown): string | undefined {
  const cell = cellAt(report, path)
  return typeof cell === 'number' ? String(cell) : Object.hasOwn(shown, path) ? shown[path] : undefined
}

/** The report with its live figures written out, as it is read and published. */
export function expandFigures(report: AnnualReport, shown: Shown = {}): AnnualReport {
  const expanded = (section: keyof Narrative) =>
    report.narrative[section].replace(
      figureField,
      (whole, path: string) => figureShown(report, path, shown) ?? whole,
    )
  const narrative = {
    overview: expanded('overview'),
    problems: expanded('problems'),
    otherMatters: expanded('otherMatters'),
  }
  return { ...report, narrative }
}

/** Live figures that show nothing: what the form or the hotline does not have, or what stands blank; `shown` is undefined until the hotline has been asked. */
export function emptyFigures(report: AnnualReport, shown: Shown | undefined): Finding[] {
  const cells = new Set(allCells(report))
  return narrativeSections.flatMap(section =>
    [...report.narrative[section].matchAll(figureField)].flatMap(([whole, path = '']): Finding[] => {
      if (path.startsWith(ofHotline) && shown === undefined) return []
      const text = figureShown(report, path, shown ?? {})
      if (text !== undefined && text !== '—') return []
      const known = cells.has(path)
      const where = [...(known ? [path] : []), `narrative.${section}`]
      return [
        {
          ...{ rule: 'form.blank-cell', severity: 'error', where, expected: null, actual: null, text: whole },
          message: `“${sectionLabel[section]}”${emptyWords(whole, path, { known, text })}`,
        },
      ]
    }),
  )
}

function emptyWords(
  whole: string,
  path: string,
  found: { known: boolean; text: string | undefined },
): string {
  if (found.known) return `引用的“${cellLabel(path)}”空白，文中无法显示数字。请先填写该单元格。`
  if (!path.startsWith(ofHotline)) return `引用了表中没有的单元格 ${whole}。请重新插入数字。`
  return found.text === undefined
    ? `引用了热线没有的数字 ${whole}：本机构本年度没有热线诉求，或者没有这个指标。请删去，或者重新插入。`
    : `引用的热线指标 ${whole} 没有数字：本年度没有可计入的诉求。请删去。`
}
