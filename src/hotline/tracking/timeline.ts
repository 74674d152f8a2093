import {
  callBackFailureLabel,
  callerId,
  type DemandEvent,
  demandEventLabel,
  resolutionLabel,
  satisfactionLabel,
  urgeLevelLabel,
} from '../events.ts'
import type { DemandStanding, DemandState } from '../standing.ts'

/** A line of the timeline that the caller sees: the office's own, less what is internal and without names of clerks. */
export interface TrackedLine {
  readonly at: string
  readonly label: string
  readonly words: string
}

/** What the caller sees of a history; `nameOf` names the units. */
export function trackedTimeline(
  events: readonly DemandEvent[],
  nameOf: (unit: string) => string,
): TrackedLine[] {
  return events.flatMap(event => {
    const words = wordsFor(event, nameOf)
    return words === undefined ? [] : [{ at: event.at, label: labelFor(event), words }]
  })
}

function labelFor(event: DemandEvent): string {
  if (event.kind === 'noted') return '您的补充'
  if (event.kind === 'urged') return urgeLevelLabel[event.level ?? 'urge']
  if (event.kind === 'merged') return '与同一事项的诉求合并办理'
  if (event.kind === 'unmerged') return '恢复单独办理'
  return demandEventLabel[event.kind]
}

/** What is said to the caller of an event; undefined where it is internal. */
function wordsFor(event: DemandEvent, nameOf: (unit: string) => string): string | undefined {
  switch (event.kind) {
    case 'registered':
      return ''
    case 'closed':
      return event.explained === undefined ? '' : `解释说明：${event.explained}`
    case 'dispatched':
    case 'arbitrated':
      return `由${nameOf(event.unit)}办理。`
    case 'signed':
      return '承办单位已经签收，正在办理。'
    case 'returned':
      return `承办单位退回，等待热线重新确定承办单位：${event.reason}`
    case 'returnRefused':
      return '热线不同意退回，仍由原单位办理。'
    case 'coHandled':
      return `${event.units.map(nameOf).join('、')}参加办理。`
    case 'visited':
      return `${nameOf(event.unit)}到现场核查。`
    case 'extended':
      return `延长 ${event.workdays} 个工作日。${event.reason}`
    case 'suspended':
    case 'resumed':
    case 'reopened':
    case 'withdrawn':
    case 'limitChanged':
      return event.reason
    case 'answered':
      return event.words
    case 'fedBack':
      return `${resolutionLabel[event.resolution]}：${event.words}`
    case 'converted':
      return `已登记为信息公开申请${event.requestNumber}。`
    default:
      return besideFor(event)
  }
}

/** Of what is done beside the way: only what concerns the caller himself. */
function besideFor(event: DemandEvent): string | undefined {
  switch (event.kind) {
    case 'calledBack':
      return ratedWords(event)
    case 'merged':
      return '办理结果一并告知您，并单独回访您。'
    case 'unmerged':
      return ''
    case 'urged':
      return event.by === callerId ? event.words : `热线已经${urgeLevelLabel[event.level ?? 'urge']}。`
    case 'noted':
      return event.by === callerId ? event.words : undefined
    default:
      return undefined
  }
}

function ratedWords({
  handling,
  result,
  words,
  failure,
}: Extract<DemandEvent, { kind: 'calledBack' }>): string {
  const levels = [
    handling === null ? '' : `对办理过程：${satisfactionLabel[handling]}`,
    result === null ? '' : `对办理结果：${satisfactionLabel[result]}`,
    failure === undefined ? '' : callBackFailureLabel[failure],
  ]
  return [...levels, words].filter(Boolean).join('；')
}

/** Whose the demand is now, in words for the caller. */
export function whereItIs(
  { state, unit, satisfied }: DemandStanding,
  nameOf: (unit: string) => string,
): string {
  const at = unit === null ? '承办单位' : nameOf(unit)
  const words: Record<DemandState, string> = {
    registered: '热线已经登记，等待转给承办单位。',
    dispatched: `已经转给${at}，等待签收。办理期限已经起算。`,
    handling: `${at}正在办理。`,
    suspended: '因故中止，恢复后继续计算期限。',
    returned: '承办单位认为不属于其职责，热线正在重新确定承办单位；办理期限照常计算。',
    disputed: '承办单位不一致，正在由督办员裁定；裁定以后不能再退回。',
    merged: '与同一事项的其他诉求合并办理，结果一并告知您。',
    fedBack: '承办单位已经反馈，请您评价；热线也可能电话回访。',
    calledBack: '已经回访，等待办结。',
    // Who said that he is satisfied is not asked whether he is not; he may still ask for it below.
    closed: satisfied === true ? '已经办结，您表示满意。' : '已经办结。不满意的，可以要求重新办理。',
    answered: '热线已经直接答复。',
    withdrawn: '您已撤回。',
    converted: '已转为信息公开申请，凭申请的查询码查询。',
  }
  return words[state]
}

/** Since when nobody has had it in hand: waiting for a unit, or handed to and fro; null while somebody has. */
export function nobodysSince(events: readonly DemandEvent[], { state }: DemandStanding): string | null {
  if (state !== 'registered' && state !== 'returned' && state !== 'disputed') return null
  return events.findLast(({ kind }) => kind === 'registered' || kind === 'returned')?.at ?? null
}
