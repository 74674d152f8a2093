import { allCells, cellAt } from './cells.ts'
import type { Finding } from './finding.ts'
import { type AnnualReport, type CellPath, type Narrative, narrativeSections } from './form.ts'
import { cellLabel, sectionLabel } from './labels.ts'

/** How a live figure is kept in the prose; its first group is the cell, or the figure beside the tables. */
export const figureField = /\{\{\s*([\w.[\]]+)\s*\}\}/g

/** A figure that prose may show and no table holds: of the year's hotline. */
export interface FigureBeside {
  readonly path: CellPath
  readonly label: string
  /** Of a rate in percent. */
  readonly value: number
  readonly unit: string
  /** Are they demands of another's hotline, which this agency handled? */
  readonly handled: boolean
  /** The desk's page of the demands behind it. */
  readonly opens: string
}

const ofHotline = 'hotline.'

/** The path of a figure of the hotline. */
export function hotlinePath(figure: string): CellPath {
  return `${ofHotline}${figure}`
}

/** Does the prose show figures beside the tables? */
export function showsBeside({ narrative }: AnnualReport): boolean {
  return narrativeSections.some(section =>
    [...narrative[section].matchAll(figureField)].some(([, path = '']) => path.startsWith(ofHotline)),
  )
}

/** The figures beside the tables that this prose shows. */
export function shownBeside(text: string, beside: readonly FigureBeside[]): FigureBeside[] {
  const paths = new Set([...text.matchAll(figureField)].map(([, path = '']) => path))
  return beside.filter(({ path }) => paths.has(path))
}

/** A figure in the prose that shows a cell: `{{applications.received[6]}}`. */
export function liveFigure(path: string): string {
  return `{{${path}}}`
}

const handledWords = [['dispatched', '承办12345热线转办的诉求', '件']] as const
const receivedWords = [
  ['total', '12345热线受理诉求', '件'],
  ['answered', '直接办复', '件'],
  ['dispatched', '转办', '件'],
] as const
const rateWords = [
  ['closingRate', '办结率', '%'],
  ['onTimeRate', '按时反馈率', '%'],
  ['satisfactionRate', '满意率', '%'],
] as const

/** The year of the hotline as a sentence of live figures; empty where there is none. */
export function hotlineSentence(beside: readonly FigureBeside[]): string {
  const amounts = beside.some(({ handled }) => handled) ? handledWords : receivedWords
  const parts = [...amounts, ...rateWords].flatMap(([figure, words, unit]) => {
    const path = hotlinePath(figure)
    return beside.some(each => each.path === path) ? [`${words}${liveFigure(path)}${unit}`] : []
  })
  return parts.length === 0 ? '' : `全年${parts.join('，')}。`
}

/** What a live figure shows; undefined where it shows nothing. */
export function figureShown(
  report: AnnualReport,
  path: CellPath,
  beside: readonly FigureBeside[],
): number | undefined {
  const cell = path.startsWith(ofHotline)
    ? beside.find(each => each.path === path)?.value
    : cellAt(report, path)
  return typeof cell === 'number' ? cell : undefined
}

/** The report with its live figures written out, as it is read and published. */
export function expandFigures(report: AnnualReport, beside: readonly FigureBeside[] = []): AnnualReport {
  const expanded = (section: keyof Narrative) =>
    report.narrative[section].replace(figureField, (whole, path: string) =>
      String(figureShown(report, path, beside) ?? whole),
    )
  const narrative = {
    overview: expanded('overview'),
    problems: expanded('problems'),
    otherMatters: expanded('otherMatters'),
  }
  return { ...report, narrative }
}

/** Live figures that show nothing: of a cell that the form does not have, or that stands blank; of a hotline without demands. */
export function emptyFigures(report: AnnualReport, beside: readonly FigureBeside[] = []): Finding[] {
  const cells = new Set(allCells(report))
  return narrativeSections.flatMap(section =>
    [...report.narrative[section].matchAll(figureField)].flatMap(([whole, path = '']): Finding[] => {
      if (figureShown(report, path, beside) !== undefined) return []
      const known = cells.has(path)
      const where = [...(known ? [path] : []), `narrative.${section}`]
      return [
        {
          rule: 'form.blank-cell',
          severity: 'error',
          where,
          expected: null,
          actual: null,
          message: `“${sectionLabel[section]}”${whyEmpty(path, { whole, known })}`,
          text: whole,
        },
      ]
    }),
  )
}

function whyEmpty(path: CellPath, { whole, known }: { readonly whole: string; readonly known: boolean }) {
  if (path.startsWith(ofHotline))
    return `引用的热线数字 ${whole} 在本年度没有数据，文中无法显示。请删去，或者改写这句话。`
  return known
    ? `引用的“${cellLabel(path)}”空白，文中无法显示数字。请先填写该单元格。`
    : `引用了表中没有的单元格 ${whole}。请重新插入数字。`
}
