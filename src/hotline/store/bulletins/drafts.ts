import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, isDay } from '../../../statute/day.ts'
import type { BulletinContent, BulletinWords } from '../../bulletins/content.ts'

/** A hot topic that is kept in the draft: which demands it is made of; what came of them is counted anew. */
export interface ChosenTopic {
  readonly title: string
  readonly place: string
  /** The matter; undefined in drafts from before it was kept. */
  readonly matter?: string | undefined
  readonly demands: readonly string[]
}

/** A draft: what people wrote, up to when it is counted, and the topics that were found. */
export interface BulletinDraft {
  /** Counts the savings: who saves names the version that he saw. */
  readonly version: number
  /** The last day up to which it is counted what became of the demands. */
  readonly cutOff: Day
  readonly words: BulletinWords
  readonly topics: readonly ChosenTopic[]
}

const text = z.string()
const wordsForm = z.object({
  sections: z.array(z.object({ title: text, words: text })),
  cases: z.array(z.object({ number: text, title: text, words: text })),
})
const topicForm = z.object({
  ...{ title: text, place: text, matter: text.optional(), demands: z.array(text) },
})
const draftForm = z.object({
  ...{ version: z.int(), cutOff: z.custom<Day>(value => typeof value === 'string' && isDay(value)) },
  ...{ words: wordsForm, topics: z.array(topicForm) },
})

/** The draft of a bulletin. */
export async function draftOf(work: Work, bulletin: string): Promise<BulletinDraft> {
  const row = await work.db
    .selectFrom('hotline_bulletin_drafts')
    .select(['version', 'cut_off as cutOff', 'words', 'topics'])
    .where('bulletin', '=', bulletin)
    .executeTakeFirstOrThrow()
  return draftForm.parse(row)
}

/** Keeps the draft. */
export async function keepDraft(
  work: Work,
  bulletin: string,
  { version, cutOff, words, topics }: BulletinDraft,
): Promise<void> {
  const row = { version, cut_off: cutOff, words: JSON.stringify(words), topics: JSON.stringify(topics) }
  await work.db
    .insertInto('hotline_bulletin_drafts')
    .values({ bulletin, ...row })
    .onConflict(conflict => conflict.column('bulletin').doUpdateSet(row))
    .execute()
}

/** An edition as it was approved, and whether it is published. */
export interface BulletinEdition {
  readonly edition: number
  readonly restated: string
  readonly content: BulletinContent
  readonly hash: string
  readonly approvedAt: string
  readonly publishedAt: string | null
}

const contentForm = z.custom<BulletinContent>(value => typeof value === 'object' && value !== null)

/** The editions of a bulletin, the first first. */
export async function editionsOf(work: Work, bulletin: string): Promise<BulletinEdition[]> {
  const rows = await work.db
    .selectFrom('hotline_bulletin_editions')
    .select(['edition', 'restated', 'content', 'hash', 'approved_at', 'published_at'])
    .where('bulletin', '=', bulletin)
    .orderBy('edition')
    .execute()
  return rows.map(({ content, approved_at, published_at, ...row }) => ({
    ...{ ...row, content: contentForm.parse(content), approvedAt: approved_at, publishedAt: published_at },
  }))
}

/** Keeps the edition that is approved; one that was sent back before its publication is replaced. */
export async function keepEdition(
  work: Work,
  bulletin: string,
  { edition, restated, content, hash, approvedAt }: Omit<BulletinEdition, 'publishedAt'>,
): Promise<void> {
  await work.db
    .deleteFrom('hotline_bulletin_editions')
    .where('bulletin', '=', bulletin)
    .where('edition', '=', edition)
    .execute()
  await work.db
    .insertInto('hotline_bulletin_editions')
    .values({ bulletin, edition, restated, content: JSON.stringify(content), hash, approved_at: approvedAt })
    .execute()
}

/** From this moment the edition is public. */
export async function publishEdition(
  work: Work,
  bulletin: string,
  { edition, at }: { readonly edition: number; readonly at: string },
): Promise<void> {
  await work.db
    .updateTable('hotline_bulletin_editions')
    .set({ published_at: at })
    .where('bulletin', '=', bulletin)
    .where('edition', '=', edition)
    .execute()
}
