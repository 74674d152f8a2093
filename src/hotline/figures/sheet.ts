import { type FiguresView, worthOf } from './count.ts'
import type { FigureDefinition } from './definitions.ts'
import { figureGroupLabel, keyInWords } from './grouping.ts'

/** The head of a figure's column. */
export function headOf({ label, unit }: FigureDefinition): string {
  return unit === '%' ? label : `${label}（${unit}）`
}

/** The table as a sheet: of a rate its share, and both numbers. */
export function figuresSheet(view: FiguresView, definitions: readonly FigureDefinition[]) {
  const { by, lines, whole, names } = view
  const cells = (figures: FiguresView['whole']) =>
    definitions.flatMap(({ figure }) => {
      const count = figures[figure]
      const { numerator, denominator } = count
      return denominator === null ? [numerator] : [worthOf(count), numerator, denominator]
    })
  const heads = definitions.flatMap(each =>
    each.denominator === null ? [headOf(each)] : [each.label, `${each.label}分子`, `${each.label}分母`],
  )
  return {
    name: `热线统计_${view.from}至${view.until}`,
    head: [...(by.length === 0 ? ['范围'] : by.map(group => figureGroupLabel[group])), ...heads],
    rows: [
      ...lines.map(({ keys, figures }) => [
        ...by.map((group, place) => keyInWords(group, keys[place] ?? '', names)),
        ...cells(figures),
      ]),
      ['全部', ...by.slice(1).map(() => ''), ...cells(whole)],
    ],
  }
}
