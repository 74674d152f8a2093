import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dutyKinds } from '../../../statute/proactive.ts'
import { itemForms } from '../../forms.ts'
import type { Following } from '../../subscription.ts'

const aboutForm = z.object({
  item: z.string().optional(),
  q: z.string().optional(),
  agency: z.string().optional(),
  form: z.enum(itemForms).optional(),
  duty: z.enum(dutyKinds).optional(),
  series: z.string().optional(),
})
const rowForm = z.object({
  ...{ id: z.string(), way: z.enum(['email', 'webhook']), sealed: z.string(), words: z.string() },
  ...{ about: aboutForm, toldChange: z.number(), failures: z.number(), askedAt: z.string() },
  ...{
    askedSentAt: z.string().nullable(),
    confirmedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  },
  ...{ whyEnded: z.string().nullable(), lastFailure: z.string().nullable(), toldAt: z.string().nullable() },
})

/** A subscription 订阅: what is followed, how it is told, and how far it was told; the address is sealed. */
export type Subscription = z.infer<typeof rowForm>

function selected(work: Work) {
  return work.db
    .selectFrom('disclosure_subscriptions')
    .select(['id', 'way', 'sealed', 'words', 'about', 'told_change as toldChange', 'failures'])
    .select(['asked_at as askedAt', 'asked_sent_at as askedSentAt', 'confirmed_at as confirmedAt'])
    .select([
      'ended_at as endedAt',
      'why_ended as whyEnded',
      'last_failure as lastFailure',
      'told_at as toldAt',
    ])
}

/** One subscription; `lock` keeps everybody else from telling it until the transaction ends. */
export async function subscriptionOf(
  work: Work,
  id: string,
  lock = false,
): Promise<Subscription | undefined> {
  const query = selected(work).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && rowForm.parse(row)
}

/** Keeps what was asked; asked again for the same, it begins anew where it had ended. @returns its id */
export async function keepSubscription(
  work: Work,
  asked: Pick<Subscription, 'way' | 'sealed' | 'words'> & {
    readonly about: Following
    readonly mark: string
  },
  { at, latest }: { readonly at: string; readonly latest: number },
): Promise<string> {
  const { way, sealed, words, about, mark } = asked
  const fresh = { asked_at: at, next_try_at: at, ended_at: null, why_ended: null, failures: 0 }
  const { id } = await work.db
    .insertInto('disclosure_subscriptions')
    .values({
      ...{ way, sealed, words, mark, about: JSON.stringify(about), about_item: about.item ?? null },
      ...{ ...fresh, told_change: latest },
    })
    .onConflict(conflict =>
      conflict.columns(['mark', 'words']).doUpdateSet({
        ...fresh,
        asked_sent_at: sql`case when disclosure_subscriptions.asked_sent_at > now() - interval '1 hour'
          then disclosure_subscriptions.asked_sent_at end`,
        confirmed_at: sql`case when disclosure_subscriptions.ended_at is null
          then disclosure_subscriptions.confirmed_at end`,
        told_change: sql`case when disclosure_subscriptions.ended_at is null
          then disclosure_subscriptions.told_change else ${latest} end`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How many running subscriptions an address has, by its mark. */
export async function countOfAddress(work: Work, mark: string): Promise<number> {
  const { count } = await work.db
    .selectFrom('disclosure_subscriptions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mark', '=', mark)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Those that are to be asked or told now, the longest waiting first; at most so many. */
export async function subscriptionsDue(
  work: Work,
  { at, latest, most }: { readonly at: string; readonly latest: number; readonly most: number },
): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_subscriptions')
    .select('id')
    .where('ended_at', 'is', null)
    .where('next_try_at', '<=', at)
    .where(eb =>
      eb.or([
        eb.and([eb('confirmed_at', 'is', null), eb('asked_sent_at', 'is', null)]),
        eb.and([eb('confirmed_at', 'is not', null), eb('told_change', '<', latest)]),
      ]),
    )
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** What changes of a subscription. */
export interface SubscriptionChange {
  readonly asked_sent_at?: string | null
  readonly confirmed_at?: string | null
  readonly ended_at?: string | null
  readonly why_ended?: string | null
  readonly told_change?: number
  readonly told_at?: string | null
  readonly failures?: number
  readonly last_failure?: string | null
  readonly next_try_at?: string
}

/** Changes a subscription. */
export async function changeSubscription(work: Work, id: string, change: SubscriptionChange): Promise<void> {
  await work.db.updateTable('disclosure_subscriptions').set(change).where('id', '=', id).execute()
}

/** Erases the addresses of those that ended, or were never confirmed, before this moment. @returns how many */
export async function forgetSubscriptions(work: Work, before: string): Promise<number> {
  const done = await work.db
    .deleteFrom('disclosure_subscriptions')
    .where(eb =>
      eb.or([
        eb('ended_at', '<', before),
        eb.and([eb('confirmed_at', 'is', null), eb('asked_at', '<', before)]),
      ]),
    )
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

/** One page of all subscriptions, those that fail first; and how many there are. */
export async function subscriptions(
  work: Work,
  {
    standing,
    page,
    size,
  }: { readonly standing: string | undefined; readonly page: number; readonly size: number },
): Promise<{ readonly lines: Subscription[]; readonly total: number }> {
  const among = {
    failing: sql<boolean>`ended_at is null and failures > 0`,
    dead: sql<boolean>`ended_at is not null and failures > 0`,
    running: sql<boolean>`ended_at is null and confirmed_at is not null`,
    waiting: sql<boolean>`ended_at is null and confirmed_at is null`,
  }
  const which = Object.entries(among).find(([name]) => name === standing)?.[1] ?? sql<boolean>`true`
  const rows = await selected(work)
    .where(which)
    .orderBy('failures', 'desc')
    .orderBy('asked_at', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { total } = await work.db
    .selectFrom('disclosure_subscriptions')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(which)
    .executeTakeFirstOrThrow()
  return { lines: rows.map(row => rowForm.parse(row)), total }
}
