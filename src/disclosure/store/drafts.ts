import type { Work } from '../../platform/work.ts'
import type { ItemContent } from '../item.ts'
import { contentForm } from './content-form.ts'
import { contentHash } from './hash.ts'

/** The draft of an item as it was last saved. */
export interface KeptDraft {
  /** Counts the savings: who saves names the one that he opened. */
  readonly version: number
  readonly content: ItemContent
  readonly sha256: string
  readonly savedAt: string
  readonly savedBy: string
  readonly savedByName: string
}

/** The draft of an item; undefined where none is open. */
export async function draftOf(work: Work, item: string): Promise<KeptDraft | undefined> {
  const row = await work.db
    .selectFrom('disclosure_drafts')
    .selectAll()
    .where('item', '=', item)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { version, sha256, saved_at: savedAt, saved_by: savedBy, saved_by_name: savedByName } = row
  return { version, content: contentForm.parse(row.content), sha256, savedAt, savedBy, savedByName }
}

/** Keeps the draft under its next version. */
export async function keepDraft(
  work: Work,
  item: string,
  { version, content, savedAt, savedBy, savedByName }: Omit<KeptDraft, 'sha256'>,
): Promise<KeptDraft> {
  const sha256 = contentHash(content)
  const row = {
    ...{ version, content: JSON.stringify(content), sha256, saved_at: savedAt },
    ...{ saved_by: savedBy, saved_by_name: savedByName },
  }
  await work.db
    .insertInto('disclosure_drafts')
    .values({ item, ...row })
    .onConflict(conflict => conflict.column('item').doUpdateSet(row))
    .execute()
  return { version, content, sha256, savedAt, savedBy, savedByName }
}

/** Closes the draft: it was published, or the revision was dropped. */
export async function closeDraft(work: Work, item: string): Promise<void> {
  await work.db.deleteFrom('disclosure_drafts').where('item', '=', item).execute()
}
