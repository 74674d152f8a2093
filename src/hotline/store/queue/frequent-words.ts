import { sql } from 'kysely'
import type { Token } from '../../../platform/text/pairs.ts'
import type { Work } from '../../../platform/work.ts'

/** For so long what is common stays what it is. */
const staysFor = 3_600_000

interface Known {
  readonly until: number
  readonly shares: Promise<ReadonlyMap<Token, number>>
}

const known = new WeakMap<Work['db'], Known>()

/** In about which share of all demands these words stand together, by what the database has counted; 0 where one is rare. */
export async function shareOf(work: Work, tokens: readonly Token[]): Promise<number> {
  const shares = await commonWords(work)
  return togetherOf(tokens.map(token => shares.get(token) ?? 0))
}

/** Words of one demand are neither strangers nor the same: the share of the rarest times the root of the others. */
export function togetherOf(shares: readonly number[]): number {
  const [rarest = 0, ...others] = shares.toSorted((a, b) => a - b)
  return rarest * Math.sqrt(others.reduce((product, share) => product * share, 1))
}

function commonWords(work: Work): Known['shares'] {
  const before = known.get(work.db)
  if (before !== undefined && before.until > performance.now()) return before.shares
  const shares = counted(work)
  known.set(work.db, { until: performance.now() + staysFor, shares })
  shares.catch(() => known.delete(work.db))
  return shares
}

/** The words that the database found most often when it looked at the table, with their shares of its rows. */
async function counted(work: Work): Promise<ReadonlyMap<Token, number>> {
  const { rows } = await sql<{ words: number[]; shares: number[] }>`
    select most_common_elems::text::integer[] as words, most_common_elem_freqs::float8[] as shares from pg_stats
    where schemaname = current_schema() and tablename = 'hotline_words' and attname = 'words'
      and most_common_elems is not null`.execute(work.db)
  const [{ words, shares } = { words: [], shares: [] }] = rows
  return new Map(words.map((word, at) => [word, shares[at] ?? 0]))
}
