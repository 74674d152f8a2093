import { createHash } from 'node:crypto'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import type { BulletinContent, BulletinWords } from '../../bulletins/content.ts'
import {
  type BulletinEvent,
  type BulletinStep,
  refusalOfBulletin,
  refusalOfCutOff,
} from '../../bulletins/course.ts'
import { fieldsOf, unknownFields, written } from '../../bulletins/fields.ts'
import { bulletinTitle } from '../../bulletins/period.ts'
import { toBeWritten } from '../../bulletins/usual-words.ts'
import {
  type BulletinDraft,
  draftOf,
  keepDraft,
  keepEdition,
  publishEdition,
} from '../../store/bulletins/drafts.ts'
import { appendBulletinEvent, type BulletinRecord, bulletinOf } from '../../store/bulletins/history.ts'
import { said } from '../dispatching.ts'
import { refusalOfPersonal } from '../no-personal-data.ts'
import { dayOfMoment } from '../projects/opening.ts'
import { countBulletin, versionOfBulletin } from './counting.ts'
import { topicsOfSpan } from './topics.ts'

/** What a step is done to, by whom and when. */
export interface BulletinDoing {
  readonly id: string
  readonly by: Actor
  readonly moment: string
}

interface Before {
  readonly work: Work
  readonly record: BulletinRecord
  readonly draft: BulletinDraft
}
/** What a step answers: nothing where it was done. */
type Done = undefined | Refusal

async function take(
  work: Work,
  { id, by, moment }: BulletinDoing,
  step: BulletinStep,
  run: (before: Before) => Promise<string | Refusal>,
): Promise<Done> {
  return await work.transaction(async inner => {
    const record = await bulletinOf(inner, id, true)
    if (record === undefined) return refuse('没有这期通报。')
    const refusal = refusalOfBulletin(step, record, by)
    if (refusal !== undefined) return refusal
    const words = await run({ work: inner, record, draft: await draftOf(inner, id) })
    if (isRefusal(words)) return words
    const who = { by: by.id, byName: by.name }
    if (step !== 'save') {
      const event: BulletinEvent = { kind: step, words, at: moment, ...who }
      await appendBulletinEvent(inner, record, event)
    }
    const detail = { kind: record.kind, from: record.span.from }
    await audit(inner, { ...who, agency: record.hotline, act: `bulletin.${step}`, subject: id, detail })
    return undefined
  })
}

/** What is saved of a draft; `version` is the one that the writer saw. */
export interface Saving {
  readonly version: number
  readonly cutOff: Day
  readonly words: BulletinWords
  /** Topics that stay, by their places; the others are taken out. */
  readonly topics: readonly number[]
  /** Look for the topics anew. */
  readonly findAnew: boolean
}

/** Saves what was written; a field that shows nothing, or somebody's personal data, is told at submission. */
export function saveBulletin(work: Work, doing: BulletinDoing, saving: Saving): Promise<Done> {
  return take(work, doing, 'save', async ({ work: inner, record, draft }) => {
    if (saving.version !== draft.version)
      return refuse('他人刚刚保存过这期通报。您填写的内容仍在页面上，请看过最新内容后再保存。')
    const wrong = refusalOfCutOff(saving.cutOff, record.span.until, dayOfMoment(doing.moment))
    if (wrong !== undefined) return wrong
    const topics = saving.findAnew
      ? await topicsOfSpan(inner, record)
      : draft.topics.filter((_, place) => saving.topics.includes(place))
    const { cutOff, words } = saving
    await keepDraft(inner, record.id, { version: draft.version + 1, cutOff, words, topics })
    return ''
  })
}

/** Why these words may not go out. */
function refusalOfWords({ sections, cases }: BulletinWords, topics: BulletinDraft['topics']): Done {
  const texts = [
    ...sections.map(({ title, words }) => [`“${title}”`, words] as const),
    ...cases.map(({ title, words }, place) => [`典型案例 ${place + 1}`, `${title}\n${words}`] as const),
    ...topics.map(({ title, place }) => ['热点问题', `${title}\n${place}`] as const),
  ]
  for (const [where, text] of texts) {
    const found = refusalOfPersonal(where, text)
    if (found !== undefined) return found
  }
  if (sections.length === 0) return refuse('请至少写一节正文。')
  const empty = sections.find(({ words }) => words.trim() === toBeWritten)
  return empty && refuse(`“${empty.title}”一节还没有写，请写明内容，或者去掉这一节。`)
}

/** Sends it to the head. */
export function submitBulletin(work: Work, doing: BulletinDoing): Promise<Done> {
  return take(work, doing, 'submit', async ({ work: inner, record, draft }) => {
    const wrong = refusalOfWords(draft.words, draft.topics)
    if (wrong !== undefined) return wrong
    const numbers = await countBulletin(inner, record, { draft, now: doing.moment })
    const unknown = unknownFields(
      draft.words.sections,
      fieldsOf(numbers, await versionOfBulletin(inner, record)),
    )
    return unknown.length === 0 ? '' : refuse(`正文中的${unknown.join('、')}不是通报中的数字，请重新插入。`)
  })
}

/** The head is not content. */
export function sendBulletinBack(work: Work, doing: BulletinDoing, words: string): Promise<Done> {
  return take(work, doing, 'sendBack', async () => said(words, '请写明退回的理由。') ?? words)
}

/** The head approves: from here on the very numbers and words are fixed. */
export function approveBulletin(work: Work, doing: BulletinDoing): Promise<Done> {
  return take(work, doing, 'approve', async ({ work: inner, record, draft }) => {
    const content = await contentOf(inner, record, { draft, now: doing.moment })
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    const { edition, restated } = record.standing
    await keepEdition(inner, record.id, { edition, restated, content, hash, approvedAt: doing.moment })
    return ''
  })
}

/** The bulletin as it stands in the draft, its fields written out. */
export async function contentOf(
  work: Work,
  record: BulletinRecord,
  { draft, now }: { readonly draft: BulletinDraft; readonly now: string },
): Promise<BulletinContent> {
  const numbers = await countBulletin(work, record, { draft, now })
  const fields = fieldsOf(numbers, await versionOfBulletin(work, record))
  const { sections, cases } = draft.words
  return {
    title: bulletinTitle(record.kind, record.span),
    numbers,
    sections: sections.map(({ title, words }) => ({ title, words: written(words, fields) })),
    cases,
  }
}

/** Publishes what was approved. */
export function publishBulletin(work: Work, doing: BulletinDoing): Promise<Done> {
  return take(work, doing, 'publish', async ({ work: inner, record }) => {
    await publishEdition(inner, record.id, { edition: record.standing.edition, at: doing.moment })
    return ''
  })
}

/** Begins a restatement: the published edition stays as it is, a new one says why. */
export function restateBulletin(work: Work, doing: BulletinDoing, words: string): Promise<Done> {
  return take(work, doing, 'restate', async () => said(words, '请写明更正的理由，将随新版公布。') ?? words)
}
