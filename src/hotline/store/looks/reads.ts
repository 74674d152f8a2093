import { sql } from 'kysely'
import type { Work } from '../../../platform/work.ts'

/** Somebody and a day of his. */
export interface ReaderDay {
  readonly person: string
  readonly personName: string
  /** The day in the office's time zone. */
  readonly on: string
}

/** Keeps that these demands were read, each once a day. @returns how many of them were new to him that day */
export async function keepReads(
  work: Work,
  { person, on }: ReaderDay,
  demands: readonly string[],
): Promise<number> {
  const { rows } = await sql`insert into hotline_list_reads (person, on_day, demand)
    select ${person}, ${on}::date, demand from unnest(${[...demands].toSorted()}::uuid[]) as demand
    on conflict do nothing returning 1`.execute(work.db)
  return rows.length
}

/** Adds to how many he read that day, and nobody else of the same name meanwhile. @returns how many they are now */
export async function addToReads(
  work: Work,
  { person, personName, on }: ReaderDay,
  fresh: number,
): Promise<number> {
  const { rows } = await sql<{ demands: number }>`
    insert into hotline_list_readers as r (person, on_day, person_name, demands)
    values (${person}, ${on}::date, ${personName}, ${fresh})
    on conflict (person, on_day) do update set demands = r.demands + excluded.demands
    returning demands`.execute(work.db)
  return rows[0]?.demands ?? 0
}

/** Keeps that he reached the bound. @returns whether it was the first time that day */
export async function keepRefusedReading(
  work: Work,
  { person, personName, on }: ReaderDay,
  at: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into hotline_list_readers as r (person, on_day, person_name, refused_at)
    values (${person}, ${on}::date, ${personName}, ${at})
    on conflict (person, on_day) do update set refused_at = excluded.refused_at where r.refused_at is null
    returning 1`.execute(work.db)
  return rows.length === 1
}

/** Forgets which demands were read before a day; how many they were stays. */
export async function forgetReads(work: Work, before: string): Promise<void> {
  await sql`delete from hotline_list_reads where on_day < ${before}::date`.execute(work.db)
}
