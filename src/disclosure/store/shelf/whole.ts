import type { Work } from '../../../platform/work.ts'
import type { ItemContent } from '../../item.ts'
import { contentForm } from '../content-form.ts'
import { textsOf } from '../files.ts'

/** Every item that is or was public, the latest published first. */
export async function everyItem(work: Work): Promise<{ readonly item: string; readonly gone: boolean }[]> {
  const rows = await work.db
    .selectFrom('disclosure_standings')
    .select(['item', 'shelf'])
    .where('shelf', 'in', ['public', 'withdrawn'])
    .orderBy('published_on', 'desc')
    .orderBy('item')
    .execute()
  return rows.map(({ item, shelf }) => ({ item, gone: shelf === 'withdrawn' }))
}

/** What public items say, and the words of their files, for a search. */
export interface Words {
  readonly item: string
  readonly agencyName: string
  readonly publishedOn: string
  readonly content: ItemContent
  readonly fileTexts: readonly string[]
}

/** The words of these items as they are public, in the order given. */
export async function wordsOf(work: Work, items: readonly string[]): Promise<Words[]> {
  if (items.length === 0) return []
  const rows = await work.db
    .selectFrom('disclosure_standings as s')
    .innerJoin('disclosure_editions as e', join =>
      join.onRef('e.item', '=', 's.item').onRef('e.number', '=', 's.edition'),
    )
    .innerJoin('agencies', 'agencies.code', 's.agency')
    .select(['s.item', 'agencies.name as agencyName', 'e.published_on as publishedOn', 'e.content'])
    .where('s.item', 'in', [...items])
    .where('s.shelf', '=', 'public')
    .execute()
  const read = rows.map(row => ({ ...row, content: contentForm.parse(row.content) }))
  const files = read.flatMap(({ content }) => content.attachments.map(({ file }) => file))
  const texts = await textsOf(work, files)
  const found = new Map(
    read.map(row => {
      const fileTexts = row.content.attachments.map(({ file }) => texts.get(file) ?? '')
      return [row.item, { ...row, fileTexts }]
    }),
  )
  return items.flatMap(item => found.get(item) ?? [])
}

/** The ending of the name of every kept file, by its id: `.docx`; empty where it has none. */
export async function fileEndings(work: Work): Promise<Map<string, string>> {
  const rows = await work.db.selectFrom('disclosure_files').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, /\.[a-z\d]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '']))
}
