import { type DemandChannel, type DemandType, demandChannelLabel, demandTypeLabel } from '../demand.ts'
import { branchInWords } from '../figures/branch.ts'
import { type FigureCounts, figureInWords } from '../figures/count.ts'
import { definitionOf, type Figure } from '../figures/definitions.ts'
import type { FigureVersion } from '../figures/version.ts'
import type { BulletinNumbers, IndustryLine, UnitLine } from './content.ts'
import { changeInWords } from './fields.ts'
import { changeLabel, type Span, spanOf, spanYearEarlier } from './period.ts'

/** What a number of a bulletin opens to, besides the hotline and the cut-off. */
export interface Opens extends Span {
  readonly figure: Figure
  readonly unit?: string
  readonly type?: DemandType
  readonly channel?: DemandChannel
  readonly area?: string
}

/** The tables whose numbers are no figures, with the row that opens: the unit, or the name of the industry. */
export interface RowOpens {
  readonly table: 'repeated' | 'industries'
  readonly row: string
}

/** A cell: its text, and what it opens to. */
export interface BulletinCell {
  readonly text: string
  readonly opens?: Opens
  /** Only those of `opens` that belong to a row of this bulletin. */
  readonly of?: RowOpens
  /** The matter with its demands, to which it opens. */
  readonly matter?: string | undefined
  /** How it came about, shown beside it at the desk. */
  readonly why?: readonly string[]
}

/** A table of a bulletin; the first cell of a row names it. */
export interface BulletinTable {
  readonly key: string
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly BulletinCell[])[]
  readonly note?: string
  /** The column whose numbers a chart shows, where one answers a question, and the question. */
  readonly chart?: { readonly column: number; readonly asks: string }
}

const plain = (text: string | number): BulletinCell => ({ text: String(text) })
const share = (part: number, whole: number) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`)

/** The tables of a bulletin, in their order; one that would be empty is left out. */
export function tablesOf(numbers: BulletinNumbers, version: FigureVersion): BulletinTable[] {
  const { kind } = numbers
  const all = [
    overviewTable(numbers, version),
    typesTable(numbers),
    areasTable(numbers),
    ...(kind === 'week' ? [backlogTable(numbers)] : []),
    ...(kind === 'month' ? [unitsTable(numbers, 'county'), unitsTable(numbers, 'department')] : []),
    topicsTable(numbers),
    ...(kind === 'week' ? [] : [repeatedTable(numbers)]),
    ...(kind === 'quarter' ? [trendTable(numbers), industriesTable(numbers)] : []),
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

const told = [
  ...(['total', 'callers', 'answered', 'dispatched', 'closingRate', 'onTimeRate', 'satisfactionRate'] as const),
  ...(['instantRate', 'signingRate', 'reachedRate', 'resolvedRate', 'returnRate', 'reopenedRate'] as const),
] as const satisfies readonly Figure[]

function overviewTable(numbers: BulletinNumbers, version: FigureVersion): BulletinTable {
  const { whole, before, yearEarlier, comparedAsOf, span, kind } = numbers
  return {
    ...{ key: 'overview', title: '主要指标', head: ['指标', '本期', changeLabel[kind], '同比'] },
    rows: told.map(figure => [
      plain(definitionOf(figure, version).label),
      { text: figureInWords(whole[figure]), opens: { ...span, figure } },
      plain(changeInWords(whole[figure], before[figure])),
      plain(changeInWords(whole[figure], yearEarlier[figure])),
    ]),
    ...(comparedAsOf && { note: '环比、同比的办理情况，同样统计到各自时段结束后相同的天数。' }),
  }
}

function typesTable({ types, channels, whole, span }: BulletinNumbers): BulletinTable {
  const total = whole.total.numerator
  const line = (label: string, figures: FigureCounts, only: Partial<Opens>) => [
    plain(label),
    { text: figureInWords(figures.total), opens: { ...span, figure: 'total' as const, ...only } },
    plain(share(figures.total.numerator, total)),
    plain(figureInWords(figures.satisfactionRate)),
  ]
  return {
    ...{ key: 'types', title: '诉求类型和来源', head: ['类型、来源', '件数', '占比', '满意率'] },
    rows: [
      ...types.map(({ key, figures }) => line(`类型：${demandTypeLabel[key]}`, figures, { type: key })),
      ...channels.map(({ key, figures }) => line(`来源：${demandChannelLabel[key]}`, figures, { channel: key })),
    ],
    chart: { column: 1, asks: '哪一类诉求、哪一种来源最多' },
  }
}

const ofArea = ['total', 'dispatched', 'closingRate', 'satisfactionRate'] as const satisfies readonly Figure[]

/** Where the demands are; left out where no place names a county or town. */
function areasTable({ areas = [], span }: BulletinNumbers): BulletinTable {
  return {
    ...{ key: 'areas', title: '各县区、乡镇的诉求' },
    head: ['县区、乡镇', '件数', '转办', '办结率', '满意率'],
    rows: (areas.every(({ key }) => key === '') ? [] : areas).map(({ key, figures }) => [
      plain(branchInWords('area', key)),
      ...ofArea.map(figure => ({
        text: figureInWords(figures[figure]),
        opens: { ...span, figure, area: key },
      })),
    ]),
    note: '按诉求的地点归属，不是按承办单位。',
    chart: { column: 1, asks: '哪里的诉求最多' },
  }
}

const groupLabel = { county: '县（市）区', department: '部门' } as const

const rated = ['closingRate', 'satisfactionRate', 'onTimeRate', 'reachedRate'] as const satisfies readonly Figure[]

function unitsTable({ units, span, appraisal }: BulletinNumbers, group: UnitLine['group']): BulletinTable {
  const some = units
    .filter(unit => unit.group === group)
    .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1))
  return {
    ...{ key: group, title: `${groupLabel[group]}办理情况排名` },
    head: ['单位', '转办', '办结率', '满意率', '按时反馈率', '有效回访率', '知识库更新', '得分', '排名'],
    rows: some.map(({ unit, name, figures, updates, score, rank, arithmetic }) => [
      plain(name),
      ...(['dispatched', ...rated] as const).map(figure => ({
        text: figureInWords(figures[figure]),
        opens: { ...span, figure, unit },
      })),
      plain(updates ?? '—'),
      { text: score === null ? '—' : score.toFixed(2), why: arithmetic },
      plain(rank ?? '—'),
    ]),
    note: `计分办法：${appraisal.basis}。没有可比诉求的指标不计，其余按比例折算为 100 分。`,
    chart: { column: 7, asks: '哪些单位得分高' },
  }
}

function backlogTable({ backlogs, backlogSpan }: BulletinNumbers): BulletinTable {
  return {
    ...{ key: 'backlog', title: '各单位在办和逾期', head: ['单位', '全部在办', '逾期未反馈'] },
    rows: backlogs.map(({ unit, name, figures }) => [
      plain(name),
      ...(['open', 'overdue'] as const).map(figure => ({
        text: figureInWords(figures[figure]),
        opens: { ...backlogSpan, figure, unit },
      })),
    ]),
    note: '包括以前登记、尚未办结的诉求。',
    chart: { column: 1, asks: '积压在哪些单位' },
  }
}

function topicsTable({ topics }: BulletinNumbers): BulletinTable {
  return {
    ...{ key: 'topics', title: '热点问题', head: ['问题', '地点', '件数', '诉求人', '满意率', '专项治理'] },
    rows: topics.map(({ title, place, matter, demands, callers, satisfied, evaluated, project }) => [
      ...[title, place || '—'].map(plain),
      ...[demands, callers].map(number => ({ ...plain(number), matter })),
      ...[share(satisfied, evaluated), project ?? '没有立项'].map(plain),
    ]),
  }
}

function repeatedTable({ repeated, span }: BulletinNumbers): BulletinTable {
  return {
    ...{ key: 'repeated', title: '重复投诉', head: ['单位', '重复反映的诉求人', '诉求'] },
    rows: repeated.map(({ unit, name, callers, demands }) => [
      plain(name),
      ...[callers, demands].map(number => ({
        ...plain(number),
        opens: { ...span, figure: 'total' as const, unit },
        of: { table: 'repeated' as const, row: unit },
      })),
    ]),
    note: '同一号码在本期内就同一单位反映两次以上的；合并的诉求分别计。',
  }
}

function trendTable({ trend }: BulletinNumbers): BulletinTable {
  return {
    ...{ key: 'trend', title: '近十二个月走势', head: ['月份', '诉求总量', '转办', '满意率'] },
    rows: trend.map(({ from, figures }) => {
      const month = spanOf('month', from)
      const shown = (['total', 'dispatched', 'satisfactionRate'] as const).map(figure => ({
        text: figureInWords(figures[figure]),
        opens: { ...month, figure },
      }))
      return [plain(`${month.from.slice(0, 4)}年${Number(month.from.slice(5, 7))}月`), ...shown]
    }),
    chart: { column: 1, asks: '诉求在升还是在降' },
  }
}

function industryCell(
  number: number,
  span: Span,
  { name, words }: Pick<IndustryLine, 'name' | 'words'>,
): BulletinCell {
  if (words === undefined) return plain(number)
  return {
    ...{ ...plain(number), opens: { from: span.from, until: span.until, figure: 'total' } },
    of: { table: 'industries', row: name },
  }
}

function industriesTable({ industries, kind, span }: BulletinNumbers): BulletinTable {
  return {
    ...{ key: 'industries', title: '重点行业', head: ['行业', '本期', '上年同期', '同比'] },
    rows: industries.map(({ name, words, demands, yearEarlier }) => [
      plain(name),
      industryCell(demands, span, { name, words }),
      industryCell(yearEarlier, spanYearEarlier(kind, span), { name, words }),
      plain(
        changeInWords(
          { numerator: demands, denominator: null },
          { numerator: yearEarlier, denominator: null },
        ),
      ),
    ]),
    note: '按诉求标题中的行业词语归类，一件诉求可以属于几个行业。',
    chart: { column: 1, asks: '哪些行业诉求最多' },
  }
}
