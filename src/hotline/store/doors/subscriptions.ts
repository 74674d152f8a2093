import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { demandEventLabel } from '../../events.ts'

/** A subscription of a client: where it is told of what. */
export interface SubscriptionLine {
  readonly id: string
  readonly client: string
  readonly addressSealed: string
  readonly kinds: readonly string[]
  readonly madeAt: string
}

/** The running subscriptions of these clients. */
export async function subscriptionLines(work: Work, clients: readonly string[]): Promise<SubscriptionLine[]> {
  if (clients.length === 0) return []
  return await work.db
    .selectFrom('hotline_subscriptions')
    .select(['id', 'client', 'address_sealed as addressSealed', 'kinds', 'made_at as madeAt'])
    .where('client', 'in', clients)
    .where('ended_at', 'is', null)
    .orderBy('made_at')
    .execute()
}

/** Keeps a new subscription. */
export async function keepSubscription(
  work: Work,
  row: {
    readonly id: string
    readonly client: string
    readonly address_sealed: string
    readonly kinds: string[]
    readonly made_by: string
    readonly made_at: string
  },
): Promise<void> {
  await work.db.insertInto('hotline_subscriptions').values(row).execute()
}

/** The client of a running subscription. */
export async function clientOfSubscription(work: Work, id: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('hotline_subscriptions')
    .select('client')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.client
}

/** Ends the subscriptions of a client, or one of them: nothing more is told. */
export async function endSubscriptions(
  work: Work,
  which: { readonly client: string } | { readonly id: string },
  by: { readonly name: string; readonly moment: string },
): Promise<void> {
  const query = work.db
    .updateTable('hotline_subscriptions')
    .set({ ended_by: by.name, ended_at: by.moment })
    .where('ended_at', 'is', null)
  await ('id' in which
    ? query.where('id', '=', which.id)
    : query.where('client', '=', which.client)
  ).execute()
}

const lineForm = z.object({
  ...{ id: z.string(), client: z.string(), clientName: z.string(), demand: z.string(), number: z.string() },
  ...{ what: z.string(), state: z.string(), failures: z.int(), lastFailure: z.string().nullable() },
  ...{ madeAt: z.string(), nextTryAt: z.string(), doneAt: z.string().nullable() },
})

/** A delivery as the desk lists it. */
export type DeliveryLine = z.infer<typeof lineForm>

/** Deliveries of these hotlines, the newest first. */
export async function deliveryLines(
  work: Work,
  asked: {
    readonly agencies: readonly string[]
    readonly state?: string | undefined
    readonly client?: string | undefined
    readonly page: number
    readonly size: number
  },
): Promise<{ readonly lines: DeliveryLine[]; readonly total: number }> {
  let query = work.db
    .selectFrom('hotline_deliveries as d')
    .innerJoin('hotline_subscriptions as s', 's.id', 'd.subscription')
    .innerJoin('hotline_clients as c', 'c.id', 's.client')
    .where('c.agency', 'in', [...asked.agencies, ''])
  if (asked.state !== undefined) query = query.where('d.state', '=', asked.state)
  if (asked.client !== undefined) query = query.where('c.id', '=', asked.client)
  const [rows, { total }] = await Promise.all([
    query
      .innerJoin('hotline_demands as h', 'h.id', 'd.demand')
      .select(['d.id', 'c.id as client', 'c.name as clientName', 'd.demand', 'h.number', 'd.state'])
      .select(['d.failures', 'd.last_failure as lastFailure', 'd.made_at as madeAt'])
      .select(['d.next_try_at as nextTryAt', 'd.done_at as doneAt'])
      .select(
        sql<string>`(select e.kind from hotline_events e where e.demand = d.demand and e.number = d.event)`.as(
          'what',
        ),
      )
      .orderBy('d.made_at', 'desc')
      .orderBy('d.id')
      .limit(asked.size)
      .offset((asked.page - 1) * asked.size)
      .execute(),
    query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const labels = new Map<string, string>(Object.entries(demandEventLabel))
  const lines = z.array(lineForm).parse(rows)
  return {
    lines: lines.map(line => ({ ...line, what: labels.get(line.what) ?? line.what })),
    total: Number(total),
  }
}

/** Dead deliveries of these hotlines are due again from now on. @returns how many */
export async function reviveDeliveries(
  work: Work,
  ids: readonly string[],
  { agencies, moment }: { readonly agencies: readonly string[]; readonly moment: string },
): Promise<number> {
  const { numUpdatedRows } = await work.db
    .updateTable('hotline_deliveries')
    .set({ state: 'waiting', failures: 0, next_try_at: moment })
    .where('id', 'in', ids)
    .where('state', '=', 'dead')
    .where('subscription', 'in', eb =>
      eb
        .selectFrom('hotline_subscriptions as s')
        .innerJoin('hotline_clients as c', 'c.id', 's.client')
        .select('s.id')
        .where('c.agency', 'in', [...agencies, ''])
        .where('s.ended_at', 'is', null),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
