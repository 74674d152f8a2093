import { inChinese } from '../statute/day.ts'
import { resultLabel, rowOf } from '../statute/taxonomy.ts'
import { type FoiEvent, foiEventLabel } from './events.ts'

/** One line of the timeline as the applicant sees it: the office's own, less what is internal. */
export interface PublicLine {
  readonly on: string
  readonly label: string
  readonly words: string
  /** The round that this line opens. */
  readonly round?: string | undefined
}

/** What the applicant sees of a history; who handles it inside the office, drafts and remarks are left out. */
export function publicTimeline(events: readonly FoiEvent[]): PublicLine[] {
  return events.flatMap(event => {
    const words = publicWords(event)
    if (words === undefined) return []
    const round = event.kind === 'roundOpened' ? event.request : undefined
    return [{ on: event.on, label: foiEventLabel[event.kind], words, round }]
  })
}

/** What a line says beside its label; undefined where it is internal. */
function publicWords(event: FoiEvent): string | undefined {
  switch (event.kind) {
    case 'arrived':
      return '申请已送达受理机关。'
    case 'received':
      return `收到之日：${inChinese(event.on)}（${event.evidence}）。`
    case 'correctionAsked':
      return `请在 ${inChinese(event.answerBy)}前补正：${event.reason}`
    case 'corrected':
      return '答复期限自这一天起重新计算。'
    case 'opinionSought':
      return '信息涉及第三方或者其他机关，正在书面征求意见；征求意见的时间不计入答复期限。'
    case 'opinionReceived':
      return '意见已收到，答复期限继续计算。'
    case 'extended':
      return `延长 ${event.workdays} 个工作日：${event.reason}`
    case 'delayed':
      return `将在 ${inChinese(event.until)}前答复：${event.reason}`
    default:
      return applicantWords(event) ?? endWords(event)
  }
}

function applicantWords(event: FoiEvent): string | undefined {
  switch (event.kind) {
    case 'reasonsAsked':
      return `请在 ${inChinese(event.answerBy)}前说明理由：${event.reason}`
    case 'reasonsGiven':
      return event.words
    case 'feeNotified':
      return `信息处理费 ${event.yuan} 元，请在 ${inChinese(event.payBy)}前缴纳。`
    case 'paid':
      return '已收到缴费，答复期限继续计算。'
    case 'attached':
      return event.open ? event.name : undefined
    case 'submitted':
      return event.words
    case 'rated':
      return `${event.score} 分。${event.words}`
    default:
      return undefined
  }
}

function endWords(event: FoiEvent): string | undefined {
  switch (event.kind) {
    case 'answered':
      return `${resultLabel[rowOf(event.outcome)]}，文号 ${event.letter}。`
    case 'served':
      return '答复已送达。'
    case 'closed':
      return `${event.reason}，不再处理。`
    case 'remedyLodged':
      return `${event.body}${event.reference === '' ? '' : `（${event.reference}）`}`
    case 'remedyDecided':
      return event.words
    case 'roundOpened':
      return `按要求重新办理，编号 ${event.number}。`
    case 'transferHinted':
      return `该信息由${event.agency}负责公开${event.contact === '' ? '' : `（${event.contact}）`}。`
    case 'publicationProposed':
      return event.reason
    case 'publicationDecided':
      return `${event.publish ? '决定主动公开' : '决定不主动公开'}：${event.reason}`
    default:
      return undefined
  }
}
