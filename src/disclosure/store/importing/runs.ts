import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { Instant } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import {
  noCounts,
  type SiteCounts,
  type SiteRunLine,
  type SiteRunState,
  type SiteSample,
  siteRunStates,
} from '../../importing/view.ts'
import { countsForm } from './counts-form.ts'
import { siteMappingForm } from './mapping-form.ts'

const text = z.string()
const sampleForm = z.object({
  ...{
    path: text,
    title: text,
    agency: text,
    form: text,
    theme: text,
    documentNumber: text,
    indexNumber: text,
  },
  ...{ madeOn: text, publishedOn: text, old: text, files: z.int(), words: text },
})
const stateForm = z.enum(siteRunStates)

/** Who moves what in. */
export interface RunBeginning {
  readonly agency: string
  /** The agencies whose pages may come in. */
  readonly mayBe: readonly string[]
  readonly source: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly mapping: SiteMapping
  readonly by: string
  readonly byName: string
  readonly at: Instant
}

/** A run as it is kept. */
export interface RunKept extends Omit<SiteRunLine, 'agency'>, RunBeginning {
  readonly why: string
  readonly samples: readonly SiteSample[]
  readonly movedAt: string
}

const pieceBytes = 4 * 1024 * 1024

/** Keeps a run with its archive, piece by piece. @returns its id */
export async function keepRun(work: Work, beginning: RunBeginning, path: string): Promise<string> {
  const { agency, mayBe, source, fileName, sizeBytes, mapping, by, byName, at } = beginning
  const { id } = await work.db
    .insertInto('disclosure_site_runs')
    .values({
      ...{ agency, may_be: [...mayBe], source, file_name: fileName, size_bytes: sizeBytes, state: 'trying' },
      ...{ mapping: JSON.stringify(mapping), counts: JSON.stringify(noCounts) },
      ...{ by, by_name: byName, begun_at: at, moved_at: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  let place = 0
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) {
    await work.db.insertInto('disclosure_site_pieces').values({ run: id, place: place++, bytes }).execute()
  }
  return id
}

/** The archive of a run piece by piece; none once it is no longer needed. */
export async function* archiveOf(work: Work, run: string): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place++) {
    const row = await work.db
      .selectFrom('disclosure_site_pieces')
      .select('bytes')
      .where('run', '=', run)
      .where('place', '=', place)
      .executeTakeFirst()
    if (row === undefined) return
    yield row.bytes
  }
}

/** A run by its id. */
export async function runOf(work: Work, id: string): Promise<RunKept | undefined> {
  const row = await work.db
    .selectFrom('disclosure_site_runs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const {
    may_be: mayBe,
    file_name: fileName,
    size_bytes,
    by_name: byName,
    begun_at: at,
    moved_at: movedAt,
  } = row
  const { agency, source, by, why } = row
  return {
    ...{
      id,
      agency,
      mayBe,
      source,
      fileName,
      sizeBytes: Number(size_bytes),
      by,
      byName,
      at,
      begunAt: at,
      movedAt,
    },
    ...{ why, state: stateForm.parse(row.state), mapping: siteMappingForm.parse(row.mapping) },
    ...{ counts: countsForm.parse(row.counts), samples: z.array(sampleForm).parse(row.samples) },
  }
}

/** The latest runs of these agencies. */
export async function runLines(work: Work, agencies: readonly string[]): Promise<SiteRunLine[]> {
  if (agencies.length === 0) return []
  const rows = await work.db
    .selectFrom('disclosure_site_runs')
    .select(['id', 'agency', 'source', 'file_name as fileName', 'state', 'counts'])
    .select(['by_name as byName', 'begun_at as begunAt'])
    .where('agency', 'in', [...agencies])
    .orderBy('begun_at', 'desc')
    .limit(100)
    .execute()
  return rows.map(row => ({
    ...row,
    state: stateForm.parse(row.state),
    counts: countsForm.parse(row.counts),
  }))
}

/** Puts a run anew where it is to be tried or kept; whoever works on it stops. */
export async function resetRun(
  work: Work,
  id: string,
  {
    state,
    mapping,
    at,
  }: { readonly state: SiteRunState; readonly mapping: SiteMapping; readonly at: Instant },
): Promise<void> {
  await work.db
    .updateTable('disclosure_site_runs')
    .set({ state, mapping: JSON.stringify(mapping), why: '', worker: null, moved_at: at })
    .set({ counts: JSON.stringify(noCounts) })
    .where('id', '=', id)
    .execute()
}

/** Takes a run to work on, where nobody works on it. @returns whether it is ours */
export async function takeRun(
  work: Work,
  id: string,
  {
    worker,
    at,
    staleBefore,
  }: { readonly worker: string; readonly at: Instant; readonly staleBefore: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('disclosure_site_runs')
    .set({ worker, moved_at: at })
    .where('id', '=', id)
    .where('state', 'in', ['trying', 'keeping'])
    .where(({ eb, or }) => or([eb('worker', 'is', null), eb('moved_at', '<', staleBefore)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Tells how far our run is, or how it ended. @returns whether it is still ours */
export async function tellRun(
  work: Work,
  { id, worker }: { readonly id: string; readonly worker: string },
  told: {
    readonly at: Instant
    readonly counts?: SiteCounts
    readonly samples?: readonly SiteSample[]
    readonly state?: SiteRunState
    readonly why?: string
  },
): Promise<boolean> {
  const { at, counts, samples, state, why } = told
  const { numUpdatedRows } = await work.db
    .updateTable('disclosure_site_runs')
    .set({ moved_at: at })
    .$if(counts !== undefined, query => query.set({ counts: JSON.stringify(counts) }))
    .$if(samples !== undefined, query => query.set({ samples: JSON.stringify(samples) }))
    .$if(state !== undefined, query => query.set({ state: state ?? '', worker: null }))
    .$if(why !== undefined, query => query.set({ why: why ?? '' }))
    .where('id', '=', id)
    .where('worker', '=', worker)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Runs that nobody works on any more though they are not at their end. */
export async function staleRuns(work: Work, before: Instant): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_site_runs')
    .select('id')
    .where('state', 'in', ['trying', 'keeping'])
    .where('moved_at', '<', before)
    .execute()
  return rows.map(({ id }) => id)
}

/** Lets the archives go that are no longer needed: of what was kept, and of what nobody went on with. */
export async function dropArchives(work: Work, before: Instant): Promise<void> {
  await work.db
    .deleteFrom('disclosure_site_pieces')
    .where('run', 'in', query =>
      query
        .selectFrom('disclosure_site_runs')
        .select('id')
        .where(({ eb, or }) => or([eb('state', '=', 'kept'), eb('moved_at', '<', before)])),
    )
    .execute()
}
