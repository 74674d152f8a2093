import { sql } from 'kysely'
import { z } from 'zod'
import { together, type Work, type Write } from '../../../platform/work.ts'
import { toldKinds } from '../../doors/client.ts'

const told = new Set<string>(toldKinds)

/**
 * Notes for every subscription of the client that filed this demand that something happened; within the transaction of the act,
 * so that nothing is told that did not happen and nothing that happened is lost.
 */
export async function tellSubscribers(
  work: Work,
  demand: string,
  { kind, event, moment }: { readonly kind: string; readonly event: number; readonly moment: string },
): Promise<void> {
  await together(work, noteForSubscribers(demand, { kind, event, moment }))
}

/** The same as it is written beside the event that it tells of. */
export function noteForSubscribers(
  demand: string,
  { kind, event, moment }: { readonly kind: string; readonly event: number; readonly moment: string },
): Write[] {
  if (!told.has(kind)) return []
  const note = sql`
    insert into hotline_deliveries (subscription, demand, event, made_at, next_try_at)
    select s.id, f.demand, ${event}, ${moment}, ${moment}
    from hotline_filings f join hotline_subscriptions s on s.client = f.client
    where f.demand = ${demand} and s.ended_at is null and ${kind} = any (s.kinds)
    on conflict do nothing`
  return [note]
}

const dueForm = z.object({
  ...{ id: z.string(), subscription: z.string(), addressSealed: z.string(), keySerial: z.int() },
  ...{ demand: z.string(), event: z.int(), failures: z.int(), madeAt: z.string() },
})

/** A delivery that is to be tried now. */
export type DueDelivery = z.infer<typeof dueForm>

/** Takes what is due, for so long that nobody else tries it meanwhile; fairly, so many of each subscription. */
export async function takeDue(
  work: Work,
  { moment, until, most }: { readonly moment: string; readonly until: string; readonly most: number },
): Promise<DueDelivery[]> {
  const { rows } = await sql<object>`
    with open as (
      select s.id, s.address_sealed, s.key_serial from hotline_subscriptions s
      where s.ended_at is null and exists (
        select from hotline_deliveries d
        where d.subscription = s.id and d.state = 'waiting' and d.next_try_at <= ${moment})
    ), due as (
      select d.id, open.address_sealed, open.key_serial from open cross join lateral (
        select id from hotline_deliveries d
        where d.subscription = open.id and d.state = 'waiting' and d.next_try_at <= ${moment}
        order by next_try_at, id limit ${most} for update skip locked) d
    )
    update hotline_deliveries d set next_try_at = ${until} from due where due.id = d.id
    returning d.id, d.subscription, due.address_sealed as "addressSealed", due.key_serial as "keySerial",
      d.demand, d.event, d.failures, d.made_at as "madeAt"`.execute(work.db)
  return z.array(dueForm).parse(rows)
}

/** What came of a try. */
export async function keepTry(
  work: Work,
  id: string,
  came: {
    readonly state: 'waiting' | 'delivered' | 'dead'
    readonly failures: number
    readonly last_failure: string | null
    readonly next_try_at: string
    readonly done_at: string | null
  },
): Promise<void> {
  await work.db.updateTable('hotline_deliveries').set(came).where('id', '=', id).execute()
}

/** Lets those of this subscription that were taken and not tried be tried again at once. */
export async function giveBack(work: Work, ids: readonly string[], moment: string): Promise<void> {
  if (ids.length === 0) return
  await work.db
    .updateTable('hotline_deliveries')
    .set({ next_try_at: moment })
    .where('id', 'in', ids)
    .execute()
}
