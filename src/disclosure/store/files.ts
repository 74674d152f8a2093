import { createHash } from 'node:crypto'
import type { KnownFile } from '../../platform/files/known.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import type { Attachment } from '../item.ts'

const pieceBytes = 1024 * 1024

/** Keeps the bytes of a file of an item; they never change. `text` is what the search reads of it. */
export async function keepFile(
  work: Work,
  file: KnownFile,
  {
    item,
    text,
    on,
    byName,
  }: { readonly item: string; readonly text: string; readonly on: Day; readonly byName: string },
): Promise<Attachment> {
  const { name, media, bytes } = file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { id } = await work.db
    .insertInto('disclosure_files')
    .values({
      ...{ item, name, media, size_bytes: bytes.length, sha256, text, added_on: on, added_by: byName },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (let place = 0; place * pieceBytes < bytes.length; place++) {
    const piece = Buffer.from(bytes.subarray(place * pieceBytes, (place + 1) * pieceBytes))
    await work.db.insertInto('disclosure_file_pieces').values({ file: id, place, bytes: piece }).execute()
  }
  return { file: id, name, media, sizeBytes: bytes.length, sha256 }
}

/** What is kept of a file besides its bytes. */
export interface KeptFile extends Attachment {
  readonly item: string
  readonly text: string
}

/** A file by its id. */
export async function fileOf(work: Work, file: string): Promise<KeptFile | undefined> {
  const row = await work.db
    .selectFrom('disclosure_files')
    .select(['item', 'name', 'media', 'size_bytes as sizeBytes', 'sha256', 'text'])
    .where('id', '=', file)
    .executeTakeFirst()
  return row === undefined ? undefined : { file, ...row }
}

/** What is kept of these files besides their bytes and words, by id. */
export async function filesOf(
  work: Work,
  files: readonly string[],
): Promise<ReadonlyMap<string, Attachment & { readonly item: string }>> {
  if (files.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_files')
    .select(['id as file', 'item', 'name', 'media', 'size_bytes as sizeBytes', 'sha256'])
    .where('id', 'in', [...files])
    .execute()
  return new Map(rows.map(row => [row.file, row]))
}

/** The bytes of a file. */
export async function fileBytes(work: Work, file: string): Promise<Uint8Array> {
  const rows = await work.db
    .selectFrom('disclosure_file_pieces')
    .select('bytes')
    .where('file', '=', file)
    .orderBy('place')
    .execute()
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}

/** The texts of these files, by id. */
export async function textsOf(work: Work, files: readonly string[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_files')
    .select(['id', 'text'])
    .where('id', 'in', [...files])
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** The texts of these attachments in their order, from those that were read; empty for what has none. */
export function textsIn(
  attachments: readonly { readonly file: string }[],
  texts: ReadonlyMap<string, string>,
): string[] {
  return attachments.map(({ file }) => texts.get(file) ?? '')
}
