import { type Day, inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { resultLabel } from '../../../statute/taxonomy.ts'
import { type ItemEvent, reviewFindingLabel } from '../../events.ts'
import { validityLabel } from '../../item.ts'

const said = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join('；')

/** What an event tells besides its kind; empty where it tells nothing. */
export function itemEventWords(event: ItemEvent): string {
  return onTheWay(event) ?? onTheShelf(event) ?? ''
}

function onTheWay(event: ItemEvent): string | undefined {
  switch (event.kind) {
    case 'submitted':
    case 'checked':
    case 'approved':
      return event.words
    case 'reviewed':
      return said(reviewFindingLabel[event.finding], event.ground)
    case 'scheduled':
      return momentInChinese(event.moment)
    case 'withheld':
      return said(resultLabel[`withheld.${event.ground}`], event.reason, nextLook(event.reviewOn))
    case 'reconsidered':
      return said(event.open ? '可以公开，转入起草' : '继续不予公开', event.reason, nextLook(event.reviewOn))
    case 'handedOver':
      return said(`交给${event.to.name}`, event.reason)
    case 'noted':
      return event.text
    default:
      return undefined
  }
}

function onTheShelf(event: ItemEvent): string | undefined {
  switch (event.kind) {
    case 'imported':
      return said(`原公开日期 ${inChinese(event.publishedOn)}`, event.from)
    case 'published':
      return said(`第 ${event.edition} 版`, event.reason, event.urgent && `应急发布：${event.urgent}`)
    case 'urgentReviewed':
      return event.ground
    case 'ended':
      return said(`${validityLabel[event.validity]}，自 ${inChinese(event.endsOn)} 起`, event.byWords)
    case 'sentBack':
    case 'waived':
    case 'unscheduled':
    case 'revisionOpened':
    case 'revisionDropped':
    case 'withdrawn':
    case 'restored':
    case 'abandoned':
      return event.reason
    default:
      return undefined
  }
}

function nextLook(on: Day | null): string | null {
  return on === null ? null : `下次审查 ${inChinese(on)}`
}
