import { sql } from 'kysely'
import { together, type Work } from '../../../platform/work.ts'
import { factsOf } from '../../figures/fact.ts'
import { anyUnread, factsKept, factsReplaced } from '../../store/figures/facts.ts'
import { historiesOf } from '../../store/figures/histories.ts'
import { gatherSums } from '../../store/figures/sums.ts'
import { workingTime } from '../act.ts'

const atOnce = 2000

/**
 * Makes the facts of every demand anew from its history, in batches, and the sums with them; a million demands in minutes.
 * `onlyMissing` takes those that have none: of a time before facts were kept, or brought in by COPY; and those whose facts
 * are of a time before they told where a demand is. @returns how many
 */
export async function rebuildFigures(work: Work, { onlyMissing = false } = {}): Promise<number> {
  let [last, done] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const ids = await work.transaction(inner => rebuildAfter(inner, last, onlyMissing))
    const end = ids.at(-1)
    if (end === undefined) break
    last = end
    done += ids.length
  }
  if (done > 0) await gatherSums(work)
  return done
}

/** Reads where demands are whose facts are of a time before that was told; asks no more than an index where there are none. */
export async function readUnread(work: Work): Promise<void> {
  if (await anyUnread(work)) await rebuildFigures(work, { onlyMissing: true })
}

async function rebuildAfter(work: Work, last: string, onlyMissing: boolean): Promise<string[]> {
  const missing = sql`and not exists (
    select 1 from hotline_facts f where f.demand = d.id and f.area is not null)`
  const { rows } = await sql<{ id: string }>`
    select id from hotline_demands d where id > ${last}::uuid ${onlyMissing ? missing : sql``}
    order by id limit ${atOnce} for update`.execute(work.db)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return ids
  const [time, histories, before] = await Promise.all([
    workingTime(work),
    historiesOf(work, ids),
    factsKept(work, ids),
  ])
  const facts = histories.flatMap(({ demand, events }) => factsOf(demand, events, time))
  await together(work, factsReplaced(before, facts))
  return ids
}
