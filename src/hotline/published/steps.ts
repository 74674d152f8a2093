import type { Happened } from '../../office/acts/happened.ts'
import { type Actor, holds, type Role, roleLabel } from '../../office/roles.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { draftFindings } from '../quality/draft.ts'
import { type AnswerState, answerStateLabel, longestPublished, type PublicWords } from './published.ts'

interface Told {
  /** Somebody thinks that everybody should read this answer. */
  readonly proposed: { readonly reason: string }
  readonly drafted: { readonly content: PublicWords }
  /** Another person read it; `cleared` are words that look like somebody's data and are the office's own. */
  readonly checked: { readonly cleared: readonly string[] }
  readonly declined: { readonly reason: string }
  readonly published: object
  readonly withdrawn: { readonly reason: string }
  /** It was public before answers had drafts. */
  readonly publishedBefore: { readonly content: PublicWords }
}
export type AnswerEventKind = keyof Told

/** What happened to an answer on its way to everybody. */
export type AnswerEvent<K extends AnswerEventKind = AnswerEventKind> = Happened<Told, K>

/** The event as the history calls it. */
export const answerEventLabel = {
  proposed: '提议公开',
  drafted: '编辑',
  checked: '核对通过',
  declined: '退回修改',
  published: '公开',
  withdrawn: '撤下',
  publishedBefore: '启用草稿以前已公开',
} as const satisfies Record<AnswerEventKind, string>

/** Where it stands by what happened; null is an answer that nobody proposed. */
export interface AnswerStanding {
  readonly state: AnswerState | null
  /** Counts the events. */
  readonly version: number
  readonly content: PublicWords | null
  readonly draftedBy: string | null
  readonly cleared: readonly string[]
}

const nothing: AnswerStanding = {
  ...{ state: null, version: 0, content: null, draftedBy: null, cleared: [] },
}

/** Reads the standing off the history. */
export function answerAfter(events: readonly AnswerEvent[]): AnswerStanding {
  return events.reduce((before, event) => ({ ...after(before, event), version: before.version + 1 }), nothing)
}

function after(before: AnswerStanding, event: AnswerEvent): AnswerStanding {
  return { ...before, ...changeBy(event) }
}

function changeBy(event: AnswerEvent): Partial<AnswerStanding> {
  switch (event.kind) {
    case 'proposed':
    case 'withdrawn':
    case 'published':
      return { state: event.kind }
    case 'drafted':
      return { state: 'draft', content: event.content, draftedBy: event.by, cleared: [] }
    case 'checked':
      return { state: 'checked', cleared: event.cleared }
    case 'declined':
      return { state: 'proposed', cleared: [] }
    case 'publishedBefore':
      return { state: 'published', content: event.content }
  }
}

/** What may be done with an answer on its way to everybody. */
export const answerSteps = ['propose', 'draft', 'check', 'decline', 'publish', 'withdraw'] as const
export type AnswerStep = (typeof answerSteps)[number]

/** One line: what may be done, from which states, by whom at the hotline that took the demand. */
export interface AnswerStepLine {
  readonly label: string
  readonly from: readonly (AnswerState | null)[]
  readonly roles: readonly Role[]
}

const everybodyThere: readonly Role[] = ['hotlineAgent', 'dispatcher', 'callbackAgent', 'supervisor']
const editors: readonly Role[] = ['dispatcher', 'supervisor']
const supervisor: readonly Role[] = ['supervisor']

/** What may happen to an answer, from which state, by whom: the button, the route and the test ask this table. */
export const answerStepTable: Readonly<Record<AnswerStep, AnswerStepLine>> = {
  propose: { label: '提议公开', from: [null], roles: everybodyThere },
  draft: { label: '编辑', from: ['proposed', 'draft', 'checked', 'withdrawn'], roles: editors },
  check: { label: '核对通过', from: ['draft'], roles: editors },
  decline: { label: '退回修改', from: ['draft', 'checked'], roles: editors },
  publish: { label: '公开', from: ['checked'], roles: supervisor },
  withdraw: { label: '撤下', from: ['proposed', 'draft', 'checked', 'published'], roles: supervisor },
}

/** Who acts, at which hotline. */
export interface AnswerSituation {
  readonly agency: string
  readonly standing: AnswerStanding
}

/** Why this step may not be taken now by this person; undefined where it may. Nobody checks what he himself wrote last. */
export function refusalOfAnswer(
  step: AnswerStep,
  { agency, standing }: AnswerSituation,
  actor: Actor,
): Refusal | undefined {
  const { label, from, roles } = answerStepTable[step]
  if (!roles.some(role => holds(actor, role, agency)))
    return refuse(`公开答复的“${label}”由热线的${roles.map(role => roleLabel[role]).join('或')}办理。`)
  const { state, draftedBy } = standing
  if (!from.includes(state)) {
    const now = state === null ? '还没有提议公开' : answerStateLabel[state]
    return refuse(`公开答复${now}，不能${label}。`)
  }
  return step === 'check' && draftedBy === actor.id
    ? refuse('编辑的人不能核对自己写的，请由另一人核对。')
    : undefined
}

const fields = [
  ['title', '标题'],
  ['question', '问题'],
  ['answer', '答复'],
] as const

/** Why these words are no draft: something is missing or too long. What they name is marked, and is left to the checks. */
export function refusalOfWriting(content: PublicWords): Refusal | undefined {
  for (const [key, label] of fields) {
    if (content[key].trim() === '') return refuse(`请填写公开的${label}。`)
    const most = longestPublished[key]
    if ([...content[key]].length > most) return refuse(`公开的${label}不能超过 ${most} 字。`)
  }
  return undefined
}

/** What looks like somebody's data in these words; `mustGo` is nobody's to clear. */
export interface MarkedWords {
  readonly text: string
  readonly what: string
  readonly proposal: string
  readonly mustGo: boolean
}

/** What is marked in the words, each once. */
export function markedIn(content: PublicWords): readonly MarkedWords[] {
  const { personal } = draftFindings(fields.map(([key]) => content[key]).join('\n'))
  return personal.map(({ text, what, proposal, holds: mustGo }) => ({ text, what, proposal, mustGo }))
}

/** Why these words are not for everybody: they hold somebody's data, or what nobody said to be the office's own. */
export function refusalOfNaming(content: PublicWords, cleared: readonly string[]): Refusal | undefined {
  const marked = markedIn(content).find(({ mustGo, text }) => mustGo || !cleared.includes(text))
  if (marked === undefined) return undefined
  const { text, what, proposal, mustGo } = marked
  return refuse(
    mustGo
      ? `公开的文字中有个人信息（${what}：${text}），请退回修改，改为“${proposal}”。`
      : `“${text}”可能是${what}：属于个人的请退回修改；是单位对外公开的，请勾选后再核对通过。`,
    'Art 15',
  )
}
