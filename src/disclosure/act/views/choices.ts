import { agenciesSeen } from '../../../office/agencies.ts'
import { people } from '../../../office/people.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { seriesOf } from '../../store/lines/lines.ts'
import type { ItemChoices } from '../../view.ts'
import { mayWrite, writers } from '../../writers.ts'

/** What forms and filters offer of each agency that the reader sees: who drafts there, and which series it fills. */
export async function itemChoices(work: Work, reader: Actor): Promise<ItemChoices> {
  const seen = await agenciesSeen(work, reader)
  const codes = seen.map(({ code }) => code)
  const [all, series] = await Promise.all([people(work), seriesOf(work, codes)])
  const agencies = seen.map(({ code, name }) => ({
    ...{ code, name, series: series.get(code) ?? [], writes: mayWrite(reader, code) },
    people: all
      .filter(({ disabled }) => !disabled)
      .map(({ id, name: person, grants }) => ({
        ...{ id, name: person },
        roles: grants
          .filter(each => each.agency === code && writers.includes(each.role))
          .map(({ role }) => role),
      }))
      .filter(({ roles }) => roles.length > 0),
  }))
  return { agencies }
}
