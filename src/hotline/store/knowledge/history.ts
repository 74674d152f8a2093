import { z } from 'zod'
import { pairsOfText } from '../../../platform/text/pairs.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type EntryContent,
  type EntryEvent,
  type EntryEventKind,
  type EntryStanding,
  entryAfter,
} from '../../knowledge/entry.ts'

const contentForm = z.object({
  ...{ unit: z.string().nullable(), question: z.string(), variants: z.array(z.string()) },
  ...{ answer: z.string(), validFrom: z.string(), validUntil: z.string().nullable() },
  ...{ reviewOn: z.string(), public: z.boolean(), items: z.array(z.string()) },
})
const who = { at: z.string(), by: z.string(), byName: z.string() }
const eventForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drafted'), content: contentForm, ...who }),
  z.object({ kind: z.literal('submitted'), ...who }),
  z.object({ kind: z.literal('approved'), ...who }),
  z.object({ kind: z.literal('declined'), reason: z.string(), ...who }),
  z.object({ kind: z.literal('reviewed'), reviewOn: z.string(), ...who }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string(), ...who }),
])

/** An entry with its history. */
export interface EntryRecord {
  readonly id: string
  readonly agency: string
  readonly used: number
  readonly unhelpful: number
  readonly helped: number
  readonly events: readonly EntryEvent<EntryEventKind>[]
  readonly standing: EntryStanding
}

/** The entry; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function entryOf(work: Work, id: string, lock = false): Promise<EntryRecord | undefined> {
  let query = work.db
    .selectFrom('hotline_entries')
    .select(['id', 'agency', 'used', 'unhelpful', 'helped'])
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const rows = await work.db
    .selectFrom('hotline_entry_events')
    .select(['kind', 'at', 'by', 'by_name as byName', 'told'])
    .where('entry', '=', id)
    .orderBy('number')
    .execute()
  const toldForm = z.looseObject({})
  const events = rows.map(({ told, ...each }) => eventForm.parse({ ...toldForm.parse(told), ...each }))
  return { ...row, events, standing: entryAfter(events) }
}

/** A new entry without a history yet; sent twice, it is the first one. */
export async function insertEntry(
  work: Work,
  { agency, once, at }: { readonly agency: string; readonly once: string; readonly at: string },
): Promise<{ readonly id: string; readonly fresh: boolean }> {
  const row = await work.db
    .insertInto('hotline_entries')
    .values({ agency, drafted_once: once, changed_at: at })
    .onConflict(conflict => conflict.column('drafted_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) return { id: row.id, fresh: true }
  const { id } = await work.db
    .selectFrom('hotline_entries')
    .select('id')
    .where('drafted_once', '=', once)
    .executeTakeFirstOrThrow()
  return { id, fresh: false }
}

/** Appends an event, and moves what the lists and the search read. */
export async function appendEntryEvent(
  work: Work,
  { id, events }: Pick<EntryRecord, 'id' | 'events'>,
  event: EntryEvent,
): Promise<EntryStanding> {
  const standing = entryAfter([...events, event])
  const { kind, at, by, byName, ...told } = event
  await work.db
    .insertInto('hotline_entry_events')
    .values({
      ...{ entry: id, number: standing.version, kind, at, by, by_name: byName },
      told: JSON.stringify(told),
    })
    .execute()
  const { draft, inForce, state, version } = standing
  const shown = inForce ?? draft
  await work.db
    .updateTable('hotline_entries')
    .set({
      ...{ state, version, unit: shown.unit, question: shown.question, changed_at: at },
      in_force: inForce === null ? null : JSON.stringify(inForce),
      ...{ valid_from: shown.validFrom, valid_until: shown.validUntil, review_on: shown.reviewOn },
      public: inForce?.public ?? false,
    })
    .where('id', '=', id)
    .execute()
  await keepPairs(work, id, inForce)
  return standing
}

const weights = { question: 3, answer: 1 } as const

/** The pairs of characters by which what is in force is found: those of the questions weigh more. */
async function keepPairs(work: Work, entry: string, content: EntryContent | null): Promise<void> {
  await work.db.deleteFrom('hotline_entry_pairs').where('entry', '=', entry).execute()
  if (content === null) return
  const weighed = new Map(pairsOfText(content.answer).map(pair => [pair, weights.answer as number]))
  for (const pair of pairsOfText([content.question, ...content.variants].join('\n')))
    weighed.set(pair, weights.question)
  const rows = [...weighed].map(([pair, weight]) => ({ pair, entry, weight }))
  for (let from = 0; from < rows.length; from += 5000)
    await work.db
      .insertInto('hotline_entry_pairs')
      .values(rows.slice(from, from + 5000))
      .execute()
}
