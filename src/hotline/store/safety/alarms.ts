import { sql } from 'kysely'
import { z } from 'zod'
import type { Work, Write } from '../../../platform/work.ts'
import type { ConfidentialReach } from '../../looks/confidence.ts'
import type { AlarmLine } from '../../safety/alarm.ts'
import { subjectFor } from '../looks/shown-words.ts'

const lineForm = z.object({
  ...{ demand: z.string(), number: z.string(), subject: z.string(), agency: z.string() },
  ...{ kinds: z.array(z.string()), words: z.array(z.string()), raisedAt: z.string() },
  ...{ escalatedAt: z.string().nullable(), noticedAt: z.string().nullable() },
  noticedByName: z.string().nullable(),
})

/** That a demand tells of danger, to be kept. */
export function alarmKept(
  work: Work,
  alarm: {
    readonly demand: string
    readonly agency: string
    readonly kinds: readonly string[]
    readonly words: readonly string[]
    readonly at: string
  },
): Write {
  const { demand, agency, at } = alarm
  return work.db
    .insertInto('hotline_alarms')
    .values({ demand, agency, kinds: [...alarm.kinds], words: [...alarm.words], raised_at: at })
}

/** Which alarms are listed: those that wait for somebody, of demands not yet closed, or all, the newest first. */
export interface AlarmsAsked {
  readonly agencies: readonly string[]
  readonly waiting: boolean
  readonly page: number
  readonly size: number
}

/** A page of alarms, and how many there are in all. */
export async function alarmsListed(
  work: Work,
  { agencies, waiting, page, size, reach }: AlarmsAsked & { readonly reach: ConfidentialReach },
): Promise<{ lines: AlarmLine[]; total: number }> {
  if (agencies.length === 0) return { lines: [], total: 0 }
  let query = work.db
    .selectFrom('hotline_alarms as a')
    .innerJoin('hotline_demands as d', 'd.id', 'a.demand')
    .innerJoin('hotline_standings as s', 's.demand', 'a.demand')
    .where('a.agency', 'in', agencies)
  if (waiting) query = query.where('a.noticed_at', 'is', null).where('s.closed_at', 'is', null)
  const [rows, { total }] = await Promise.all([
    query
      .select(['a.demand', 'd.number', 'a.agency', 'a.kinds', 'a.words'])
      .select(subjectFor(reach).as('subject'))
      .select(['a.raised_at as raisedAt', 'a.escalated_at as escalatedAt', 'a.noticed_at as noticedAt'])
      .select('a.noticed_by_name as noticedByName')
      .orderBy('a.raised_at', 'desc')
      .orderBy('a.demand')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}

/** The alarm of a demand, kept until the transaction ends. */
export async function alarmOf(work: Work, demand: string) {
  return await work.db
    .selectFrom('hotline_alarms')
    .select(['agency', 'noticed_at as noticedAt', 'noticed_by_name as noticedByName'])
    .where('demand', '=', demand)
    .forUpdate()
    .executeTakeFirst()
}

/** Somebody took notice. */
export async function keepNotice(
  work: Work,
  demand: string,
  { by, byName, at }: { readonly by: string; readonly byName: string; readonly at: string },
): Promise<void> {
  await work.db
    .updateTable('hotline_alarms')
    .set({ noticed_at: at, noticed_by: by, noticed_by_name: byName })
    .where('demand', '=', demand)
    .execute()
}

/** Marks those as escalated that nobody noticed since before a moment. @returns their demands and hotlines */
export async function escalateAlarms(
  work: Work,
  { before, at }: { readonly before: string; readonly at: string },
): Promise<{ readonly demand: string; readonly agency: string }[]> {
  const { rows } = await sql<{ demand: string; agency: string }>`
    update hotline_alarms set escalated_at = ${at}::timestamptz
    where noticed_at is null and escalated_at is null and raised_at < ${before}::timestamptz
    returning demand, agency`.execute(work.db)
  return rows
}
