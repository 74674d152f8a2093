import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type CallbackMessage, callbackMessageStates } from '../../callback/message.ts'

const lineForm = z.object({
  ...{ id: z.string(), demand: z.string(), number: z.string(), subject: z.string() },
  ...{ state: z.enum(callbackMessageStates), madeAt: z.string(), madeByName: z.string() },
  ...{ expiresAt: z.string(), failures: z.number(), lastFailure: z.string().nullable() },
  ...{ handedAt: z.string().nullable(), usedAt: z.string().nullable() },
  ...{ byItself: z.boolean(), movedAt: z.string().nullable(), over: z.boolean() },
})

function lines(work: Work) {
  return work.db
    .selectFrom('hotline_callback_messages as m')
    .innerJoin('hotline_demands as d', 'd.id', 'm.demand')
    .innerJoin('hotline_standings as s', 's.demand', 'm.demand')
    .select(['m.id', 'm.demand', 'd.number', 'd.subject', 'm.state', 'm.made_at as madeAt'])
    .select(['m.made_by_name as madeByName', 'm.expires_at as expiresAt', 'm.failures'])
    .select(['m.last_failure as lastFailure', 'm.handed_at as handedAt', 'm.used_at as usedAt'])
    .select(['m.by_itself as byItself', 'm.moved_at as movedAt'])
    .select(sql<boolean>`s.state not in ('fedBack', 'calledBack')`.as('over'))
}

/** The messages of a demand, the newest first. */
export async function messagesOf(work: Work, demand: string): Promise<CallbackMessage[]> {
  const rows = await lines(work)
    .where('m.demand', '=', demand)
    .orderBy('m.made_at', 'desc')
    .limit(20)
    .execute()
  return z.array(lineForm).parse(rows)
}

/** A page of the messages of these hotlines, the newest first, and how many there are. */
export async function messageLines(
  work: Work,
  asked: {
    readonly agencies: readonly string[]
    readonly state?: string | undefined
    readonly page: number
    readonly size: number
  },
): Promise<{ lines: CallbackMessage[]; total: number }> {
  const { agencies, state, page, size } = asked
  if (agencies.length === 0) return { lines: [], total: 0 }
  const of = state === undefined ? sql<boolean>`true` : sql<boolean>`m.state = ${state}`
  const [rows, { total }] = await Promise.all([
    lines(work)
      .where('m.agency', 'in', agencies)
      .where(of)
      .orderBy('m.made_at', 'desc')
      .orderBy('m.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    work.db
      .selectFrom('hotline_callback_messages as m')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .where('m.agency', 'in', agencies)
      .where(of)
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}

/** A message that is to be handed over. */
export async function keepMessage(
  work: Work,
  message: {
    readonly demand: string
    readonly agency: string
    readonly fedBack: number
    readonly byName: string
    readonly at: string
    readonly expiresAt: string
    /** Sent by the rules of sampling, by nobody's hand. */
    readonly byItself?: boolean | undefined
  },
): Promise<string> {
  const { demand, agency, fedBack, byName, at, expiresAt, byItself = false } = message
  const { id } = await work.db
    .insertInto('hotline_callback_messages')
    .values({
      ...{ demand, agency, fed_back: fedBack, made_by_name: byName },
      ...{ made_at: at, expires_at: expiresAt, next_try_at: at, by_itself: byItself },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const recordForm = z.object({
  ...{ id: z.string(), demand: z.string(), agency: z.string(), fedBack: z.number() },
  ...{ state: z.enum(callbackMessageStates), expiresAt: z.string(), usedAt: z.string().nullable() },
  ...{ failures: z.number(), byItself: z.boolean() },
})

/** A message as it is acted upon. */
export type MessageRecord = z.infer<typeof recordForm>

/** One message; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function messageOf(work: Work, id: string, lock = false): Promise<MessageRecord | undefined> {
  const query = work.db
    .selectFrom('hotline_callback_messages')
    .select(['id', 'demand', 'agency', 'fed_back as fedBack', 'state', 'failures'])
    .select(['expires_at as expiresAt', 'used_at as usedAt', 'by_itself as byItself'])
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && recordForm.parse(row)
}

/** What is taken: due at a moment, kept from others until another; outside the hours of the rule only what somebody sent by hand. */
interface Taking {
  readonly moment: string
  readonly until: string
  readonly most: number
  readonly byHandOnly: boolean
}

/** Takes what is due, for so long that nobody else tries it meanwhile. */
export async function takeDueMessages(
  work: Work,
  { moment, until, most, byHandOnly }: Taking,
): Promise<MessageRecord[]> {
  const { rows } = await sql`
    update hotline_callback_messages m set next_try_at = ${until} from (
      select id from hotline_callback_messages where state = 'waiting' and next_try_at <= ${moment}
        and not (by_itself and ${byHandOnly})
      order by next_try_at, id limit ${most} for update skip locked) due
    where due.id = m.id
    returning m.id, m.demand, m.agency, m.fed_back as "fedBack", m.state, m.failures,
      m.expires_at as "expiresAt", m.used_at as "usedAt", m.by_itself as "byItself"`.execute(work.db)
  return z.array(recordForm).parse(rows)
}

/** What came of a try, or of somebody's wish to try again. */
export async function keepMessageTry(
  work: Work,
  id: string,
  came: {
    readonly state: (typeof callbackMessageStates)[number]
    readonly failures: number
    readonly last_failure: string | null
    readonly next_try_at: string
    readonly handed_at: string | null
  },
): Promise<void> {
  await work.db.updateTable('hotline_callback_messages').set(came).where('id', '=', id).execute()
}

/** The link of a message was used. */
export async function keepUsed(work: Work, id: string, at: string): Promise<void> {
  await work.db.updateTable('hotline_callback_messages').set({ used_at: at }).where('id', '=', id).execute()
}
