import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, isDay } from '../../../statute/day.ts'
import { type BulletinState, bulletinStates } from '../../bulletins/course.ts'
import { type BulletinKind, bulletinKinds } from '../../bulletins/period.ts'
import type { BulletinLine } from '../../bulletins/view.ts'

/** What a list of bulletins is asked for. */
export interface BulletinsAsked {
  readonly agencies: readonly string[]
  readonly kind?: BulletinKind | undefined
  readonly state?: BulletinState | undefined
  /** Only those that the public may read. */
  readonly published?: boolean
  readonly page: number
  readonly size: number
}

const day = z.custom<Day>(value => typeof value === 'string' && isDay(value))
const lineForm = z.object({
  ...{ id: z.string(), kind: z.enum(bulletinKinds), from: day, until: day, hotlineName: z.string() },
  ...{ state: z.enum(bulletinStates), edition: z.int(), publishedAt: z.string().nullable() },
})

function asked(work: Work, { agencies, kind, state, published }: BulletinsAsked) {
  let query = work.db
    .selectFrom('hotline_bulletins as b')
    .innerJoin('agencies as a', 'a.code', 'b.agency')
    .where('b.agency', 'in', [...agencies, ''])
  if (kind !== undefined) query = query.where('b.kind', '=', kind)
  if (state !== undefined) query = query.where('b.state', '=', state)
  return published === true ? query.where('b.published_at', 'is not', null) : query
}

/** A page of bulletins, the newest first, and how many there are. */
export async function bulletinLines(
  work: Work,
  query: BulletinsAsked,
): Promise<{ readonly lines: BulletinLine[]; readonly total: number }> {
  const [rows, { total }] = await Promise.all([
    asked(work, query)
      .select(['b.id', 'b.kind', 'b.starts_on as from', 'b.ends_on as until', 'a.name as hotlineName'])
      .select(['b.state', 'b.edition', 'b.published_at as publishedAt'])
      .orderBy('b.ends_on', 'desc')
      .orderBy('b.id')
      .limit(query.size)
      .offset((query.page - 1) * query.size)
      .execute(),
    asked(work, query)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}
