import type { Work } from '../../platform/work.ts'

/** The request that this form lodged before; `once` is the hash of the form's secret. */
export async function lodgedBefore(
  work: Work,
  once: string,
): Promise<{ id: string; number: string } | undefined> {
  return await work.db
    .selectFrom('foi_requests')
    .select(['id', 'number'])
    .where('lodged_once', '=', once)
    .executeTakeFirst()
}

/** The request that this hash of a tracking code opens. */
export async function requestOfCode(work: Work, hash: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('foi_requests')
    .select('id')
    .where('tracking_hash', '=', hash)
    .executeTakeFirst()
  return row?.id
}
