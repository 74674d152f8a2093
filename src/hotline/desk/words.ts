import { inChinese } from '../../statute/day.ts'
import { momentInChinese } from '../../statute/moment.ts'
import {
  callBackFailureLabel,
  callBackWayLabel,
  resolutionLabel,
  satisfactionLabel,
  urgeLevelLabel,
} from '../events.ts'
import { limitInWords } from '../limits.ts'
import type { DemandView } from '../view.ts'

type Seen = DemandView['events'][number]

/** What an event says beside its name. */
export function demandEventWords(event: Seen): string {
  return ofUnits(event) ?? ofCaller(event) ?? ofOthers(event) ?? ('reason' in event ? event.reason : '')
}

/** Which unit it goes to, and for how long; undefined for other events. */
function ofUnits(event: Seen): string | undefined {
  const unit = 'unitName' in event ? (event.unitName ?? '') : ''
  switch (event.kind) {
    case 'registered':
      return event.received === undefined ? '' : `${inChinese(event.received)}收到。`
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
    case 'visited':
      return [
        `${unit}，${momentInChinese(event.visitedAt)}到现场：${event.seen}`,
        event.photos === 0 ? '' : `照片 ${event.photos} 张`,
      ]
        .filter(Boolean)
        .join('\n')
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
      return `${followed(event.following)}${resolutionLabel[event.resolution]}：${event.words}${checkedWords(event.checked)}`
    case 'calledBack':
      return calledBackWords(event)
    case 'urged':
      return `${urgeLevelLabel[event.level ?? 'urge']}：${event.words}`
    case 'closed':
      return event.explained === undefined ? '' : `来电人不满意，解释后办结：${event.explained}`
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

const checkedWords = (kinds: readonly string[] = []) =>
  kinds.length === 0 ? '' : `\n（其中的${kinds.join('、')}已经核对）`

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
