import { type FigureCount, figureInWords, worthOf } from '../figures/count.ts'
import { definitionsOf } from '../figures/definitions.ts'
import type { FigureVersion } from '../figures/version.ts'
import type { BulletinNumbers, Section } from './content.ts'
import { bulletinKindLabel, spanInWords } from './period.ts'

/** A number that the prose may show. */
export interface Field {
  readonly name: string
  readonly label: string
  readonly text: string
}

const pattern = /\{\{\s*([\w.]+)\s*\}\}/g

/** How much a figure changed: an amount in percent, a rate in percentage points; 持平 where it did not. */
export function changeInWords(now: FigureCount, earlier: FigureCount): string {
  const [here, there] = [worthOf(now), worthOf(earlier)]
  if (here === null || there === null || (now.denominator === null && there === 0)) return '没有可比数字'
  const rate = now.denominator !== null
  const change = rate ? (here - there) * 100 : ((here - there) / there) * 100
  const size = Math.abs(change).toFixed(1)
  if (size === '0.0') return '持平'
  return `${change > 0 ? '上升' : '下降'} ${size}${rate ? ' 个百分点' : '%'}`
}

/** Every number that the prose of a bulletin may show, by name. */
export function fieldsOf(numbers: BulletinNumbers, version: FigureVersion): Field[] {
  const { whole, before, yearEarlier, backlog, kind, span, units, topics } = numbers
  const figures = definitionsOf(version).flatMap(({ figure, label }) => [
    { name: figure, label, text: figureInWords(whole[figure]) },
    { name: `${figure}.change`, label: `${label}的环比`, text: changeInWords(whole[figure], before[figure]) },
    {
      name: `${figure}.year`,
      label: `${label}的同比`,
      text: changeInWords(whole[figure], yearEarlier[figure]),
    },
  ])
  const ranked = (group: 'county' | 'department', last: boolean) => {
    const some = units.filter(unit => unit.group === group && unit.rank !== null)
    const sorted = some.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    const names = (last ? sorted.slice(3).slice(-3).toReversed() : sorted.slice(0, 3)).map(({ name }) => name)
    return names.length === 0 ? '（没有可以排名的单位）' : names.join('、')
  }
  const field = (name: string, label: string, text: string | number) => ({ name, label, text: String(text) })
  return [
    field('kind', '名称', bulletinKindLabel[kind]),
    field('period', '时段', spanInWords(kind, span)),
    ...figures,
    field('backlog.open', '全部在办', figureInWords(backlog.open)),
    field('backlog.overdue', '全部逾期未反馈', figureInWords(backlog.overdue)),
    field('units.best', '排名靠前的部门', ranked('department', false)),
    field('units.last', '排名靠后的部门', ranked('department', true)),
    field('counties.best', '排名靠前的县（市）区', ranked('county', false)),
    field('counties.last', '排名靠后的县（市）区', ranked('county', true)),
    field(
      'topics',
      '热点问题',
      topics.length === 0 ? '（没有热点问题）' : topics.map(({ title }) => title).join('、'),
    ),
    field(
      'repeated',
      '重复投诉（件）',
      numbers.repeated.reduce((sum, { demands }) => sum + demands, 0),
    ),
  ]
}

/** The prose with its fields written out; a field that is not known stays as it is. */
export function written(words: string, fields: readonly Field[]): string {
  const texts = new Map(fields.map(({ name, text }) => [name, text]))
  return words.replace(pattern, (whole, name: string) => texts.get(name) ?? whole)
}

/** Fields in the prose that show nothing. */
export function unknownFields(sections: readonly Section[], fields: readonly Field[]): string[] {
  const names = new Set(fields.map(({ name }) => name))
  return sections.flatMap(({ words }) =>
    [...words.matchAll(pattern)].flatMap(([whole, name = '']) => (names.has(name) ? [] : [whole])),
  )
}
