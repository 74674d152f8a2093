import type { Happened } from '../../office/acts/happened.ts'
import { type Actor, holds, type Role } from '../../office/roles.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'

/** What an entry 知识条目 says. */
export interface EntryContent {
  /** The unit that answers for it; null where the hotline does. */
  readonly unit: string | null
  readonly question: string
  /** The same question as people ask it. */
  readonly variants: readonly string[]
  readonly answer: string
  readonly validFrom: string
  /** The last day on which it holds; null where it has none. */
  readonly validUntil: string | null
  /** By when somebody looks whether it is still right. */
  readonly reviewOn: string
  /** May the public find it? */
  readonly public: boolean
  /** Disclosed items on which it rests. */
  readonly items: readonly string[]
}

interface Told {
  readonly drafted: { readonly content: EntryContent }
  readonly submitted: object
  readonly approved: object
  readonly declined: { readonly reason: string }
  readonly reviewed: { readonly reviewOn: string }
  readonly withdrawn: { readonly reason: string }
}
export type EntryEventKind = keyof Told

/** What happened to an entry. */
export type EntryEvent<K extends EntryEventKind = EntryEventKind> = Happened<Told, K>

/** The event as the history calls it. */
export const entryEventLabel = {
  drafted: '起草',
  submitted: '送审',
  approved: '审核通过',
  declined: '退回修改',
  reviewed: '复核',
  withdrawn: '停用',
} as const satisfies Record<EntryEventKind, string>

/** Where an entry stands. */
export const entryStates = ['draft', 'submitted', 'inForce', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

/** The state as the list calls it. */
export const entryStateLabel = {
  draft: '草稿',
  submitted: '待审核',
  inForce: '使用中',
  withdrawn: '已停用',
} as const satisfies Record<EntryState, string>

/** Where an entry stands by what happened; what is in force goes on to hold while a new draft is written. */
export interface EntryStanding {
  readonly state: EntryState
  readonly version: number
  readonly draft: EntryContent
  readonly inForce: EntryContent | null
  readonly submittedBy: string | null
}

/** Reads the standing off the history. @throws RangeError where it does not begin with a draft */
export function entryAfter(events: readonly EntryEvent[]): EntryStanding {
  const [first] = events
  if (first?.kind !== 'drafted') throw new RangeError('an entry begins with its draft')
  const begin: EntryStanding = {
    ...{ state: 'draft', version: 0, draft: first.content, inForce: null, submittedBy: null },
  }
  return events.reduce((before, event) => ({ ...after(before, event), version: before.version + 1 }), begin)
}

function after(before: EntryStanding, event: EntryEvent): EntryStanding {
  const { draft, inForce } = before
  switch (event.kind) {
    case 'drafted':
      return { ...before, state: 'draft', draft: event.content, submittedBy: null }
    case 'submitted':
      return { ...before, state: 'submitted', submittedBy: event.by }
    case 'approved':
      return { ...before, state: 'inForce', inForce: draft }
    case 'declined':
      return { ...before, state: 'draft', submittedBy: null }
    case 'reviewed': {
      const content = { ...(inForce ?? draft), reviewOn: event.reviewOn }
      return { ...before, draft: content, inForce: content }
    }
    case 'withdrawn':
      return { ...before, state: 'withdrawn', inForce: null }
  }
}

/** What may be done with an entry. */
export const entrySteps = ['draft', 'submit', 'approve', 'decline', 'review', 'withdraw'] as const
export type EntryStep = (typeof entrySteps)[number]

interface EntryStepLine {
  readonly label: string
  readonly from: readonly EntryState[]
  readonly roles: readonly Role[]
  readonly unitRoles: readonly Role[]
}

const writers: readonly Role[] = ['hotlineAgent', 'dispatcher', 'supervisor']
const unit: readonly Role[] = ['handlingUnit']

/** What may happen to an entry, by whom at the hotline and at its unit, from which state. */
export const entryStepTable = {
  draft: { label: '修改', from: ['draft', 'inForce'], roles: writers, unitRoles: unit },
  submit: { label: '送审', from: ['draft'], roles: writers, unitRoles: unit },
  approve: { label: '审核通过', from: ['submitted'], roles: ['dispatcher', 'supervisor'], unitRoles: [] },
  decline: { label: '退回修改', from: ['submitted'], roles: ['dispatcher', 'supervisor'], unitRoles: [] },
  review: { label: '复核', from: ['inForce'], roles: ['supervisor'], unitRoles: unit },
  withdraw: { label: '停用', from: ['draft', 'inForce'], roles: ['supervisor'], unitRoles: unit },
} as const satisfies Record<EntryStep, EntryStepLine>

/** Whose entry it is. */
export interface EntryOf {
  readonly agency: string
  readonly unit: string | null
}

/** Does this person write entries of this hotline and unit? */
export function writesEntry({ agency, unit: of }: EntryOf, actor: Actor): boolean {
  return isHis(entryStepTable.draft, { agency, unit: of }, actor)
}

function isHis({ roles, unitRoles }: EntryStepLine, { agency, unit: of }: EntryOf, actor: Actor): boolean {
  return (
    roles.some(role => holds(actor, role, agency)) ||
    (of !== null && unitRoles.some(role => holds(actor, role, of)))
  )
}

/** Why this step may not be taken now by this person; undefined where it may. Nobody approves what he himself submitted. */
export function refusalOfEntry(
  step: EntryStep,
  { agency, standing }: { readonly agency: string; readonly standing: EntryStanding },
  actor: Actor,
): Refusal | undefined {
  const line: EntryStepLine = entryStepTable[step]
  const of = (standing.inForce ?? standing.draft).unit
  if (!isHis(line, { agency, unit: of }, actor)) return refuse(`您不能${line.label}这个知识条目。`)
  if (!line.from.includes(standing.state))
    return refuse(`知识条目${entryStateLabel[standing.state]}，不能${line.label}。`)
  const own = step === 'approve' && standing.submittedBy === actor.id
  return own ? refuse('送审的人不能审核自己的条目，请由另一人审核。') : undefined
}
