import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dutyKinds } from '../../../statute/proactive.ts'
import { itemForms } from '../../forms.ts'
import { shelfStates } from '../../standing.ts'
import type { Moved } from '../../subscription.ts'
import { textsIn, textsOf } from '../files.ts'
import { searchedText } from '../search/row.ts'

const rowForm = z.object({
  ...{ change: z.number(), item: z.string(), at: z.string(), agency: z.string() },
  ...{ edition: z.number(), shelf: z.enum(shelfStates) },
  what: z.enum(['published', 'revised', 'withdrawn', 'restored', 'ended', 'reviewed']),
  ...{ reason: z.string().nullable(), withdrawn: z.string().nullable(), endedBy: z.string().nullable() },
  content: z.object({
    ...{ title: z.string(), summary: z.string(), keywords: z.array(z.string()), body: z.string() },
    ...{ documentNumber: z.string().nullable(), form: z.enum(itemForms), duty: z.enum(dutyKinds) },
    series: z.string(),
    attachments: z.array(z.object({ name: z.string(), file: z.string() })),
  }),
})

/** The latest change of the shelf; 0 where nothing moved yet. */
export async function latestChange(work: Work): Promise<number> {
  const row = await work.db
    .selectFrom('disclosure_changes')
    .select(({ fn }) => fn.max('id').as('latest'))
    .executeTakeFirst()
  return Number(row?.latest ?? 0)
}

/** The edition that was read when the item moved: what moved once is told in its own words, whatever came later. */
const editionThen = sql<number>`coalesce((select max(e.number) from disclosure_editions e
  where e.item = change.item and e.published_at <= change.at), standing.edition)`

function selected(work: Work) {
  return work.db
    .selectFrom('disclosure_changes as change')
    .innerJoin('disclosure_standings as standing', 'standing.item', 'change.item')
    .innerJoin('disclosure_editions as edition', join =>
      join.onRef('edition.item', '=', 'standing.item').on('edition.number', '=', editionThen),
    )
    .select(['change.id as change', 'change.item', 'change.what', 'change.at', 'standing.agency'])
    .select(['standing.shelf', 'edition.number as edition', 'edition.content', 'edition.reason'])
    .select(lastTold('withdrawn', 'reason').as('withdrawn'))
    .select(lastTold('ended', 'byWords').as('endedBy'))
}

/** What the latest event of this kind said of the item when it moved. */
function lastTold(kind: 'withdrawn' | 'ended', key: string) {
  return sql<string | null>`(select told ->> ${key} from disclosure_events e
    where e.item = change.item and e.kind = ${kind} and e.at <= change.at order by e.number desc limit 1)`
}

type Row = z.infer<typeof rowForm>

/** What moved; with the texts that are searched, those of attachments read together, where words are looked for. */
async function movedOf(work: Work, rows: readonly unknown[], searched: boolean): Promise<Moved[]> {
  const read = rows.map(row => rowForm.parse(row))
  if (!searched) return read.map(row => ({ ...withoutText(row), head: '', text: '' }))
  const files = read.flatMap(({ content }) => content.attachments.map(({ file }) => file))
  const texts = await textsOf(work, [...new Set(files)])
  return read.map(row => {
    const { head, text } = searchedText(row.content, textsIn(row.content.attachments, texts))
    return { ...withoutText(row), head: head.join('\n'), text }
  })
}

function withoutText(row: Row): Omit<Moved, 'head' | 'text'> {
  const { reason, withdrawn, endedBy, shelf, content, ...rest } = row
  const why = { published: '', revised: reason, withdrawn, restored: '', reviewed: '', ended: endedBy }[
    rest.what
  ]
  const { body: _body, attachments: _attachments, summary, ...about } = content
  // What was withdrawn leaves its name, day and ground, and none of its words: neither in what was told of it before.
  const shown = shelf === 'withdrawn' ? '' : summary
  return { ...rest, content: { ...about, summary: shown }, reason: why ?? '' }
}

/** What was moved in from an older site was public before: that it came is no news of it. */
const isNews = sql<boolean>`not (change.what = 'published' and exists (
  select from disclosure_imports i where i.item = change.item and i.at = change.at))`

/** What moved after this change, in order; at most so many. */
export async function movedAfter(work: Work, change: number, most: number): Promise<Moved[]> {
  const rows = await selected(work)
    .where('change.id', '>', change)
    .where(isNews)
    .orderBy('change.id')
    .limit(most)
    .execute()
  return await movedOf(work, rows, true)
}

/** What moved last, newest first; at most so many. Their texts come along where words are looked for in them. */
export async function movedLast(
  work: Work,
  {
    agency,
    form,
    duty,
    series,
    item,
    q,
  }: Readonly<Record<'agency' | 'form' | 'duty' | 'series' | 'item' | 'q', string | undefined>>,
  most: number,
): Promise<Moved[]> {
  let query = selected(work).orderBy('change.id', 'desc').limit(most)
  if (agency !== undefined) query = query.where('standing.agency', '=', agency)
  if (form !== undefined) query = query.where('standing.form', '=', form)
  if (duty !== undefined) query = query.where('standing.duty', '=', duty)
  if (series !== undefined) query = query.where('standing.series', '=', series)
  query = item === undefined ? query.where(isNews) : query.where('change.item', '=', item)
  return await movedOf(work, await query.execute(), q !== undefined)
}
