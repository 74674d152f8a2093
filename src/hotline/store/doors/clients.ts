import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { demandChannels } from '../../demand.ts'
import { type Client, clientKinds } from '../../doors/client.ts'

const clientForm = z.object({
  ...{ id: z.string(), agency: z.string(), name: z.string(), kind: z.enum(clientKinds) },
  ...{ channel: z.enum(demandChannels), perMinute: z.int(), keySerial: z.int() },
})

/** A client with the number of its key: a new key has the next one. */
export interface KeyedClient extends Client {
  readonly keySerial: number
}

/** A client as the desk lists it. */
export interface ClientLine extends KeyedClient {
  readonly agencyName: string
  readonly madeBy: string
  readonly madeAt: string
  readonly revokedBy: string | null
  readonly revokedAt: string | null
  /** What it filed in all. */
  readonly filings: number
}

function chosen(work: Work) {
  return work.db
    .selectFrom('hotline_clients as c')
    .select(['c.id', 'c.agency', 'c.name', 'c.kind', 'c.channel', 'c.per_minute as perMinute'])
    .select('c.key_serial as keySerial')
}

/** The client that is not revoked, by its id or by the hash of its key. */
export async function clientBy(
  work: Work,
  by: { readonly id: string } | { readonly keyHash: string },
): Promise<KeyedClient | undefined> {
  const query = chosen(work).where('c.revoked_at', 'is', null)
  const named = 'id' in by ? query.where('c.id', '=', by.id) : query.where('c.key_hash', '=', by.keyHash)
  const row = await named.executeTakeFirst()
  return row && clientForm.parse(row)
}

/** The hotlines that an application of Open311 may file with. */
export async function open311Agencies(work: Work): Promise<string[]> {
  const rows = await work.db
    .selectFrom('hotline_clients')
    .select('agency')
    .distinct()
    .where('kind', '=', 'open311')
    .where('revoked_at', 'is', null)
    .orderBy('agency')
    .execute()
  return rows.map(({ agency }) => agency)
}

/** The clients of these hotlines, the newest first; there are few. */
export async function clientLines(work: Work, agencies: readonly string[]): Promise<ClientLine[]> {
  const rows = await chosen(work)
    .innerJoin('agencies as a', 'a.code', 'c.agency')
    .select(['a.short_name as agencyName', 'c.made_by as madeBy', 'c.made_at as madeAt'])
    .select(['c.revoked_by as revokedBy', 'c.revoked_at as revokedAt'])
    .select(eb =>
      eb
        .selectFrom('hotline_filings as f')
        .whereRef('f.client', '=', 'c.id')
        .select(({ fn }) => fn.countAll<number>().as('filings'))
        .as('filings'),
    )
    .where('c.agency', 'in', [...agencies, ''])
    .orderBy('c.made_at', 'desc')
    .execute()
  return rows.map(row => ({ ...row, ...clientForm.parse(row), filings: Number(row.filings) }))
}

/** Keeps a new client. */
export async function keepClient(
  work: Work,
  { id, agency, name, kind, channel, perMinute }: Client,
  by: { readonly keyHash: string; readonly byName: string; readonly moment: string },
): Promise<void> {
  const row = { id, agency, name, kind, channel, per_minute: perMinute, key_hash: by.keyHash }
  await work.db
    .insertInto('hotline_clients')
    .values({ ...row, made_by: by.byName, made_at: by.moment })
    .execute()
}

/** Gives the client another key, or shuts it out. */
export async function changeClient(
  work: Work,
  id: string,
  change:
    | { readonly key_serial: number; readonly key_hash: string }
    | { readonly revoked_by: string; readonly revoked_at: string },
): Promise<void> {
  await work.db.updateTable('hotline_clients').set(change).where('id', '=', id).execute()
}
