import { randomUUID } from 'node:crypto'
import type { Db } from '../../../platform/db.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import {
  keepMembers,
  lockMatters,
  type MemberRow,
  messagesChanged,
  messagesSince,
  nameMatters,
  type PlacedMessage,
  waitingMessages,
} from '../../store/topics/members.ts'
import { KeptMatters } from '../../topics/kept-matters.ts'

/** For how many days back a demand that comes in finds its matter; what was silent longer is found by a run over a span. */
export const daysOpen = 30
const mostAtOnce = 200
// A large matter's title hardly changes: it is found anew at every tenth demand.
const alwaysNamed = 10

interface OpenMatters {
  readonly kept: KeptMatters
  readonly on: Day
  change: number
}

// What this process holds of the tables; they decide, and whoever writes them holds the lock and reads first what changed.
const held = new WeakMap<Db, Map<string, OpenMatters>>()

function heldOn(db: Db): Map<string, OpenMatters> {
  const found = held.get(db) ?? new Map<string, OpenMatters>()
  held.set(db, found)
  return found
}

/**
 * Lets demands that have no matter yet join theirs, in the order of filing: those of today and yesterday, which are found at
 * once, else what is older. @returns how many there were
 */
export async function joinWaiting(work: Work, agency: string, on: Day): Promise<number> {
  const mine = heldOn(work.db)
  try {
    return await work.transaction(async inner => {
      await lockMatters(inner, agency)
      const since = (days: number) =>
        waitingMessages(inner, { agency, since: addDays(on, -days), most: mostAtOnce })
      const newest = await since(1)
      const waiting = newest.length > 0 ? newest : await since(daysOpen)
      if (waiting.length === 0) return 0
      const open = await upToDate(inner, { agency, on, before: mine.get(agency) })
      mine.set(agency, open)
      const change = await joined(inner, { agency, kept: open.kept }, waiting)
      open.change = Math.max(open.change, change)
      return waiting.length
    })
  } catch (cause) {
    // What is held may be ahead of what was written.
    mine.delete(agency)
    throw cause
  }
}

async function upToDate(
  work: Work,
  { agency, on, before }: { agency: string; on: Day; before: OpenMatters | undefined },
): Promise<OpenMatters> {
  const fresh = before === undefined || before.on !== on
  const open = fresh ? { kept: new KeptMatters(), on, change: 0 } : before
  const changed = fresh
    ? await messagesSince(work, agency, addDays(on, -daysOpen))
    : await messagesChanged(work, agency, open.change)
  for (const { message } of changed) open.kept.learn(message)
  for (const { message, matter, change } of changed) {
    if (matter !== null) open.kept.place(message, matter)
    open.change = Math.max(open.change, change)
  }
  return open
}

async function joined(
  work: Work,
  { agency, kept }: { agency: string; kept: KeptMatters },
  waiting: readonly PlacedMessage[],
): Promise<number> {
  const touched = new Set<string>()
  const written = new Map<string, PlacedMessage['message']>()
  for (const { message } of waiting) {
    const { key, fresh } = kept.join(message, randomUUID)
    const size = kept.membersOf(key).length
    if (fresh || size <= alwaysNamed || size % alwaysNamed === 0) touched.add(key)
    written.set(message.id, message)
  }
  await nameMatters(
    work,
    agency,
    [...touched].map(id => ({ id, ...kept.title(id) })),
  )
  return await keepMembers(
    work,
    agency,
    [...written.values()].map(message => memberRow(kept, message)),
  )
}

/** The row of a demand, as the matters have it. */
export function memberRow(kept: KeptMatters, message: PlacedMessage['message']): MemberRow {
  const { id, citizen, on } = message
  return { demand: id, matter: kept.keyOf(id), person: citizen, on, ...kept.why(id) }
}
