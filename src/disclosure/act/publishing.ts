import { type Instant, now, today as officeToday } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { inChinese } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { closeDraft } from '../store/drafts.ts'
import { keepEdition } from '../store/editions.ts'
import { keepItemStanding } from '../store/history.ts'
import { dueItems } from '../store/lists.ts'
import { type ItemBefore, type ItemDoing, type ItemTelling, takeItemStep } from './act.ts'
import { endOthers } from './ending.ts'
import { hashOf, refusalOfSevere } from './reviewing.ts'
import { shelve } from './shelving.ts'

/** Puts the approved bytes on the shelf; `reason` says why a new edition came. */
export function publish(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'publish', before => publishing(before, doing, { reason, urgent: null }))
}

/** Puts a draft on the shelf before its review, in an emergency; it is marked until a second person has reviewed it. */
export function publishUrgently(work: Work, doing: ItemDoing, urgent: string) {
  return takeItemStep(work, doing, 'publishUrgently', before =>
    urgent === ''
      ? refuse('请写明应急发布的理由。', 'Art 20 (12)')
      : publishing(before, doing, { reason: before.standing.edition === 0 ? '' : urgent, urgent }),
  )
}

async function publishing(
  before: ItemBefore,
  doing: ItemDoing,
  { reason, urgent }: { readonly reason: string; readonly urgent: string | null },
): Promise<ItemTelling> {
  const { work, item, draft, standing, moment } = before
  if (draft === null) return refuse('没有可以发布的稿件。')
  const refusal = refusalOfDays(before, doing) ?? (await refusalOfSevere(before))
  if (refusal !== undefined) return refusal
  if (standing.edition > 0 && reason === '') return refuse('请写明修改的原因，公众将看到它。', 'Art 26')
  const edition = standing.edition + 1
  const { content } = draft
  const sha256 = hashOf(before)
  return {
    tells: { kind: 'published', on: doing.today, sha256, edition, moment, reason, urgent },
    after: async event => {
      const who = { by: event.by, byName: event.byName }
      const days = { publishedAt: moment, publishedOn: doing.today }
      await keepEdition(work, item.id, { number: edition, content, sha256, reason, urgent, ...days, ...who })
      await closeDraft(work, item.id)
      await keepItemStanding(work, item.id, moment)
      await endOthers(work, item, content, event)
      await shelve(work, item.id, { what: edition === 1 ? 'published' : 'revised', at: moment })
    },
  }
}

/** A day of making in the future cannot be published; a day of publication is never but today. */
function refusalOfDays({ draft }: ItemBefore, { today }: ItemDoing): Refusal | undefined {
  const madeOn = draft?.content.madeOn ?? null
  if (madeOn === null) return refuse('请先填写成文日期。', 'Art 26')
  return madeOn > today
    ? refuse(`成文日期 ${inChinese(madeOn)} 在今天之后，公开日期不能早于成文日期。`, 'Art 26')
    : undefined
}

/** At least so far ahead, and at most a year, publication may be set to a moment: our choice. */
const farthestMilliseconds = 366 * 86_400_000

/** Sets the moment at which the approved bytes go out by themselves. */
export function schedule(work: Work, doing: ItemDoing, moment: Instant) {
  return takeItemStep(work, doing, 'schedule', async before => {
    const at = Date.parse(moment)
    const from = Date.parse(before.moment)
    if (Number.isNaN(at)) return refuse('请填写发布的日期和时间。')
    if (at <= from) return refuse('发布时间须在现在之后；不能倒签发布日期。', 'Art 26')
    if (at - from > farthestMilliseconds) return refuse('定时发布最远一年。')
    const madeOn = before.draft?.content.madeOn ?? null
    if (madeOn !== null && moment.slice(0, 10) < madeOn) {
      return refuse(`发布时间早于成文日期 ${inChinese(madeOn)}。`, 'Art 26')
    }
    const severe = await refusalOfSevere(before)
    const iso = new Date(at).toISOString()
    return severe ?? { kind: 'scheduled', on: doing.today, sha256: hashOf(before), moment: iso }
  })
}

/** Takes a set moment back; the approval stands. */
export function unschedule(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'unschedule', () => ({ kind: 'unscheduled', on: doing.today, reason }))
}

/** The review of what went out in an emergency, by a second person; bound to the bytes that are public. */
export function reviewUrgent(work: Work, doing: ItemDoing, ground: string) {
  return takeItemStep(work, doing, 'reviewUrgent', ({ standing, work: inner, moment }) => {
    if (ground === '') return refuse('请写明审查的依据。', 'Art 17')
    const sha256 = standing.publicSha256 ?? ''
    return {
      tells: { kind: 'urgentReviewed', on: doing.today, sha256, ground },
      after: () => shelve(inner, doing.id, { what: 'reviewed', at: moment }),
    }
  })
}

/** Publishes what was set to go out by now. Who set the moment is who publishes. @returns how many went out, and which were held */
export async function publishDue(
  work: Work,
  at: Instant = now(),
): Promise<{
  readonly published: number
  readonly held: readonly { readonly id: string; readonly why: string }[]
}> {
  const held: { id: string; why: string }[] = []
  let published = 0
  for (const { id, agency, by, byName, reason } of await dueItems(work, at)) {
    const actor = { id: by, name: byName, grants: [{ role: 'officer', agency } as const] }
    const doing = { id, by: actor, today: officeToday(), moment: at }
    const done = await publish(work, doing, reason)
    if ('kind' in done) held.push({ id, why: done.kind === 'refusal' ? done.message : '他人刚刚办理过。' })
    else published++
  }
  return { published, held }
}
