import type { Actor, Role } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import { type ItemForm, theForm } from '../forms.ts'
import { blankContent, type ItemContent } from '../item.ts'
import type { ItemStanding } from '../standing.ts'
import { draftOf } from '../store/drafts.ts'
import type { ItemDoing, ItemDone } from './act.ts'
import { saveDraft, startItem } from './drafting.ts'
import { publish } from './publishing.ts'
import { approve, check, review, submit } from './reviewing.ts'

/** A whole content with defaults, for tests and benchmarks. */
export function aContent(change: Partial<ItemContent> = {}): ItemContent {
  const form: ItemForm = change.form ?? 'document'
  const own = Object.fromEntries(
    theForm(form)
      .fields.filter(({ required }) => required)
      .map(({ key, kind }) => [key, kind === 'day' ? '2026-03-02' : kind === 'number' ? '2026' : '试验']),
  )
  return {
    ...blankContent(form, theForm(form).duty),
    ...{ title: '关于试验的通知', genre: '通知', madeOn: dayOf('2026-03-02'), own },
    ...{ documentNumber: '云试发〔2026〕1号', body: '<p>第一条 为了试验，制定本办法。</p>' },
    ...change,
  }
}

/** One person of each role at the agency, for tests and benchmarks. */
export function theOffice(agency: string) {
  const actor = (name: string, role: Role): Actor => ({ id: name, name, grants: [{ role, agency }] })
  return {
    ...{ officer: actor('演专员', 'officer'), clerk: actor('演经办', 'departmentOfficer') },
    ...{ coordinator: actor('演审核', 'coordinator'), reviewer: actor('演审查', 'secrecyReviewer') },
    head: actor('演分管', 'head'),
  }
}

/** What was done, where it was not refused. @throws Error with why not */
export async function stood(done: Promise<ItemDone>): Promise<ItemStanding> {
  const answered = await done
  if ('kind' in answered) throw new Error(answered.kind === 'refusal' ? answered.message : answered.kind)
  return answered
}

/** A draft with this content, as its clerk left it. @returns its id */
export async function aDraft(
  work: Work,
  {
    agency,
    today,
    content,
  }: { readonly agency: string; readonly today: string; readonly content: ItemContent },
): Promise<string> {
  const by = theOffice(agency).clerk
  const day = dayOf(today)
  const started = await startItem(work, { by, today: day }, { agency, form: content.form })
  if (started.kind === 'refusal') throw new Error(started.message)
  await savedAs(work, { id: started.id, by, today: day }, content)
  return started.id
}

/** Saves this content over the draft that stands. @throws Error with why not */
export async function savedAs(work: Work, doing: ItemDoing, content: ItemContent): Promise<void> {
  const draftVersion = (await draftOf(work, doing.id))?.version ?? 0
  const saved = await saveDraft(work, doing, { content, draftVersion })
  if ('kind' in saved) throw new Error(saved.kind === 'refusal' ? saved.message : saved.kind)
}

/** Takes a draft through checking, review and approval onto the shelf. */
export async function putOnShelf(
  work: Work,
  { id, agency, today, reason = '' }: { id: string; agency: string; today: string; reason?: string },
): Promise<ItemStanding> {
  const { clerk, coordinator, reviewer, head, officer } = theOffice(agency)
  const doing = (by: Actor) => ({ id, by, today: dayOf(today) })
  await stood(submit(work, doing(clerk), ''))
  await stood(check(work, doing(coordinator), ''))
  await stood(review(work, doing(reviewer), { finding: 'open', ground: '经审查，不涉及国家秘密。' }))
  await stood(approve(work, doing(head), ''))
  return await stood(publish(work, doing(officer), reason))
}

/** A published item with this content. @returns its id */
export async function aPublished(
  work: Work,
  {
    agency,
    today,
    content,
  }: { readonly agency: string; readonly today: string; readonly content: ItemContent },
): Promise<string> {
  const id = await aDraft(work, { agency, today, content })
  await putOnShelf(work, { id, agency, today })
  return id
}
