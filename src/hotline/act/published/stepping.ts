import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import { bigrams } from '../../../platform/text/bigrams.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import type { PublicWords } from '../../published/published.ts'
import {
  type AnswerEvent,
  type AnswerStanding,
  type AnswerStep,
  answerSteps,
  answerStepTable,
  refusalOfAnswer,
  refusalOfNaming,
  refusalOfWriting,
} from '../../published/steps.ts'
import { callerOf } from '../../store/callers.ts'
import { demandOf } from '../../store/history.ts'
import { appendAnswerEvent, publicAnswerOf } from '../../store/published/history.ts'
import { keepPublished, keepWithdrawn } from '../../store/published/published.ts'
import type { DemandRecord } from '../../store/standing-row.ts'

/** A step of an answer on its way to everybody: of which demand, by whom, when; `version` is the one that he saw. */
export interface AnswerDoing {
  readonly id: string
  readonly step: AnswerStep
  readonly version?: number | undefined
  readonly by: Actor
  readonly moment: string
  readonly secrets: Secrets
}

/** What a step says besides. */
export interface AnswerTold {
  readonly content?: PublicWords | undefined
  readonly reason?: string | undefined
  /** Words that look like somebody's data and are the office's own. */
  readonly cleared?: readonly string[] | undefined
}

const acts = {
  propose: 'hotline.proposeAnswer',
  draft: 'hotline.draftAnswer',
  check: 'hotline.checkAnswer',
  decline: 'hotline.declineAnswer',
  publish: 'hotline.publish',
  withdraw: 'hotline.unpublish',
} as const satisfies Record<AnswerStep, string>

/** One step: locks the demand, asks the table and the words, appends, moves the public page, audits: all or nothing. */
export function takeAnswerStep(
  work: Work,
  doing: AnswerDoing,
  told: AnswerTold = {},
): Promise<AnswerStanding | Refusal> {
  const { id, step, version, by, moment } = doing
  return work.transaction(async inner => {
    const record = await demandOf(inner, id, true)
    if (record === undefined) return refuse('没有这件诉求。')
    const { agency, number, subject } = record.demand
    const { events, standing } = await publicAnswerOf(inner, id)
    const refusal = refusalOfStep(step, { record, standing }, by)
    if (refusal !== undefined) return refusal
    if (version !== undefined && version !== standing.version)
      return refuse('他人刚刚办理过这条公开答复，请看过最新内容后再办理。')
    const event = await eventOf(inner, doing, { standing, told })
    if (isRefusal(event)) return event
    const who = { by: by.id, byName: by.name }
    const of = { demand: id, agency, subject, events }
    const after = await appendAnswerEvent(inner, of, { ...event, at: moment, ...who })
    await movePublicPage(inner, { id, agency, moment }, after)
    const { reason = '' } = told
    const detail = reason === '' ? { number } : { number, reason }
    await audit(inner, { ...who, agency, act: acts[step], subject: id, detail })
    return after
  })
}

/** What everybody reads follows where the answer stands; a draft of what was withdrawn is not public. */
async function movePublicPage(
  work: Work,
  { id, agency, moment }: { readonly id: string; readonly agency: string; readonly moment: string },
  { state, content }: AnswerStanding,
): Promise<void> {
  if (state === 'withdrawn') return await keepWithdrawn(work, id, moment)
  if (state !== 'published' || content === null) return
  const words = bigrams(Object.values(content).join('\n'))
  await keepPublished(work, { demand: id, agency, ...content }, { at: moment, words })
}

interface Before {
  readonly record: DemandRecord
  readonly standing: AnswerStanding
}

/** Only what has ended becomes public; what is to be withdrawn, or sent back, may have been reopened since. */
function refusalOfStep(step: AnswerStep, { record, standing }: Before, by: Actor): Refusal | undefined {
  const { demand, standing: of } = record
  const refusal = refusalOfAnswer(step, { agency: demand.agency, standing }, by)
  if (refusal !== undefined || step === 'withdraw' || step === 'decline') return refusal
  if (demand.confidential) return refuse('来电人要求保密的诉求不公开。')
  return ['closed', 'answered'].includes(of.state)
    ? undefined
    : refuse('诉求办结或者直接办复以后才能公开答复。')
}

type Untold<E> = E extends AnswerEvent ? Omit<E, 'at' | 'by' | 'byName'> : never

async function eventOf(
  work: Work,
  { id, step, secrets }: AnswerDoing,
  { standing, told }: { readonly standing: AnswerStanding; readonly told: AnswerTold },
): Promise<Untold<AnswerEvent> | Refusal> {
  const { content, reason = '', cleared = [] } = told
  const words = standing.content ?? { title: '', question: '', answer: '' }
  const named = (ok: readonly string[]) =>
    refusalOfNaming(words, ok) ?? refusalOfCaller(work, { id, secrets }, words)
  switch (step) {
    case 'propose':
      return { kind: 'proposed', reason }
    case 'draft':
      if (content === undefined) return refuse('请填写公开的标题、问题和答复。')
      return refusalOfWriting(content) ?? { kind: 'drafted', content }
    case 'check':
      return (await named(cleared)) ?? { kind: 'checked', cleared }
    case 'publish':
      return (await named(standing.cleared)) ?? { kind: 'published' }
    case 'decline':
      return reason === '' ? refuse('请写明退回的理由。') : { kind: 'declined', reason }
    case 'withdraw':
      return reason === '' ? refuse('请写明撤下的理由。') : { kind: 'withdrawn', reason }
  }
}

/** Why the words are not for everybody: they name the caller, whom no rule of texts knows. */
async function refusalOfCaller(
  work: Work,
  { id, secrets }: { readonly id: string; readonly secrets: Secrets },
  words: PublicWords,
): Promise<Refusal | undefined> {
  const caller = await callerOf(work, id, secrets)
  const text = Object.values(words).join('\n')
  const named = [caller?.name, caller?.phone].some(
    each => each !== undefined && each !== '' && text.includes(each),
  )
  return named ? refuse('公开的文字中有来电人的姓名或者电话，请退回修改，删去后再公开。') : undefined
}

/** An answer on its way to everybody as this person works on it: its words, its history, and what may be done now. */
export async function answerOnItsWay(work: Work, record: DemandRecord, reader: Actor) {
  const { events, standing } = await publicAnswerOf(work, record.demand.id)
  const steps = answerSteps.map(step => ({
    ...{ step, label: answerStepTable[step].label },
    refusal: refusalOfStep(step, { record, standing }, reader)?.message ?? null,
  }))
  return { events, standing, steps }
}
