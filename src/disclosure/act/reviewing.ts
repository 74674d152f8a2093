import type { Work } from '../../platform/work.ts'
import { addDays, type Day, inChinese } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { misfilledIn, missingOf } from '../checks/required.ts'
import { documentKey } from '../document-number.ts'
import type { ReviewFinding } from '../events.ts'
import { isItemForm, theForm } from '../forms.ts'
import type { ClosedForItem } from '../item.ts'
import { sameDocument } from '../store/items.ts'
import { type ItemBefore, type ItemDoing, takeItemStep } from './act.ts'
import { severeOf } from './checking.ts'

/** Hands the draft in for checking; what a reader needs must be there. */
export function submit(work: Work, doing: ItemDoing, words: string) {
  return takeItemStep(work, doing, 'submit', async before => {
    const lacks = refusalOfIncomplete(before) ?? (await refusalOfSameNumber(before))
    return lacks ?? { kind: 'submitted', on: doing.today, sha256: hashOf(before), words }
  })
}

/** The office has read it and finds it right. */
export function check(work: Work, doing: ItemDoing, words: string) {
  return takeItemStep(work, doing, 'check', before => ({
    ...{ kind: 'checked', on: doing.today, sha256: hashOf(before), words },
  }))
}

/** 保密审查, Art. 17: what was found, and on what ground; bound to the very bytes. */
export function review(
  work: Work,
  doing: ItemDoing,
  { finding, ground }: { readonly finding: ReviewFinding; readonly ground: string },
) {
  return takeItemStep(work, doing, 'review', before =>
    ground === ''
      ? refuse('请写明审查的依据。', 'Art 17')
      : { kind: 'reviewed', on: doing.today, sha256: hashOf(before), finding, ground },
  )
}

/** Sends the draft back to its drafter. */
export function sendBack(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'sendBack', () =>
    reason === '' ? refuse('请写明退回的原因和要求。') : { kind: 'sentBack', on: doing.today, reason },
  )
}

/** A second person says why severe words stay, for these very bytes. */
export function waive(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'waive', before =>
    reason === ''
      ? refuse('请写明保留这些用语的理由。')
      : { kind: 'waived', on: doing.today, sha256: hashOf(before), reason },
  )
}

/** The head lets it out; severe findings must be mended or explained by a second person before. */
export function approve(work: Work, doing: ItemDoing, words: string) {
  return takeItemStep(work, doing, 'approve', async before => {
    const severe = await refusalOfSevere(before)
    return severe ?? { kind: 'approved', on: doing.today, sha256: hashOf(before), words }
  })
}

/** Not to be disclosed, Arts 14 to 16: kept in a ledger, and looked at again on a day, Art. 18. */
export function withhold(
  work: Work,
  doing: ItemDoing,
  told: { readonly ground: ClosedForItem; readonly reason: string; readonly reviewOn: Day },
) {
  return takeItemStep(
    work,
    doing,
    'withhold',
    () => refusalOfReviewDay(told, doing.today) ?? { kind: 'withheld', on: doing.today, ...told },
  )
}

/** The periodic look of Art. 18: disclosed after all, or withheld until the next look. */
export function reconsider(
  work: Work,
  doing: ItemDoing,
  {
    open,
    reason,
    reviewOn,
  }: { readonly open: boolean; readonly reason: string; readonly reviewOn: Day | null },
) {
  return takeItemStep(work, doing, 'reconsider', () => {
    if (open) return { kind: 'reconsidered', on: doing.today, open, reason, reviewOn: null }
    if (reviewOn === null) return refuse('继续不予公开的，请填写下次审查的日期。', 'Art 18')
    return (
      refusalOfReviewDay({ reason, reviewOn }, doing.today) ?? {
        ...{ kind: 'reconsidered', on: doing.today, open, reason, reviewOn },
      }
    )
  })
}

/** At the latest so many days later an item that is not disclosed is looked at again; Art. 18 names no number: our choice. */
const longestUntilReview = 366 * 5

function refusalOfReviewDay(
  { reason, reviewOn }: { readonly reason: string; readonly reviewOn: Day },
  today: Day,
): Refusal | undefined {
  if (reason === '') return refuse('请写明不予公开的理由。', 'Art 36')
  if (reviewOn <= today) return refuse('下次审查的日期须在今天之后。', 'Art 18')
  const latest = addDays(today, longestUntilReview)
  return reviewOn > latest ? refuse(`下次审查最迟在 ${inChinese(latest)}。`, 'Art 18') : undefined
}

/** The hash of the draft as it stands. @throws RangeError where there is none: the table of steps lets none through */
export function hashOf({ draft }: Pick<ItemBefore, 'draft'>): string {
  if (draft === null) throw new RangeError('no draft is open')
  return draft.sha256
}

/** What a reader could not do without. */
function refusalOfIncomplete({ draft, item }: ItemBefore): Refusal | undefined {
  if (draft === null) return undefined
  const missing = missingOf(draft.content)
  if (missing.length > 0) return refuse(`还缺：${missing.join('、')}。稿件已保存，补齐后再提交。`, 'Art 12')
  const wrong = misfilledIn(draft.content)
  if (wrong.length > 0) return refuse(`${wrong.join('；')}。稿件已保存，改好后再提交。`, 'Art 12')
  const { madeOn, interprets, repeals, revises } = draft.content
  if (madeOn === null) return undefined
  return [...interprets, ...repeals, ...revises].includes(item.id)
    ? refuse('不能把自己列为所解读、废止或修订的文件。')
    : undefined
}

/** One number names one document: the same number twice is a slip of one of the two. */
async function refusalOfSameNumber({ work, item, draft }: ItemBefore): Promise<Refusal | undefined> {
  const content = draft?.content
  if (content?.documentNumber == null || theForm(content.form).inForce !== true) return undefined
  const key = documentKey(content.documentNumber)
  const others = key === null ? [] : await sameDocument(work, item.agency, key)
  const [other] = others.filter(each => each.item !== item.id && isDocument(each.form))
  return other === undefined
    ? undefined
    : refuse(`发文字号 ${content.documentNumber} 已用于《${other.title}》，请核对。`, 'Art 20 (1)')
}

function isDocument(form: string): boolean {
  return isItemForm(form) && theForm(form).inForce === true
}

/** Why severe findings hold these bytes; undefined where there are none or a second person has explained them. */
export async function refusalOfSevere(before: ItemBefore): Promise<Refusal | undefined> {
  if (before.draft === null || before.standing.waived?.sha256 === before.draft.sha256) return undefined
  const [first, ...others] = await severeOf(before.work, before)
  if (first === undefined) return undefined
  const more = others.length === 0 ? '' : `，另有 ${others.length} 处`
  return refuse(`有必须处理的问题：${first.message}${more}。请改正，或者由第二人说明保留的理由。`, 'Art 17')
}
