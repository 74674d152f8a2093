import type { Work } from '../../../platform/work.ts'

/** Who files from where, at which moment; the network as its mark. */
export interface FiledFrom {
  readonly network: string
  readonly moment: string
}

/** How many demands came from this network since a moment. */
export async function filedFromSince(work: Work, network: string, since: string): Promise<number> {
  const { filed } = await work.db
    .selectFrom('hotline_filed_from')
    .select(({ fn }) => fn.countAll<number>().as('filed'))
    .where('network', '=', network)
    .where('filed_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(filed)
}

/** Notes that a demand came from there, and forgets what is older than is asked for. */
export async function noteFiledFrom(
  work: Work,
  { network, moment }: FiledFrom,
  forgotten: string,
): Promise<void> {
  await work.db.deleteFrom('hotline_filed_from').where('filed_at', '<=', forgotten).execute()
  await work.db.insertInto('hotline_filed_from').values({ network, filed_at: moment }).execute()
}
