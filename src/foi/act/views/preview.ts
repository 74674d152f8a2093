import { currentCalendar } from '../../../office/calendars.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { Refusal } from '../../../statute/refusal.ts'
import { maskedLetter } from '../../masking.ts'
import type { FoiStep } from '../../steps.ts'
import { eventsOf, recordOf } from '../../store/history.ts'
import { frozenLetter, lettersOf } from '../../store/letters.ts'
import type { PreviewView } from '../../view.ts'
import type { FoiConflict, FoiDoing, FoiDone } from '../act.ts'
import { answer, check, consent } from '../answering.ts'
import type { Sending } from '../sending.ts'
import { dueView } from './dues.ts'

/** The step as it would be taken. */
export type Taking = (work: Work, doing: FoiDoing & Sending) => Promise<FoiDone>

/** Thrown to undo what a preview did; it carries what was seen. */
class Undone extends Error {
  readonly seen: PreviewView
  constructor(seen: PreviewView) {
    super('a preview is undone')
    this.seen = seen
  }
}

/** Steps after which the answer itself is what one wants to see. */
const towardsAnswer: readonly FoiStep[] = ['draft', 'check', 'consent']

/**
 * What a step would do: it is taken, seen and undone, so that the letter is the very one that would be sent; of a draft
 * and its checks, the answer as if everybody agreed. Refusals are those of the step.
 */
export async function preview(
  work: Work,
  doing: FoiDoing & Sending,
  { step, take }: { readonly step: FoiStep; readonly take: Taking },
): Promise<PreviewView | Refusal | FoiConflict> {
  try {
    return await work.transaction(async inner => {
      const before = await recordOf(inner, doing.id)
      const sent = new Set((await lettersOf(inner, doing.id)).map(({ id }) => id))
      const done = await take(inner, doing)
      if ('kind' in done) return done
      if (before !== undefined && towardsAnswer.includes(step)) {
        await agreeToAll(inner, doing, before.request.agency)
      }
      throw new Undone(await seenNow(inner, doing, sent))
    })
  } catch (cause) {
    if (cause instanceof Undone) return cause.seen
    throw cause
  }
}

/** As if the office, the coordinator and the head agreed at once; it is undone with the rest. */
async function agreeToAll(work: Work, doing: FoiDoing & Sending, agency: string): Promise<void> {
  const roles: readonly Role[] = ['officer', 'coordinator', 'head']
  const by: Actor = { id: 'preview', name: '预览', grants: roles.map(role => ({ role, agency })) }
  const next = { ...doing, by, version: undefined }
  for (const act of [check, consent, answer]) await act(work, next)
}

async function seenNow(work: Work, { id, today }: FoiDoing, sent: ReadonlySet<string>): Promise<PreviewView> {
  const [letters, events, calendar] = await Promise.all([
    lettersOf(work, id),
    eventsOf(work, id),
    currentCalendar(work),
  ])
  const added = letters.find(each => !sent.has(each.id))
  const letter = added && (await frozenLetter(work, id, added.id))
  const { due } = dueView(events, null, { asOf: today, calendar })
  return { letter: letter === undefined ? null : maskedLetter({ ...letter, number: null }), due }
}
