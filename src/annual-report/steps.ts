import { type Actor, holds, type Role, takenBy } from '../office/roles.ts'
import { formNotice } from '../statute/law.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import type { Finding } from './finding.ts'
import type { Explanation, ReportState, ReportStep } from './view.ts'

/** One line of the table: what may be done, from which states, to which, by whom, under which article. */
export interface StepLine {
  readonly step: ReportStep
  readonly label: string
  /** `null` where there is no report yet. */
  readonly from: readonly (ReportState | null)[]
  readonly to: ReportState
  readonly roles: readonly Role[]
  readonly law: string
  /** Must a reason be written? */
  readonly reason?: boolean
}

/** What may happen to an annual report: the button, the route and the test ask this table. */
export const steps: readonly StepLine[] = [
  { step: 'start', label: '开始填报', from: [null], to: 'draft', roles: ['officer'], law: 'Art 49' },
  { step: 'import', label: '导入', from: [null, 'draft'], to: 'draft', roles: ['officer'], law: 'Art 49' },
  { step: 'save', label: '保存', from: ['draft'], to: 'draft', roles: ['officer'], law: 'Art 50' },
  { step: 'explain', label: '说明', from: ['draft'], to: 'draft', roles: ['officer'], law: formNotice },
  { step: 'submit', label: '提交审核', from: ['draft'], to: 'submitted', roles: ['officer'], law: 'Art 49' },
  {
    ...{ step: 'return', label: '退回修改', from: ['submitted', 'checked', 'approved'], to: 'draft' },
    ...{ roles: ['coordinator', 'head'], law: 'Art 49', reason: true },
  },
  {
    step: 'check',
    label: '审核通过',
    from: ['submitted'],
    to: 'checked',
    roles: ['coordinator'],
    law: 'Art 49',
  },
  { step: 'approve', label: '批准', from: ['checked'], to: 'approved', roles: ['head'], law: 'Art 49' },
  { step: 'publish', label: '发布', from: ['approved'], to: 'published', roles: ['officer'], law: 'Art 49' },
  {
    ...{ step: 'correct', label: '更正', from: ['published'], to: 'draft' },
    ...{ roles: ['officer'], law: 'Art 50', reason: true },
  },
]

/** What a report is in, as the office says it. */
export const stateLabel = {
  draft: '草拟',
  submitted: '待审核',
  checked: '待批准',
  approved: '待发布',
  published: '已公布',
} as const satisfies Record<ReportState, string>

/** What a step is asked of. */
export interface Situation {
  readonly agency: string
  /** Null where there is no report yet. */
  readonly state: ReportState | null
  readonly submittedBy: string | null
  readonly findings: readonly Finding[]
  readonly explanations: readonly Explanation[]
}

/** The line of a step. */
export function lineOfStep(step: ReportStep): StepLine {
  const line = steps.find(each => each.step === step)
  if (line === undefined) throw new RangeError(`no such step: ${step}`)
  return line
}

/** Why this step may not be done now by this person; undefined where it may. */
export function refusalOf(step: ReportStep, situation: Situation, actor: Actor): Refusal | undefined {
  const line = lineOfStep(step)
  if (!line.roles.some(role => holds(actor, role, situation.agency))) {
    return refuse(takenBy(line), line.law)
  }
  if (!line.from.includes(situation.state)) {
    const states = line.from.map(state => (state === null ? '尚未填报' : stateLabel[state])).join('、')
    const now = situation.state === null ? '尚未填报' : stateLabel[situation.state]
    return refuse(`“${line.label}”只能在报告处于“${states}”时办理，现在是“${now}”。`, line.law)
  }
  if ((step === 'check' || step === 'approve') && situation.submittedBy === actor.id) {
    return refuse('自己提交的报告须由他人审核和批准。', line.law)
  }
  const open = step === 'publish' ? unexplained(situation) : []
  if (open.length > 0) {
    return refuse(
      `还有 ${open.length} 处错误没有改正，也没有书面说明。请退回修改，或由公开专员写明原因。`,
      line.law,
    )
  }
  return undefined
}

/** The errors that stand without an explanation. */
export function unexplained({ findings, explanations }: Situation): Finding[] {
  return findings.filter(
    finding => finding.severity === 'error' && !explanations.some(each => explains(each, finding)),
  )
}

/** Is this the explanation of this finding? */
export function explains(explanation: Explanation, finding: Finding): boolean {
  return explanation.rule === finding.rule && explanation.where.join() === finding.where.join()
}
