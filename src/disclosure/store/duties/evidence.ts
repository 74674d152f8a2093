import type { Work } from '../../../platform/work.ts'

/** An evidence file as it is listed. */
export interface EvidenceFile {
  readonly id: string
  readonly name: string
  readonly media: string
}

/** Keeps a file of evidence under its hash. */
export async function keepEvidence(
  work: Work,
  record: string,
  file: {
    readonly name: string
    readonly media: string
    readonly sha256: string
    readonly bytes: Uint8Array
  },
  by: { readonly name: string; readonly at: string },
): Promise<void> {
  const { name, media, sha256, bytes } = file
  await work.db
    .insertInto('disclosure_channel_files')
    .values({
      ...{ record, name, media, sha256, bytes: Buffer.from(bytes), added_by: by.name, added_at: by.at },
    })
    .execute()
}

/** The files of a record in the order in which they came. */
export async function evidenceFiles(work: Work, record: string): Promise<EvidenceFile[]> {
  return await work.db
    .selectFrom('disclosure_channel_files')
    .select(['id', 'name', 'media'])
    .where('record', '=', record)
    .orderBy('added_at')
    .execute()
}

/** One file of a record with its bytes. */
export async function evidenceOf(work: Work, record: string, id: string) {
  return await work.db
    .selectFrom('disclosure_channel_files')
    .select(['name', 'media', 'bytes'])
    .where('record', '=', record)
    .where('id', '=', id)
    .executeTakeFirst()
}
