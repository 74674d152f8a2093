import { sql } from 'kysely'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { fileOf, type KeptFile } from '../files.ts'

/** A file that a reader of this public item may have: attached to one of its editions, or a picture in one's body. */
export async function publicFile(work: Work, item: string, file: string): Promise<KeptFile | undefined> {
  if (!isUuid(file)) return undefined
  const named = await work.db
    .selectFrom('disclosure_editions as e')
    .innerJoin('disclosure_standings as s', 's.item', 'e.item')
    .select('e.number')
    .where('e.item', '=', item)
    .where('s.shelf', '=', 'public')
    .where(({ or }) =>
      or([
        sql<boolean>`e.content->'attachments' @> ${JSON.stringify([{ file }])}::jsonb`,
        sql<boolean>`strpos(e.content->>'body', ${`/files/${file}`}) > 0`,
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  const kept = named === undefined ? undefined : await fileOf(work, file)
  return kept?.item === item ? kept : undefined
}

/** The bytes of a file piece by piece, so that a large one never stands in memory whole. */
export async function* filePieces(work: Work, file: string): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place++) {
    const row = await work.db
      .selectFrom('disclosure_file_pieces')
      .select('bytes')
      .where('file', '=', file)
      .where('place', '=', place)
      .executeTakeFirst()
    if (row === undefined) return
    yield row.bytes
  }
}
