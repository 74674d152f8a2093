import { createHash } from 'node:crypto'
import { z } from 'zod'
import { openedFromPieces, sealedInPieces } from '../../platform/files/in-pieces.ts'
import type { KnownFile } from '../../platform/files/known.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { type PaperPurpose, paperPurposes } from '../request.ts'
import type { PaperLine } from '../view.ts'

const purpose = (paper: string) => `foi paper ${paper}`

/** A paper of a request: a scan, an attachment, a file that is given out. */
export interface Paper extends PaperLine {
  readonly sha256: string
}

/** What is written down of a paper as it is kept. */
export interface Keeping {
  /** The request that it belongs to; null where it proves a wrong record, Art. 41. */
  readonly request: string | null
  readonly recordCorrection?: string | undefined
  readonly purpose: PaperPurpose
  readonly openToApplicant: boolean
  readonly on: Day
  readonly byName: string
  readonly secrets: Secrets
}

/** Keeps a file, sealed in pieces. @returns its id */
export async function keepPaper(work: Work, file: KnownFile, keeping: Keeping): Promise<string> {
  const { id } = await work.db
    .insertInto('foi_papers')
    .values({
      ...{ request: keeping.request, purpose: keeping.purpose, name: file.name, media: file.media },
      record_correction: keeping.recordCorrection ?? null,
      ...{ size_bytes: file.bytes.length, added_on: keeping.on, added_by: keeping.byName },
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      open_to_applicant: keeping.openToApplicant,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const piece of sealedInPieces(file.bytes, { purpose: purpose(id), secrets: keeping.secrets }))
    await work.db
      .insertInto('foi_paper_pieces')
      .values({ paper: id, ...piece })
      .execute()
  return id
}

const paperForm = z.object({
  ...{ id: z.string(), purpose: z.enum(paperPurposes), name: z.string(), media: z.string() },
  ...{ sizeBytes: z.number(), sha256: z.string(), addedOn: z.string(), addedBy: z.string() },
  openToApplicant: z.boolean(),
})

function papers(work: Work) {
  return work.db
    .selectFrom('foi_papers')
    .select(['id', 'purpose', 'name', 'media', 'sha256', 'size_bytes as sizeBytes'])
    .select(['added_on as addedOn', 'added_by as addedBy', 'open_to_applicant as openToApplicant'])
    .orderBy('added_on')
    .orderBy('name')
}

/** The papers of a request, first to last. */
export async function papersOf(work: Work, request: string): Promise<Paper[]> {
  const rows = await papers(work).where('request', '=', request).execute()
  return rows.map(row => paperForm.parse(row))
}

/** The papers that prove wrong records, by the id of what is asked. */
export async function papersOfRecords(work: Work, ids: readonly string[]): Promise<Map<string, Paper[]>> {
  if (ids.length === 0) return new Map()
  const rows = await papers(work)
    .select('record_correction as record')
    .where('record_correction', 'in', [...ids])
    .execute()
  const all = Map.groupBy(rows, ({ record }) => record ?? '')
  return new Map([...all].map(([id, of]) => [id, of.map(row => paperForm.parse(row))]))
}

/** The file of a paper, piece after piece; undefined where it was erased or sealed with another key. */
export async function paperBytes(work: Work, id: string, secrets: Secrets): Promise<Uint8Array | undefined> {
  const rows = await work.db
    .selectFrom('foi_paper_pieces')
    .select(['place', 'sealed'])
    .where('paper', '=', id)
    .orderBy('place')
    .execute()
  return openedFromPieces(rows, { purpose: purpose(id), secrets })
}
