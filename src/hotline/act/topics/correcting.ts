import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type MatterHead, matterHead, memberOfNumber, renameMatter } from '../../store/topics/matter.ts'
import { lockMatters, messagesOfMatters, nameMatters, placeByHand } from '../../store/topics/members.ts'
import { KeptMatters } from '../../topics/kept-matters.ts'
import { mayCorrect } from './regrouping.ts'

/** What may be corrected in a matter by hand. */
export type MatterCorrection =
  | { readonly kind: 'rename'; readonly title: string }
  /** Some demands become a matter of their own. */
  | { readonly kind: 'takeOut'; readonly demands: readonly string[] }
  /** The demand of this number belongs here. */
  | { readonly kind: 'putIn'; readonly number: string }
  /** All demands of the matter of this demand's number belong here. */
  | { readonly kind: 'merge'; readonly number: string }

/** What is corrected, by whom. */
export interface CorrectingMatter {
  readonly matter: string
  readonly by: Actor
}

/**
 * Corrects a matter. All demands of the matters that are touched then stand as people decided: no later run moves them, so
 * that what was taken apart stays apart. @returns the matter where the moved demands are
 */
export async function correctMatter(
  work: Work,
  { matter, by }: CorrectingMatter,
  correction: MatterCorrection,
): Promise<string | Refusal> {
  return await work.transaction(async inner => {
    const before = await matterHead(inner, matter)
    if (before === undefined) return refuse('没有这个事项，可能刚刚被重新归集，请回到列表查看。')
    const { agency } = before
    if (!mayCorrect(by, agency)) return refuse('事项由热线的派单员或者督办员更正。')
    await lockMatters(inner, agency)
    const done = await corrected(inner, before, correction)
    if (typeof done !== 'string') return done
    const moved = 'number' in correction ? correction.number : done
    const detail = { title: before.title, kind: correction.kind, moved }
    await audit(inner, { by: by.id, byName: by.name, agency, act: 'hotline.matter', subject: matter, detail })
    return done
  })
}

async function corrected(
  work: Work,
  { id, agency }: MatterHead,
  correction: MatterCorrection,
): Promise<string | Refusal> {
  if (correction.kind === 'rename') {
    const title = correction.title.trim()
    if (title === '') return refuse('请填写事项的名称。')
    await renameMatter(work, id, title)
    return id
  }
  if (correction.kind === 'takeOut') return await takenOut(work, { id, agency }, correction.demands)
  const found = await memberOfNumber(work, agency, correction.number.trim())
  if (found === undefined)
    return refuse('没有这个编号的诉求，或者它还没有归入事项，请核对编号或者一分钟后再试。')
  if (found.matter === id) return refuse('这件诉求已经在这个事项中。')
  const theirs = await idsOf(work, found.matter)
  const moving = correction.kind === 'merge' ? theirs : [found.id]
  await placeByHand(work, [...(await idsOf(work, id)), ...moving], id)
  await placeByHand(
    work,
    theirs.filter(each => !moving.includes(each)),
    found.matter,
  )
  await named(work, agency, [id, found.matter])
  return id
}

async function takenOut(
  work: Work,
  { id, agency }: Pick<MatterHead, 'id' | 'agency'>,
  chosen: readonly string[],
): Promise<string | Refusal> {
  const all = await idsOf(work, id)
  const leaving = chosen.filter(each => isUuid(each) && all.includes(each))
  if (leaving.length === 0) return refuse('请选择要移出的诉求。')
  if (leaving.length === all.length) return refuse('不能移出全部诉求，请至少留下一件。')
  const apart = randomUUID()
  await nameMatters(work, agency, [{ id: apart, title: '', place: '', people: '' }])
  await placeByHand(work, leaving, apart)
  await placeByHand(
    work,
    all.filter(each => !leaving.includes(each)),
    id,
  )
  await named(work, agency, [id, apart])
  return apart
}

async function idsOf(work: Work, matter: string): Promise<string[]> {
  return (await messagesOfMatters(work, [matter])).map(({ message }) => message.id)
}

/** Names matters anew by the demands that they have now. */
async function named(work: Work, agency: string, matters: readonly string[]): Promise<void> {
  const kept = new KeptMatters()
  const all = await messagesOfMatters(work, matters)
  for (const { message } of all) kept.learn(message)
  for (const { message, matter } of all) if (matter !== null) kept.place(message, matter)
  const left = matters.filter(matter => kept.has(matter))
  await nameMatters(
    work,
    agency,
    left.map(id => ({ id, ...kept.title(id) })),
  )
}
