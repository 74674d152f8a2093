import { theSystem } from '../../../office/agencies.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays, type Day } from '../../../statute/day.ts'
import { recordOf } from '../../store/history.ts'
import { likeThis } from '../../store/lists/repetition.ts'
import { grantedSince } from '../../store/open.ts'
import { proposePublication } from '../publishing.ts'

/** From this share of common pairs of characters on, two requests ask for the same; our choice, the law names none. */
const sameFrom = 0.8
const lookBackDays = 7

/**
 * Art. 44: where different applicants were given the same information, proposes that it be published; a person decides.
 * @returns the numbers of the requests for which it was proposed
 */
export async function proposeSame(work: Work, today: Day): Promise<string[]> {
  const proposed: string[] = []
  for (const { id, agency } of await grantedSince(work, addDays(today, -lookBackDays))) {
    const record = await recordOf(work, id)
    if (record === undefined || record.standing.publication !== 'none') continue
    const alike = await likeThis(work, record.request, 20)
    const others = alike.filter(
      ({ samePerson, likeness, resultRow, description }) =>
        !samePerson &&
        likeness >= sameFrom &&
        figuresIn(description) === figuresIn(record.request.description) &&
        (resultRow === 'granted' || resultRow === 'partlyGranted'),
    )
    if (
      others.length === 0 ||
      (await decidedFor(
        work,
        others.map(each => each.id),
      ))
    )
      continue
    const by = { ...theSystem, grants: [{ role: 'officer' as const, agency }] }
    const numbers = others.map(({ number }) => number).join('、')
    const reason = `另有 ${others.length} 名申请人申请并获得相同的信息（${numbers}）。`
    const done = await proposePublication(work, { id, by, today }, reason)
    if (!('kind' in done)) proposed.push(record.request.number)
  }
  return proposed
}

/** The figures of a description: what was asked of another year or document is not the same information. */
function figuresIn(description: string): string {
  return (description.normalize('NFKC').match(/\d+/g) ?? []).join(' ')
}

/** Was it already proposed or decided for one of these? */
async function decidedFor(work: Work, ids: readonly string[]): Promise<boolean> {
  const records = await Promise.all(ids.map(id => recordOf(work, id)))
  return records.some(record => record !== undefined && record.standing.publication !== 'none')
}
