import { type Actor, holds, type Role, rolesInWords } from '../../office/roles.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'

/** Where a bulletin stands. */
export const bulletinStates = ['draft', 'submitted', 'approved', 'published'] as const
export type BulletinState = (typeof bulletinStates)[number]

/** The state as the list calls it. */
export const bulletinStateLabel = {
  draft: '编写中',
  submitted: '待审批',
  approved: '待发布',
  published: '已发布',
} as const satisfies Record<BulletinState, string>

/** What may be done with a bulletin. */
export const bulletinSteps = ['save', 'submit', 'sendBack', 'approve', 'publish', 'restate'] as const
export type BulletinStep = (typeof bulletinSteps)[number]

/** One line of the table: what may be done, from which states, by whom. */
export interface BulletinStepLine {
  readonly step: BulletinStep
  readonly label: string
  readonly from: readonly BulletinState[]
  readonly roles: readonly Role[]
}

const editors: readonly Role[] = ['supervisor', 'coordinator']

/** What may happen to a bulletin: the button, the route and the test ask this table. */
export const bulletinStepTable: readonly BulletinStepLine[] = [
  { step: 'save', label: '保存', from: ['draft'], roles: editors },
  { step: 'submit', label: '送审', from: ['draft'], roles: editors },
  { step: 'sendBack', label: '退回修改', from: ['submitted', 'approved'], roles: ['head'] },
  { step: 'approve', label: '批准', from: ['submitted'], roles: ['head'] },
  { step: 'publish', label: '发布', from: ['approved'], roles: editors },
  { step: 'restate', label: '更正', from: ['published'], roles: editors },
]

/** What happened to a bulletin. */
export interface BulletinEvent {
  readonly kind: 'made' | Exclude<BulletinStep, 'save'>
  /** Why it was sent back or is corrected; empty otherwise. */
  readonly words: string
  readonly at: string
  readonly by: string
  readonly byName: string
}

/** The event as the timeline calls it. */
export const bulletinEventLabel = {
  made: '生成',
  submit: '送审',
  sendBack: '退回修改',
  approve: '批准',
  publish: '发布',
  restate: '开始更正',
} as const satisfies Record<BulletinEvent['kind'], string>

/** Where a bulletin stands, as read off its events; the version of its draft is kept with the draft. */
export interface BulletinStanding {
  readonly state: BulletinState
  /** The edition that is written, approved or was published last, from 1. */
  readonly edition: number
  /** Why this edition restates the one before; empty for the first. */
  readonly restated: string
}

/** Where the bulletin stands after these events. */
export function bulletinAfter(events: readonly BulletinEvent[]): BulletinStanding {
  const states = {
    ...{ made: 'draft', submit: 'submitted', sendBack: 'draft', approve: 'approved' },
    ...{ publish: 'published', restate: 'draft' },
  } as const satisfies Record<BulletinEvent['kind'], BulletinState>
  const restatements = events.filter(({ kind }) => kind === 'restate')
  const last = events.at(-1)?.kind ?? 'made'
  return {
    state: states[last],
    edition: 1 + restatements.length,
    restated: restatements.at(-1)?.words ?? '',
  }
}

/** What a step is asked of. */
export interface BulletinSituation {
  readonly hotline: string
  readonly standing: BulletinStanding
}

/** Why this step may not be done now by this person; undefined where it may. */
export function refusalOfBulletin(
  step: BulletinStep,
  { hotline, standing }: BulletinSituation,
  actor: Actor,
): Refusal | undefined {
  const line = lineOfBulletinStep(step)
  if (!line.roles.some(role => holds(actor, role, hotline)))
    return refuse(`“${line.label}”由热线所在机关的${rolesInWords(line.roles)}办理。`)
  if (line.from.includes(standing.state)) return undefined
  const states = line.from.map(state => bulletinStateLabel[state]).join('、')
  const past =
    standing.state === 'published' ? '已发布的通报不能修改，数字有误的请办理“更正”，另出新版。' : ''
  return refuse(`通报${bulletinStateLabel[standing.state]}，不能${line.label}；要求：${states}。${past}`)
}

/** The line of a step. */
export function lineOfBulletinStep(step: BulletinStep): BulletinStepLine {
  const found = bulletinStepTable.find(each => each.step === step)
  if (found === undefined) throw new RangeError(`no such step: ${step}`)
  return found
}

/** Why this may not be the last day up to which a bulletin counts what became of its demands. */
export function refusalOfCutOff(cutOff: Day, until: Day, today: Day): Refusal | undefined {
  if (cutOff < until) return refuse('统计截止日不能早于本期的最后一天。')
  return cutOff > today ? refuse('统计截止日不能晚于今天。') : undefined
}
