import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { initialWhite, initialWords } from '../../checks/words/initial.ts'
import type { WatchedWord, WhitePhrase, WordSeverity } from '../../checks/words/word.ts'

/** A watched word as it is kept. */
export interface KeptWord extends WatchedWord {
  readonly id: string
  readonly changedAt: string
  readonly changedBy: string
}

/** A phrase of the white list as it is kept. */
export interface KeptPhrase extends WhitePhrase {
  readonly changedAt: string
  readonly changedBy: string
}

/** Which lists stand, and how far what is public was checked by them. `mark` names this state of the lists in every database. */
export interface ListState {
  readonly version: number
  readonly mark: string
  readonly changedAt: string
  readonly recheckedVersion: number
  readonly recheckedUpTo: string
  readonly lastChange: number
}

/** The state of the lists; undefined before they were first made. */
export async function listState(work: Work): Promise<ListState | undefined> {
  return await work.db
    .selectFrom('disclosure_word_lists')
    .select(['version', 'mark', 'changed_at as changedAt', 'rechecked_version as recheckedVersion'])
    .select(['rechecked_up_to as recheckedUpTo', 'last_change as lastChange'])
    .executeTakeFirst()
}

/** Makes the lists with what the office begins with; twice at once does no harm. */
export async function beginLists(work: Work, at: string): Promise<void> {
  await work.transaction(async inner => {
    const begun = await inner.db
      .insertInto('disclosure_word_lists')
      .values({
        ...{ version: 1, mark: randomUUID(), changed_at: at, rechecked_version: 0 },
        ...{ rechecked_up_to: '', last_change: 0 },
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    if (begun === undefined) return
    const by = { at, by: '随系统提供' }
    await insertWords(inner, initialWords, by)
    for (const phrase of initialWhite) await keepPhrase(inner, phrase, by)
  })
}

/** Who changed it and when. */
export interface Changed {
  readonly at: string
  readonly by: string
}

/** Adds words; one that is there from the same day is replaced. */
export async function insertWords(
  work: Work,
  words: readonly WatchedWord[],
  { at, by }: Changed,
): Promise<void> {
  if (words.length === 0) return
  const rows = words.map(word => ({ ...rowOf(word), changed_at: at, changed_by: by }))
  await work.db
    .insertInto('disclosure_words')
    .values(rows)
    .onConflict(conflict =>
      conflict.columns(['word', 'from_day']).doUpdateSet(({ ref }) => ({
        ...{ right_form: ref('excluded.right_form'), severity: ref('excluded.severity') },
        ...{ why: ref('excluded.why'), to_day: ref('excluded.to_day') },
        ...{ changed_at: ref('excluded.changed_at'), changed_by: ref('excluded.changed_by') },
      })),
    )
    .execute()
}

/** Changes one word. @returns false where there is none of this id */
export async function changeWord(
  work: Work,
  id: string,
  word: WatchedWord,
  { at, by }: Changed,
): Promise<boolean> {
  const done = await work.db
    .updateTable('disclosure_words')
    .set({ ...rowOf(word), changed_at: at, changed_by: by })
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Takes words off. @returns those that were there */
export async function deleteWords(work: Work, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await work.db
    .deleteFrom('disclosure_words')
    .where('id', 'in', [...ids])
    .returning('word')
    .execute()
  return rows.map(({ word }) => word)
}

/** Puts a phrase on the white list. */
export async function keepPhrase(
  work: Work,
  { phrase, why }: WhitePhrase,
  { at, by }: Changed,
): Promise<void> {
  const told = { why, changed_at: at, changed_by: by }
  await work.db
    .insertInto('disclosure_white_phrases')
    .values({ phrase, ...told })
    .onConflict(conflict => conflict.column('phrase').doUpdateSet(told))
    .execute()
}

/** Takes a phrase off the white list. @returns false where it was not there */
export async function deletePhrase(work: Work, phrase: string): Promise<boolean> {
  const done = await work.db
    .deleteFrom('disclosure_white_phrases')
    .where('phrase', '=', phrase)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** The lists were changed: their next version. */
export async function nextVersion(work: Work, at: string): Promise<void> {
  await work.db
    .updateTable('disclosure_word_lists')
    .set({ version: sql<number>`version + 1`, mark: randomUUID(), changed_at: at, rechecked_up_to: '' })
    .execute()
}

/** All watched words, in their order. */
export async function keptWords(work: Work): Promise<KeptWord[]> {
  const rows = await work.db
    .selectFrom('disclosure_words')
    .selectAll()
    .orderBy('word')
    .orderBy('from_day')
    .execute()
  return rows.map(row => ({
    ...{ id: row.id, word: row.word, right: row.right_form, why: row.why },
    severity: severityOf(row.severity),
    ...{ from: dayOf(row.from_day), to: row.to_day === null ? null : dayOf(row.to_day) },
    ...{ changedAt: row.changed_at, changedBy: row.changed_by },
  }))
}

/** The white list, in its order. */
export async function keptPhrases(work: Work): Promise<KeptPhrase[]> {
  return await work.db
    .selectFrom('disclosure_white_phrases')
    .select(['phrase', 'why', 'changed_at as changedAt', 'changed_by as changedBy'])
    .orderBy('phrase')
    .execute()
}

function severityOf(text: string): WordSeverity {
  return text === 'severe' ? 'severe' : 'mild'
}

function rowOf({ word, right, severity, why, from, to }: WatchedWord) {
  return { word, right_form: right, severity, why, from_day: from, to_day: to }
}
