import { z } from 'zod'
import { openedFromPieces, sealedInPieces } from '../../../platform/files/in-pieces.ts'
import type { KnownFile } from '../../../platform/files/known.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { DemandPaper } from '../../papers/paper.ts'

const purpose = (paper: string) => `hotline paper ${paper}`

/** What is written down of a paper as it is kept. */
export interface KeepingPaper extends Pick<DemandPaper, 'addedAt' | 'addedBy' | 'ofCaller' | 'openToCaller'> {
  readonly demand: string
  readonly secrets: Secrets
}

/** Keeps a file of a demand, sealed piece by piece. @returns its id */
export async function keepDemandPaper(work: Work, file: KnownFile, keeping: KeepingPaper): Promise<string> {
  const { id } = await work.db
    .insertInto('hotline_papers')
    .values({
      ...{ demand: keeping.demand, name: file.name, media: file.media, size_bytes: file.bytes.length },
      ...{ added_at: keeping.addedAt, added_by: keeping.addedBy },
      ...{ of_caller: keeping.ofCaller, open_to_caller: keeping.openToCaller },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const piece of sealedInPieces(file.bytes, { purpose: purpose(id), secrets: keeping.secrets }))
    await work.db
      .insertInto('hotline_paper_pieces')
      .values({ paper: id, ...piece })
      .execute()
  return id
}

const paperForm = z.object({
  ...{ id: z.string(), name: z.string(), media: z.string(), sizeBytes: z.int() },
  ...{ addedAt: z.string(), addedBy: z.string(), ofCaller: z.boolean(), openToCaller: z.boolean() },
})

/** The papers of a demand, the first first. */
export async function papersOfDemand(work: Work, demand: string): Promise<DemandPaper[]> {
  const rows = await work.db
    .selectFrom('hotline_papers')
    .select(['id', 'name', 'media', 'size_bytes as sizeBytes', 'added_at as addedAt', 'added_by as addedBy'])
    .select(['of_caller as ofCaller', 'open_to_caller as openToCaller'])
    .where('demand', '=', demand)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return z.array(paperForm).parse(rows)
}

/** The file of a paper; undefined where it was sealed with another key. */
export async function demandPaperBytes(
  work: Work,
  paper: string,
  secrets: Secrets,
): Promise<Uint8Array | undefined> {
  const rows = await work.db
    .selectFrom('hotline_paper_pieces')
    .select(['place', 'sealed'])
    .where('paper', '=', paper)
    .orderBy('place')
    .execute()
  return openedFromPieces(rows, { purpose: purpose(paper), secrets })
}
