import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { lockFiling } from '../../store/doors/filings.ts'
import { keepUse } from '../../store/knowledge/found.ts'
import { entryOf } from '../../store/knowledge/history.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from '../act.ts'
import { said } from '../dispatching.ts'
import { type DemandReceipt, type Registering, type RegisteringBy, registerDemand } from '../registering.ts'

/** What the caller was told at once, and by which entry of the knowledge base. */
export interface DirectAnswer {
  readonly words: string
  readonly entry?: string | undefined
}

/** Answers a demand at once, without a unit; the entry that was used is counted. */
export function answerBy(
  work: Work,
  doing: DemandDoing,
  { words, entry }: DirectAnswer,
): Promise<DemandDone> {
  return takeDemandStep(work, doing, 'answer', async ({ demand, work: inner }) => {
    const missing = said(words, '请填写答复的内容。')
    if (missing !== undefined) return missing
    if (entry === undefined) return { kind: 'answered', words }
    const used = await entryOf(inner, entry)
    if (used?.agency !== demand.agency || used.standing.inForce === null)
      return refuse('这个知识条目已经停用，请另选条目，或者不用条目直接答复。')
    await keepUse(inner, { entry, demand: demand.id, at: doing.moment, by: doing.by.id })
    return { kind: 'answered', words, entry }
  })
}

/** Registers and answers at once, or neither; the same form sent again answers with the first receipt. */
export async function registerAnswered(
  work: Work,
  { answer, ...registering }: Registering & { readonly answer?: DirectAnswer | undefined },
  by: RegisteringBy,
): Promise<DemandReceipt | Refusal> {
  if (answer === undefined) return await registerDemand(work, registering, by)
  const missing = said(answer.words, '请填写答复的内容。')
  if (missing !== undefined) return missing
  let refused: Refusal | undefined
  try {
    return await work.transaction(async inner => {
      const { once, agency } = registering
      // Within a transaction the second sending cannot fail and look again: it waits until the first is done.
      if (once !== undefined) await lockFiling(inner, `form ${agency}`, once)
      const receipt = await registerDemand(inner, registering, by)
      if (isRefusal(receipt) || receipt.trackingCode === '') return receipt
      const doing = { id: receipt.id, by: by.by, moment: by.moment }
      const done = await answerBy(inner, doing, answer)
      if (!('kind' in done)) return receipt
      refused = isRefusal(done) ? done : refuse('他人刚刚办理过这件诉求。')
      throw new Error(refused.message)
    })
  } catch (cause) {
    if (refused !== undefined) return refused
    throw cause
  }
}
