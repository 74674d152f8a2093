import { inSeconds, now } from '../clock.ts'
import type { Work } from '../work.ts'
import { tokenHash } from './sessions.ts'

/** Whose failures are counted: of a name, whether it exists or not, and of an address, which tries many names. */
interface Attempt {
  readonly name: string
  readonly address: string
}

interface Limit {
  /** Failures without a wait. */
  readonly free: number
  readonly longestSeconds: number
}

const hour = 3600
/** A whole office may share an address: more is free, and the wait stays short. */
const limits = {
  name: { free: 3, longestSeconds: hour },
  address: { free: 30, longestSeconds: 300 },
} as const satisfies Record<string, Limit>

/** Seconds to wait after so many failures: none for the free ones, then 5, 10, 20 … up to the longest. */
export function waitAfter(failures: number, { free, longestSeconds }: Limit = limits.name): number {
  return failures <= free ? 0 : Math.min(longestSeconds, 5 * 2 ** Math.min(20, failures - free - 1))
}

/**
 * Counts an attempt before it is tried, so that many at once gain nothing; it is taken back by `forgive`. Only hashes
 * are kept: people type passwords into the field of the name.
 * @returns seconds still to wait; 0 where it may be tried
 */
export function claimAttempt(work: Work, attempt: Attempt): Promise<number> {
  return work.transaction(async inner => {
    const waits = []
    for (const { subject, limit } of subjectsOf(attempt)) waits.push(await waitOf(inner, subject, limit))
    const wait = Math.max(...waits)
    if (wait > 0) return wait
    for (const { subject } of subjectsOf(attempt)) {
      await inner.db
        .updateTable('sign_in_failures')
        .set(eb => ({ failures: eb('failures', '+', 1), last_at: now() }))
        .where('subject', '=', subject)
        .execute()
    }
    return 0
  })
}

/** The attempt was right: the name's failures are forgotten, and the address gets back this one. */
export async function forgive(work: Work, attempt: Attempt): Promise<void> {
  const [name, address] = subjectsOf(attempt)
  await work.db
    .deleteFrom('sign_in_failures')
    .where('subject', '=', name?.subject ?? '')
    .execute()
  await work.db
    .updateTable('sign_in_failures')
    .set(eb => ({ failures: eb('failures', '-', 1) }))
    .where('subject', '=', address?.subject ?? '')
    .where('failures', '>', 0)
    .execute()
}

/** The address's failures of the last hour count; a name's count for a day, as `purgeSessions` keeps them. */
async function waitOf(work: Work, subject: string, limit: Limit): Promise<number> {
  await work.db
    .insertInto('sign_in_failures')
    .values({ subject, failures: 0, last_at: now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await work.db
    .selectFrom('sign_in_failures')
    .selectAll()
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (subject.startsWith('address:') && row.last_at < inSeconds(-hour)) {
    await work.db
      .updateTable('sign_in_failures')
      .set({ failures: 0 })
      .where('subject', '=', subject)
      .execute()
    return 0
  }
  const passed = (Date.parse(now()) - Date.parse(row.last_at)) / 1000
  return Math.max(0, Math.ceil(waitAfter(row.failures, limit) - passed))
}

function subjectsOf({ name, address }: Attempt) {
  return [
    { subject: `name:${tokenHash(name)}`, limit: limits.name },
    { subject: `address:${tokenHash(address)}`, limit: limits.address },
  ]
}
