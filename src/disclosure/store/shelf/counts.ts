import type { Work } from '../../../platform/work.ts'
import { type DutyKind, dutyKinds } from '../../../statute/proactive.ts'

/** How many public items there are of a kind of duty at an agency. */
export interface ShelfTally {
  readonly agency: string
  readonly duty: DutyKind
  readonly items: number
}

/** The public items counted by agency and kind of Art. 20. */
export async function shelfTallies(work: Work): Promise<ShelfTally[]> {
  const rows = await work.db
    .selectFrom('disclosure_standings')
    .select(['agency', 'duty'])
    .select(({ fn }) => fn.countAll<number>().as('items'))
    .where('shelf', '=', 'public')
    .groupBy(['agency', 'duty'])
    .execute()
  return rows.flatMap(({ agency, duty: kind, items }) => {
    const duty = dutyKinds.find(each => each === kind)
    return duty === undefined ? [] : [{ agency, duty, items: Number(items) }]
  })
}

/** The years in which something public was published, the latest first. */
export async function shelfYears(work: Work): Promise<number[]> {
  const ends = await work.db
    .selectFrom('disclosure_standings')
    .select(({ fn }) => [fn.min('published_on').as('first'), fn.max('published_on').as('last')])
    .where('shelf', '=', 'public')
    .executeTakeFirst()
  const [first, last] = [ends?.first, ends?.last].map(day => Number(day?.slice(0, 4) ?? Number.NaN))
  if (first === undefined || last === undefined || Number.isNaN(first)) return []
  return Array.from({ length: last - first + 1 }, (_, back) => last - back)
}
