import { type Actor, holds, roleLabel } from '../../office/roles.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { RecordDecision } from '../letters/afterwards.ts'
import type { ApplicantKind, ServingWay } from '../request.ts'

/** 要求更正与自身相关的政府信息记录, Art. 41: a short process of its own, not counted in table 3. */
export interface RecordCorrection {
  readonly id: string
  readonly agency: string
  readonly number: string
  readonly applicantKind: ApplicantKind
  readonly servingWay: ServingWay
  /** Which record. */
  readonly record: string
  /** What is wrong in it, and what is right. */
  readonly wanted: string
  /** By what that is proved; the law asks for evidence. */
  readonly evidence: string
  readonly askedOn: Day
  readonly decision: RecordDecision | null
  readonly decidedOn: Day | null
  readonly decidedBy: string | null
}

/** The decision in a word. */
export const recordDecisionLabel = {
  corrected: '予以更正',
  refused: '不予更正',
  passedOn: '转送有权更正的机关',
} as const satisfies Record<RecordDecision['kind'], string>

const law = 'Art 41'

/** Why this may not be decided now by this person, or not in these words. */
export function refusalOfRecordDecision(
  { agency, decision: decided }: Pick<RecordCorrection, 'agency' | 'decision'>,
  decision: RecordDecision,
  actor: Actor,
): Refusal | undefined {
  if (!holds(actor, 'officer', agency)) return refuse(`更正要求由本机关的${roleLabel.officer}办理。`, law)
  if (decided !== null) return refuse('已经作出决定，决定不能更改；确有错误的，请当事人另行提出。', law)
  if (decision.reason.trim() === '') return refuse('请写明理由。', law)
  if (decision.kind === 'corrected' && decision.corrected.trim() === '')
    return refuse('请写明更正后的内容。', law)
  if (decision.kind === 'passedOn' && decision.to.name.trim() === '')
    return refuse('请写明转送给哪个机关。', law)
  return undefined
}

/** What is asked, before it is written down. */
export interface RecordAsking {
  readonly record: string
  readonly wanted: string
  readonly evidence: string
}

const longest = 3000

/** Why it may not be asked in these words; by field, so that the form can say it there. */
export function wrongInAsking(asking: RecordAsking): Partial<Record<keyof RecordAsking, string>> {
  const missing = {
    record: '请写明是哪一项记录，例如名称、文号、日期。',
    wanted: '请写明记录哪里不准确，正确的是什么。',
    evidence: '请写明能证明记录不准确的证据；没有证据的，机关无法更正。',
  }
  const wrong: Partial<Record<keyof RecordAsking, string>> = {}
  for (const field of ['record', 'wanted', 'evidence'] as const) {
    if (asking[field] === '') wrong[field] = missing[field]
    else if ([...asking[field]].length > longest)
      wrong[field] = `不能超过 ${longest} 字，详细材料请作为附件。`
  }
  return wrong
}
