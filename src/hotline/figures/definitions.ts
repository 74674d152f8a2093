import {
  type Resolution,
  resolutionLabel,
  type Satisfaction,
  satisfactionLabel,
  satisfactions,
} from '../events.ts'
import type { Counter } from './counters.ts'
import type { FigureVersion } from './version.ts'

/** The figures of a hotline, in the order in which a bulletin tells them. */
export const figures = [
  ...(['total', 'callers', 'answered', 'dispatched', 'open', 'closed', 'returnedNow', 'converted'] as const),
  ...(['closingRate', 'onTimeRate', 'satisfactionRate', 'instantRate', 'signingRate'] as const),
  ...(['reachedRate', 'resolvedRate', 'overdue', 'late'] as const),
  ...(['dispatches', 'returns', 'returnRate', 'reopenings', 'reopenedRate', 'extendedRate'] as const),
  ...(['callBacks', 'urgings'] as const),
] as const
export type Figure = (typeof figures)[number]

/** What is counted; the three are never put into one table. */
export type Counted = 'demands' | 'events' | 'people'

/** What is counted, as a table heads it. */
export const countedLabel = {
  demands: '按诉求计',
  events: '按办理次数计',
  people: '按诉求人计',
} as const satisfies Record<Counted, string>

/** The figures that a report shows until somebody chooses others, separated by commas. */
export const usualFigures = {
  demands: 'total,answered,dispatched,closed,closingRate,onTimeRate,satisfactionRate',
  events: 'dispatches,returns,returnRate,reopenings,callBacks,urgings',
  people: 'callers',
} as const satisfies Record<Counted, string>

/** A part of a figure: in words, and by what is added up. */
export interface FigurePart {
  readonly words: string
  readonly counters: readonly Counter[]
}

/** What a figure says and how: shown at the number. */
export interface FigureDefinition {
  readonly figure: Figure
  readonly label: string
  readonly counts: Counted
  /** Of a rate it is %. */
  readonly unit: '件' | '人' | '次' | '%'
  readonly numerator: FigurePart
  /** Null where the figure is no rate. */
  readonly denominator: FigurePart | null
  readonly cutOff: string
  readonly leftOut: string
}

const atCutOff = '时段内登记的诉求，以截止时刻的办理情况为准'
const inAll = '无'

type Rest = Partial<Pick<FigureDefinition, 'counts' | 'unit' | 'cutOff' | 'leftOut'>> & {
  readonly of?: FigurePart
}

function define(figure: Figure, label: string, numerator: FigurePart, rest: Rest = {}): FigureDefinition {
  const { of = null, counts = 'demands', cutOff = atCutOff, leftOut = inAll } = rest
  const unit = rest.unit ?? (of === null ? (counts === 'events' ? '次' : '件') : '%')
  return { figure, label, counts, unit, numerator, denominator: of, cutOff, leftOut }
}

const part = (words: string, ...counters: readonly Counter[]): FigurePart => ({ words, counters })
const dispatched = part('转办的诉求', 'dispatched')

/** Every figure as this version defines it. */
export function definitionsOf(version: FigureVersion): readonly FigureDefinition[] {
  return [...amounts, ...rates(version), ...delays, ...events]
}

/** One figure as this version defines it. */
export function definitionOf(figure: Figure, version: FigureVersion): FigureDefinition {
  const found = definitionsOf(version).find(each => each.figure === figure)
  if (found === undefined) throw new RangeError(`no figure ${figure}`)
  return found
}

const amounts: readonly FigureDefinition[] = [
  define('total', '诉求总量', part('登记的诉求，各种来源', 'total'), {
    ...{ cutOff: '登记的日期在时段内', leftOut: '无；合并的诉求各计一件' },
  }),
  define('callers', '诉求人数', part('登记的诉求的来电人，同一号码计一人'), {
    ...{ counts: 'people', unit: '人', cutOff: '登记的日期在时段内', leftOut: '没有留下号码的来电人' },
  }),
  define('answered', '直接办复', part('热线当场答复、未转承办单位的诉求', 'answered')),
  define('dispatched', '转办', part('已派给承办单位的诉求，多次派单计一件', 'dispatched')),
  define('open', '转办在办', part('已转办，尚未办结、退回或者转出的诉求', 'open')),
  define('closed', '办结', part('已转办并办结的诉求；诉求人撤回的视同办结', 'closed'), {
    leftOut: '未经转办的（计入直接办复）',
  }),
  define('returnedNow', '退单待定', part('已转办，承办单位退回、尚未重新派单的诉求', 'returnedNow')),
  define('converted', '转为信息公开申请', part('已转办，转为政府信息公开申请的诉求', 'converted')),
]

function rates(version: FigureVersion): readonly FigureDefinition[] {
  const { question, instant, signing, resolved } = version
  return [
    define('closingRate', '办结率', part('其中已办结的', 'closed'), { of: dispatched }),
    define('onTimeRate', '按时反馈率', part('其中在期限内首次反馈的', 'onTime'), {
      of: part('转办且反馈期限已到的诉求', 'onTime', 'fedBackLate', 'overdue'),
      leftOut: '期限未到的，中止期间的，反馈前撤回或者转为信息公开申请的；延期后的期限为准',
    }),
    define('satisfactionRate', '满意率', part(satisfiedWords(version), ...satisfiedCounters(version)), {
      of: part(
        version.unsaid === 'leftOut' ? '回访中已评价的诉求' : '已回访的诉求',
        ...satisfactionCounters(version),
      ),
      cutOff: `${atCutOff}；以最近一次回访对办理${question === 'result' ? '结果' : '过程'}的评价为准`,
      leftOut: version.unsaid === 'leftOut' ? '没有联系上或者未评价的' : '没有回访的',
    }),
    define('instantRate', '即时转办率', part(`其中登记后 ${instant} 分钟内派单的`, `instant${instant}`), {
      of: dispatched,
    }),
    define('signingRate', '及时签收率', part(signingWords(signing), `signed${signing}`), { of: dispatched }),
    define('reachedRate', '有效回访率', part('其中诉求人作出评价的', 'reached'), {
      of: part('已回访的诉求', 'calledBack'),
    }),
    define('resolvedRate', '解决率', part(`其中反馈为${labelsOf(resolved)}的`, ...resolved), {
      of: part('已反馈的诉求', 'resolved', 'partly', 'explained', 'unresolved'),
      ...{ cutOff: `${atCutOff}；以最近一次反馈为准`, leftOut: '重办后尚未再次反馈的' },
    }),
  ]
}

const delays: readonly FigureDefinition[] = [
  define('overdue', '逾期未反馈', part('转办的诉求中，期限已过仍未反馈的', 'overdue')),
  define('late', '逾期', part('转办的诉求中，逾期反馈的和期限已过仍未反馈的', 'fedBackLate', 'overdue')),
]

const byEvent = '时段内登记的诉求，截止时刻以前的办理；记在当时的承办单位名下'

const events: readonly FigureDefinition[] = [
  define('dispatches', '派单次数', part('派单和裁定的次数', 'dispatches'), {
    ...{ counts: 'events', cutOff: byEvent },
  }),
  define('returns', '退单次数', part('承办单位退单的次数', 'returns'), { counts: 'events', cutOff: byEvent }),
  define('returnRate', '退单率', part('其中退回的次数', 'returns'), {
    ...{ counts: 'events', of: part('派单的次数', 'dispatches'), cutOff: byEvent },
  }),
  define('reopenings', '重办次数', part('退回承办单位重新办理的次数', 'reopenings'), {
    ...{ counts: 'events', cutOff: byEvent },
  }),
  define('reopenedRate', '重办率', part('其中至少重办一次的', 'reopened'), {
    of: part('反馈过的诉求', 'fedBack'),
  }),
  define('extendedRate', '延期率', part('其中同意延期的', 'extended'), { of: dispatched }),
  define('callBacks', '回访次数', part('回访的次数，没有联系上的也计', 'callBacks'), {
    ...{ counts: 'events', cutOff: byEvent },
  }),
  define('urgings', '催办次数', part('催办、督办的次数', 'urgings'), { counts: 'events', cutOff: byEvent }),
]

const counterOfLevel = {
  verySatisfied: 'VerySatisfied',
  satisfied: 'Satisfied',
  basically: 'Basically',
  dissatisfied: 'Dissatisfied',
  veryDissatisfied: 'VeryDissatisfied',
} as const satisfies Record<Satisfaction, string>

/** The counter of a level of one of the two questions. */
export function levelCounter(question: FigureVersion['question'], level: Satisfaction): Counter {
  return `${question}${counterOfLevel[level]}`
}

function satisfiedCounters({ question, satisfied, unsaid }: FigureVersion): readonly Counter[] {
  const levels = satisfied.map(level => levelCounter(question, level))
  return unsaid === 'satisfied' ? [...levels, `${question}Unsaid`] : levels
}

function satisfactionCounters({ question, unsaid }: FigureVersion): readonly Counter[] {
  const levels = satisfactions.map(level => levelCounter(question, level))
  return unsaid === 'leftOut' ? levels : [...levels, `${question}Unsaid`]
}

function satisfiedWords({ satisfied, unsaid }: FigureVersion): string {
  const levels = satisfied.map(level => satisfactionLabel[level]).join('、')
  return `其中评价为${levels}的${unsaid === 'satisfied' ? '，未评价的视为满意' : ''}`
}

function signingWords(minutes: number): string {
  const time = minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`
  return `其中派单后 ${time}（工作时间）内签收的；尚未签收的视为未及时`
}

function labelsOf(resolved: readonly Resolution[]): string {
  return resolved.map(each => resolutionLabel[each]).join('、')
}
