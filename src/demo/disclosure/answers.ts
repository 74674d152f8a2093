import { itemLines } from '../../disclosure/act/views/lines.ts'
import { addDays } from '../../statute/day.ts'
import { momentOn, workdayFrom } from './chance.ts'
import { type Telling, takeToShelf } from './telling.ts'

/** Answers that were decided to be disclosed to everybody, Art. 44, go the way of every item: checked and published within days. */
export async function tellAnswers(telling: Telling): Promise<void> {
  const { work, who, until, ids } = telling
  for (const agency of ['yunchuan-housing', 'yunchuan-market']) {
    const reading = { reader: who('officer', agency), today: until }
    const query = { agency, draft: 'drafting', sort: 'made', descending: false, page: 1, size: 200 } as const
    for (const { id, madeOn } of (await itemLines(work, query, reading)).lines) {
      const first = workdayFrom(madeOn ?? until)
      const last = workdayFrom(addDays(first, 3))
      if (last > until) continue
      ids.set(id, id)
      await takeToShelf(telling, { agency, key: id }, { first, last, at: momentOn(last, 7) })
    }
  }
}
