import { momentInChinese } from '../../desk/moment.ts'
import { inChinese } from '../../statute/day.ts'
import type { LimitClock, LimitPart } from '../clock.ts'
import {
  callBackFailureLabel,
  callBackWayLabel,
  resolutionLabel,
  satisfactionLabel,
  urgeLevelLabel,
} from '../events.ts'
import { limitInWords } from '../limits.ts'
import type { DemandLine, DemandView } from '../view.ts'

/** When the limit is over, and whether it is. */
export function dueText({ dueAt, late }: Pick<DemandLine, 'dueAt' | 'late'>): string {
  if (dueAt === null) return '—'
  // The end of a day is said with that day, not as the next one's first minute.
  const said = momentInChinese(dueAt)
  const whole = said.endsWith(' 00:00') ? `${momentInChinese(minuteBefore(dueAt)).slice(0, -5)}24:00` : said
  return `${whole}${late ? '，已逾期' : ''}`
}

const minuteBefore = (moment: string) => new Date(Date.parse(moment) - 60_000).toISOString()

/** 90 minutes as 1 小时 30 分钟. */
export function minutesInChinese(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} 小时` : '', rest > 0 || hours === 0 ? `${rest} 分钟` : '']
    .filter(Boolean)
    .join(' ')
}

const partWords = {
  dispatched: '派单，期限',
  dispatchedAgain: '重新派单，在已用时间之外另加',
  extended: '延期，另加',
  suspended: '中止期间不计入',
  changed: '调整期限，一共',
  reopened: '重办，重新计算期限',
} as const satisfies Record<LimitPart['what'], string>

/** A line of the arithmetic of a limit. */
export function partInWords({ at, what, minutes }: LimitPart): string {
  return `${momentInChinese(at)}：${partWords[what]} ${minutesInChinese(minutes)}`
}

/** What is left of a limit, or by how much it is over. */
export function clockInWords({ state, base, counted, allowance, late }: LimitClock): string {
  if (state === 'notStarted') return '尚未派单，期限不起算。'
  const time = base === 'working' ? '工作时间' : '时间'
  const used = `已用${time} ${minutesInChinese(counted)}，共 ${minutesInChinese(allowance)}`
  if (state === 'stopped') return `${used}；已反馈，${late ? '超过期限' : '在期限以内'}。`
  const left = late
    ? `超过 ${minutesInChinese(counted - allowance)}`
    : `还剩 ${minutesInChinese(allowance - counted)}`
  return `${used}，${left}${state === 'suspended' ? '；已中止，不再计时' : ''}。`
}

type Seen = DemandView['events'][number]

/** What an event says beside its name. */
export function demandEventWords(event: Seen): string {
  return ofUnits(event) ?? ofCaller(event) ?? ofOthers(event) ?? ('reason' in event ? event.reason : '')
}

/** Which unit it goes to, and for how long; undefined for other events. */
function ofUnits(event: Seen): string | undefined {
  const unit = 'unitName' in event ? (event.unitName ?? '') : ''
  switch (event.kind) {
    case 'dispatched': {
      const basis = event.basis === '' ? '' : `依据：${event.basis}`
      return [`承办单位：${unit}；期限：${limitInWords(event.limit)}`, basis].filter(Boolean).join('；')
    }
    case 'arbitrated':
      return `承办单位：${unit}；期限：${limitInWords(event.limit)}；理由：${event.reason}`
    case 'returned':
      return event.responsible === '' ? event.reason : `${event.reason}；建议由${event.responsible}办理`
    case 'extensionAsked':
    case 'extended':
      return `${event.workdays} 个工作日${event.reason === '' ? '' : `：${event.reason}`}`
    case 'limitChanged':
      return `${limitInWords(event.limit)}：${event.reason}`
    case 'coHandled':
      return [`会办单位：${unit}`, event.words].filter(Boolean).join('；')
    case 'partGiven':
      return `${unit}：${event.words}`
    case 'coHandlerReleased':
      return `${unit}：${event.reason}`
    default:
      return undefined
  }
}

/** What the caller is told, and what he says. */
function ofCaller(event: Seen): string | undefined {
  switch (event.kind) {
    case 'fedBack':
      return `${followed(event.following)}${resolutionLabel[event.resolution]}：${event.words}`
    case 'calledBack':
      return calledBackWords(event)
    case 'urged':
      return `${urgeLevelLabel[event.level ?? 'urge']}：${event.words}`
    case 'answered':
    case 'noted':
      return event.words
    default:
      return undefined
  }
}

/** Leaders, other demands, and a request for information. */
function ofOthers(event: Seen): string | undefined {
  switch (event.kind) {
    case 'merged':
    case 'unmerged':
    case 'unmergedFrom':
      return `诉求${event.otherNumber}：${event.reason}`
    case 'mergedIn':
      return `诉求${event.otherNumber}`
    case 'instructed':
      return `${event.leader}：${event.words}${event.dueOn === null ? '' : `（${inChinese(event.dueOn)}前反馈）`}`
    case 'instructionAnswered':
      return event.words
    case 'converted':
      return `申请${event.requestNumber}：${event.reason}`
    case 'convertedFrom':
      return `申请${event.requestNumber}`
    default:
      return undefined
  }
}

const followed = (number: string | undefined) => (number === undefined ? '' : `随诉求${number}一并反馈。`)

function calledBackWords({
  handling,
  result,
  words,
  failure,
  way,
}: Extract<Seen, { kind: 'calledBack' }>): string {
  const levels =
    handling === null && result === null
      ? [failure === undefined ? '没有联系上来电人' : callBackFailureLabel[failure]]
      : [
          handling === null ? '' : `对办理过程：${satisfactionLabel[handling]}`,
          result === null ? '' : `对办理结果：${satisfactionLabel[result]}`,
        ]
  return [way === undefined ? '' : callBackWayLabel[way], ...levels, words].filter(Boolean).join('；')
}
