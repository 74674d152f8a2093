import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/** What a client said of a filing beside the demand itself. */
export interface FilingAbout {
  /** The category that was chosen; null where the client knows none. */
  readonly service: string | null
  readonly lat: number | null
  readonly long: number | null
  /** Kept as an address and never fetched by us. */
  readonly mediaUrl: string
}

/** A filing as it is kept beside its demand. */
export interface Filing extends FilingAbout {
  readonly client: string
  /** The client's name for it: sent again, it is the same filing. */
  readonly once: string
  /** The hash of what was sent, so that another text under the same name is seen. */
  readonly fingerprint: string
}

/** Waits until nobody else files under this name; held until the transaction ends. */
export async function lockFiling(work: Work, client: string, once: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${client} ${once}`}, 0))`.execute(work.db)
}

/** What was filed under this name before, or with the same text since a moment. */
export async function filedBefore(
  work: Work,
  client: string,
  by: { readonly once: string } | { readonly fingerprint: string; readonly since: string },
) {
  const query = work.db
    .selectFrom('hotline_filings')
    .select(['demand', 'fingerprint', 'receipt_sealed as receiptSealed'])
    .where('client', '=', client)
  const named =
    'once' in by
      ? query.where('once', '=', by.once)
      : query.where('fingerprint', '=', by.fingerprint).where('filed_at', '>', by.since)
  return await named.executeTakeFirst()
}

/** How much this client filed after a moment; counts no further than `most`. */
export async function filedSince(
  work: Work,
  client: string,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<number> {
  const rows = await work.db
    .selectFrom('hotline_filings')
    .select('demand')
    .where('client', '=', client)
    .where('filed_at', '>', after)
    .limit(most)
    .execute()
  return rows.length
}

/** Keeps the filing of a demand that was just registered. */
export async function keepFiling(
  work: Work,
  { mediaUrl, ...filing }: Filing,
  kept: { readonly demand: string; readonly receiptSealed: string; readonly moment: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_filings')
    .values({
      ...{ ...filing, media_url: mediaUrl, demand: kept.demand },
      ...{ receipt_sealed: kept.receiptSealed, filed_at: kept.moment },
    })
    .execute()
}

/** Did this client file this demand? */
export async function isFiledBy(work: Work, client: string, demand: string): Promise<boolean> {
  const row = await work.db
    .selectFrom('hotline_filings')
    .select('demand')
    .where('demand', '=', demand)
    .where('client', '=', client)
    .executeTakeFirst()
  return row !== undefined
}
