import { inChinese } from '../../../statute/day.ts'
import { resultLabel, rowOf } from '../../../statute/taxonomy.ts'
import type { FoiEvent, ObjectionFinding, OpinionAnswer, RemedyResult, RemedyRoute } from '../../events.ts'
import { servingWayLabel } from '../../request.ts'

/** What a party said, in words. */
export const opinionAnswerLabel = {
  consents: '同意公开',
  objects: '不同意公开',
  silent: '逾期未答复',
} as const satisfies Record<OpinionAnswer, string>

/** What is found of an objection, in words. */
export const findingLabel = {
  reasonable: '理由合理，不予公开',
  unreasonable: '理由不合理',
  outweighed: '理由合理，但不公开会对公共利益造成重大影响，予以公开',
} as const satisfies Record<ObjectionFinding, string>

/** How a decision is contested, in words. */
export const routeLabel = {
  reconsideration: '行政复议',
  litigationDirect: '未经复议直接起诉',
  litigationAfterReconsideration: '复议后起诉',
} as const satisfies Record<RemedyRoute, string>

/** How a remedy ended, as table 4 calls it. */
export const remedyResultLabel = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
} as const satisfies Record<RemedyResult, string>

/** What a line of the timeline says to the staff beside its label. */
export function eventWords(event: FoiEvent): string {
  return onTheWay(event) ?? towardsAnswer(event) ?? afterwards(event) ?? ''
}

function onTheWay(event: FoiEvent): string | undefined {
  switch (event.kind) {
    case 'received':
      return `收到之日 ${inChinese(event.on)}，依据：${event.evidence}`
    case 'assigned':
      return `${event.department}${event.handler === undefined ? '' : `，经办人${event.handler.name}`}，处室期限 ${inChinese(event.limit)}`
    case 'handedOver':
      return `移交${event.to.name}：${event.reason}`
    case 'correctionAsked':
    case 'reasonsAsked':
      return `限 ${inChinese(event.answerBy)}前：${event.reason}`
    case 'corrected':
      return event.description
    case 'opinionSought':
      return `${event.party === 'thirdParty' ? '第三方' : '共同制作机关'}${event.of}，限 ${inChinese(event.answerBy)}前`
    case 'opinionReceived':
      return `${event.of}：${opinionAnswerLabel[event.answer]}${event.words === '' ? '' : `。${event.words}`}`
    case 'weighed':
      return `${event.of}：${findingLabel[event.finding]}。${event.reason}`
    case 'extensionProposed':
    case 'extended':
      return `${event.workdays} 个工作日：${event.reason}`
    case 'extensionDeclined':
      return event.reason
    case 'reasonsGiven':
      return event.words
    case 'delayed':
      return `至 ${inChinese(event.until)}：${event.reason}`
    case 'feeNotified':
      return `${event.count}${event.basis === 'pieces' ? '件' : '页'}，${event.yuan} 元，限 ${inChinese(event.payBy)}前缴纳`
    default:
      return undefined
  }
}

function towardsAnswer(event: FoiEvent): string | undefined {
  switch (event.kind) {
    case 'drafted':
      return `拟：${resultLabel[rowOf(event.outcome)]}。${event.reasoning}`
    case 'returned':
      return event.reason
    case 'answered':
      return `${resultLabel[rowOf(event.outcome)]}，文号 ${event.letter}`
    case 'served':
      return `${servingWayLabel[event.way]}，凭证：${event.proof}`
    case 'closed':
      return event.reason
    case 'noted':
      return event.text
    case 'attached':
      return `${event.name}${event.open ? '（申请人可见）' : ''}`
    case 'submitted':
      return event.words
    default:
      return undefined
  }
}

function afterwards(event: FoiEvent): string | undefined {
  switch (event.kind) {
    case 'rated':
      return `${event.score} 分。${event.words}`
    case 'remedyLodged':
      return `${routeLabel[event.route]}，${event.body}${event.reference === '' ? '' : `，${event.reference}`}`
    case 'remedyDecided':
      return `${remedyResultLabel[event.result]}${event.answerAgain ? '，责令重新答复' : ''}。${event.words}`
    case 'remedyNoted':
      return event.text
    case 'roundOpened':
      return `编号 ${event.number}`
    case 'transferHinted':
      return `由${event.agency}负责公开${event.contact === '' ? '' : `（${event.contact}）`}`
    case 'publicationProposed':
      return event.reason
    case 'publicationDecided':
      return `${event.publish ? `决定主动公开：${event.title}` : '决定不主动公开'}。${event.reason}`
    default:
      return undefined
  }
}
