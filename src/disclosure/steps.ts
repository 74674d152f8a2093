import { type Actor, holds, type Role, takenBy } from '../office/roles.ts'
import { type Day, inChinese } from '../statute/day.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import {
  type DraftState,
  draftStateLabel,
  type ItemStanding,
  type ShelfState,
  shelfStateLabel,
} from './standing.ts'
import { writers } from './writers.ts'

/** What may be done with an item; each is a line of the table below. */
export const itemSteps = [
  ...(['save', 'submit', 'check', 'review', 'sendBack', 'waive', 'approve'] as const),
  ...(['publish', 'schedule', 'unschedule', 'publishUrgently', 'reviewUrgent'] as const),
  ...(['openRevision', 'dropRevision', 'withdraw', 'restore', 'end'] as const),
  ...(['withhold', 'reconsider', 'abandon', 'handOver', 'note'] as const),
] as const
export type ItemStep = (typeof itemSteps)[number]

/** One line of the table: what may be done, from which states of draft and shelf, by whom, under which article. */
export interface ItemStepLine {
  readonly step: ItemStep
  readonly label: string
  readonly draft: readonly DraftState[]
  readonly shelf: readonly ShelfState[]
  readonly roles: readonly Role[]
  /** Must it be another person than the one who submitted the draft? */
  readonly secondPerson: boolean
  readonly law: string
}

const beforeShelf: readonly DraftState[] = ['submitted', 'checked', 'reviewed', 'approved', 'scheduled']
const open: readonly DraftState[] = ['drafting', ...beforeShelf]
const anyDraft: readonly DraftState[] = [...open, 'none', 'withheld', 'abandoned']
const anyShelf: readonly ShelfState[] = ['never', 'public', 'withdrawn']
const second: readonly Role[] = ['coordinator', 'head']
const everybody: readonly Role[] = [...writers, ...second, 'secrecyReviewer']

interface Rest {
  readonly draft: readonly DraftState[]
  readonly by: readonly Role[]
  readonly law: string
  readonly shelf?: readonly ShelfState[]
  readonly secondPerson?: boolean
}

const line = (step: ItemStep, label: string, rest: Rest): ItemStepLine => ({
  ...{ step, label, draft: rest.draft, shelf: rest.shelf ?? anyShelf, roles: rest.by },
  ...{ secondPerson: rest.secondPerson ?? false, law: rest.law },
})

/** What may happen to an item, by whom, from which state, under which article: the button, the route and the test ask this table. */
export const itemStepTable: readonly ItemStepLine[] = [
  line('save', '保存', { draft: open, by: writers, law: 'Art 26' }),
  line('submit', '提交审核', { draft: ['drafting'], by: writers, law: 'Art 17' }),
  line('check', '审核通过', { draft: ['submitted'], by: ['coordinator'], law: 'Art 17', secondPerson: true }),
  line('review', '保密审查', {
    ...{ draft: ['checked'], by: ['secrecyReviewer'], law: 'Art 17', secondPerson: true },
  }),
  line('sendBack', '退回修改', { draft: beforeShelf, by: [...second, 'secrecyReviewer'], law: 'Art 17' }),
  line('waive', '说明保留用语的理由', { draft: beforeShelf, by: second, law: 'Art 17', secondPerson: true }),
  line('approve', '批准公开', { draft: ['reviewed'], by: ['head'], law: 'Art 17', secondPerson: true }),
  line('publish', '立即发布', { draft: ['approved', 'scheduled'], by: ['officer'], law: 'Art 26' }),
  line('schedule', '定时发布', { draft: ['approved'], by: ['officer'], law: 'Art 26' }),
  line('unschedule', '取消定时', { draft: ['scheduled'], by: ['officer', ...second], law: 'Art 26' }),
  line('publishUrgently', '应急发布', {
    ...{ draft: ['drafting', 'submitted', 'checked', 'reviewed'], by: ['head'], law: 'Art 20 (12)' },
  }),
  line('reviewUrgent', '补作保密审查', {
    ...{ draft: ['none'], shelf: ['public'], by: ['secrecyReviewer'], law: 'Art 17' },
  }),
  line('openRevision', '修改（新版本）', {
    ...{ draft: ['none'], shelf: ['public', 'withdrawn'], by: writers, law: 'Art 26' },
  }),
  line('dropRevision', '放弃修改', {
    ...{ draft: open, shelf: ['public', 'withdrawn'], by: writers, law: 'Art 26' },
  }),
  line('withdraw', '撤下', { draft: anyDraft, shelf: ['public'], by: ['head'], law: 'Art 6' }),
  line('restore', '恢复公开', { draft: ['none'], shelf: ['withdrawn'], by: ['head'], law: 'Art 6' }),
  line('end', '登记修订、废止或者失效', {
    ...{ draft: anyDraft, shelf: ['public', 'withdrawn'], by: ['officer', 'head'], law: 'Art 20 (1)' },
  }),
  line('withhold', '决定不予公开', {
    ...{ draft: ['submitted', 'checked', 'reviewed'], shelf: ['never'], by: ['head'], law: 'Arts 14-16' },
    secondPerson: true,
  }),
  line('reconsider', '定期审查', { draft: ['withheld'], by: ['head', 'secrecyReviewer'], law: 'Art 18' }),
  line('abandon', '放弃起草', { draft: ['drafting'], shelf: ['never'], by: writers, law: 'Art 26' }),
  line('handOver', '移交', { draft: open, by: [...writers, ...second], law: 'Art 4' }),
  line('note', '备注', { draft: anyDraft, by: everybody, law: 'Art 4' }),
]

/** The line of a step. */
export function lineOfItemStep(step: ItemStep): ItemStepLine {
  const found = itemStepTable.find(each => each.step === step)
  if (found === undefined) throw new RangeError(`no such step: ${step}`)
  return found
}

/** What a step is asked of. `draftSha256` names the bytes as they stand; null where there is no draft. */
export interface ItemSituation {
  readonly agency: string
  readonly standing: ItemStanding
  readonly draftSha256: string | null
}

/** Why this step may not be done now by this person; undefined where it may. What the checks find comes on top. */
export function refusalOfItem(
  step: ItemStep,
  situation: ItemSituation,
  actor: Actor,
  today: Day,
): Refusal | undefined {
  const line = lineOfItemStep(step)
  const { label, roles, draft, shelf, secondPerson, law } = line
  const { agency, standing } = situation
  if (!roles.some(role => holds(actor, role, agency))) {
    return refuse(takenBy(line), law)
  }
  if (!draft.includes(standing.draft)) {
    const states = draft.map(each => draftStateLabel[each]).join('、')
    return refuse(
      `“${label}”只能在稿件处于“${states}”时办理，现在是“${draftStateLabel[standing.draft]}”。`,
      law,
    )
  }
  if (!shelf.includes(standing.shelf)) {
    return refuse(`“${label}”不适用于${shelfStateLabel[standing.shelf]}的信息。`, law)
  }
  if (secondPerson && standing.submitted?.by === actor.id) {
    return refuse('自己提交的稿件须由他人审核、审查和批准。', law)
  }
  return refusalOfBytes(step, situation) ?? refusalOfFacts(step, standing, actor, today)
}

/** What was reviewed and approved must be the very bytes that go out. */
function refusalOfBytes(step: ItemStep, { standing, draftSha256 }: ItemSituation): Refusal | undefined {
  const { submitted, reviewed, approved } = standing
  const seen = {
    check: [submitted],
    review: [submitted],
    approve: [submitted, reviewed],
    publish: [submitted, reviewed, approved],
    schedule: [submitted, reviewed, approved],
  }
  const needed = Object.entries(seen).find(([each]) => each === step)?.[1] ?? []
  return needed.some(each => each?.sha256 !== draftSha256)
    ? refuse('稿件内容与提交、审查时不一致，请退回后重新提交。', 'Art 17')
    : undefined
}

function refusalOfFacts(
  step: ItemStep,
  standing: ItemStanding,
  actor: Actor,
  today: Day,
): Refusal | undefined {
  const { urgentBy, validity, endsOn, withheld } = standing
  switch (step) {
    case 'reviewUrgent':
      if (urgentBy === null) return refuse('没有等待补作审查的应急发布。', 'Art 17')
      return urgentBy === actor.id ? refuse('应急发布须由发布人以外的人补作审查。', 'Art 17') : undefined
    case 'openRevision':
      return urgentBy === null ? undefined : refuse('应急发布的内容须先补作保密审查，再作修改。', 'Art 17')
    case 'end':
      return validity === 'inForce' || validity === 'revised'
        ? undefined
        : refuse(`已登记失效：自 ${endsOn === null ? '' : inChinese(endsOn)} 起。`, 'Art 20 (1)')
    case 'restore':
      return standing.publicSha256 === null ? refuse('没有公开过的版本可以恢复。', 'Art 6') : undefined
    case 'reconsider':
      return withheld === null || withheld.on <= today ? undefined : refuse('决定日期在今天之后。', 'Art 18')
    default:
      return undefined
  }
}
