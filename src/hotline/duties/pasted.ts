import { isDay } from '../../statute/day.ts'
import type { Duty } from './duty.ts'

/** What is wrong in which row of a pasted table; the first row is 1. */
export interface PastedFault {
  readonly row: number
  readonly words: string
}

/** The columns of a pasted table of duties, in this order. */
export const pastedColumns = ['事项', '地点', '承办单位', '依据', '开始适用'] as const

type PastedDuty = Omit<Duty, 'id' | 'hotline' | 'until'>

/** Lines of the list out of a table as a spreadsheet copies it, with what is wrong row by row; the row of names may lead. */
export function dutiesPasted(
  text: string,
  units: readonly { readonly code: string; readonly name: string; readonly shortName: string }[],
): { readonly duties: readonly PastedDuty[]; readonly faults: readonly PastedFault[] } {
  const duties: PastedDuty[] = []
  const faults: PastedFault[] = []
  text.split(/\r?\n/u).forEach((line, at) => {
    const [matter = '', place = '', unitName = '', basis = '', from = ''] = line
      .split('\t')
      .map(cell => cell.trim())
    if (line.trim() === '' || (at === 0 && matter === pastedColumns[0])) return
    const unit = units.find(({ code, name, shortName }) => [code, name, shortName].includes(unitName))
    const wrong = [
      matter === '' ? '没有填写事项' : undefined,
      matter.length > 200 || place.length > 200 || basis.length > 200 ? '每格最多 200 字' : undefined,
      unit === undefined ? `没有“${unitName}”这个承办单位` : undefined,
      isDay(from) ? undefined : `“${from}”不是有效日期，例如 2026-01-01`,
    ].filter(words => words !== undefined)
    if (wrong.length > 0) faults.push({ row: at + 1, words: wrong.join('；') })
    else if (unit !== undefined && isDay(from)) duties.push({ matter, place, unit: unit.code, basis, from })
  })
  return { duties, faults }
}
