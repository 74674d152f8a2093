import type { Work } from '../../../platform/work.ts'
import { type SiteFault, type SiteFaultKind, siteFaultKinds } from '../../importing/fault.ts'

/** Forgets what was wrong in an earlier reading of the run. */
export async function clearFaults(work: Work, run: string): Promise<void> {
  await work.db.deleteFrom('disclosure_site_faults').where('run', '=', run).execute()
}

/** Keeps what is wrong, from this place on. */
export async function keepFaults(
  work: Work,
  run: string,
  from: number,
  faults: readonly SiteFault[],
): Promise<void> {
  for (let at = 0; at < faults.length; at += 1000) {
    const rows = faults.slice(at, at + 1000).map((fault, nth) => ({ run, place: from + at + nth, ...fault }))
    await work.db.insertInto('disclosure_site_faults').values(rows).execute()
  }
}

interface FaultsAsked {
  readonly kind?: SiteFaultKind | undefined
  readonly page: number
  readonly size: number
}

/** A page of what is wrong, in the order of the archive. */
export async function faultsOfRun(
  work: Work,
  run: string,
  { kind, page, size }: FaultsAsked,
): Promise<{ readonly faults: readonly SiteFault[]; readonly total: number }> {
  let query = work.db.selectFrom('disclosure_site_faults').where('run', '=', run)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  const { total } = await query
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(['path', 'kind', 'label', 'value', 'message'])
    .orderBy('place')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const faults = rows.flatMap(row => {
    const known = siteFaultKinds.find(each => each === row.kind)
    return known === undefined ? [] : [{ ...row, kind: known }]
  })
  return { faults, total: Number(total) }
}

/** What stands on the pages that faults of this kind are about, each once. */
export async function valuesOf(work: Work, run: string, kind: SiteFaultKind): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_site_faults')
    .select('value')
    .distinct()
    .where('run', '=', run)
    .where('kind', '=', kind)
    .orderBy('value')
    .limit(100)
    .execute()
  return rows.map(({ value }) => value)
}
