import { agenciesSeen } from '../../../office/agencies.ts'
import { people } from '../../../office/people.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { csvOf } from '../../../web/sheet.ts'
import { figuresQuery } from '../../api/figures/forms.ts'
import { definitionsOf, usualFigures } from '../../figures/definitions.ts'
import { figuresSheet } from '../../figures/sheet.ts'
import { lastOf, type SubscriptionRhythm } from '../../figures/subscription.ts'
import { issueOpened, keepIssue, reportsDue } from '../../store/figures/saved.ts'
import { countFigures } from './counting.ts'

/** Makes the subscribed reports of one rhythm of the span that was over last, each once, by what its owner may see now. @returns how many were made */
export async function makeSubscribed(
  work: Work,
  rhythm: SubscriptionRhythm,
  { today, moment }: { readonly today: Day; readonly moment: string },
): Promise<number> {
  const span = lastOf(rhythm, today)
  let made = 0
  for (const { id, query, person } of await reportsDue(work, rhythm, span.until)) {
    const sheet = await sheetOf(work, { query, person, ...span }, moment)
    if (sheet === undefined) continue
    await keepIssue(work, id, { ...span, sheet, at: moment })
    made++
  }
  return made
}

interface AskedSheet {
  readonly query: string
  readonly person: string
  readonly from: Day
  readonly until: Day
}

/** The report as CSV, as at this moment; undefined where its owner is no longer here, or the question is no longer one. */
async function sheetOf(
  work: Work,
  { query, person, from, until }: AskedSheet,
  moment: string,
): Promise<string | undefined> {
  const [owner] = await people(work, person)
  const told = Object.fromEntries(new URLSearchParams(query))
  const asked = figuresQuery.safeParse({ ...told, from, until, asOf: undefined })
  if (owner === undefined || owner.disabled || !asked.success) return undefined
  const { counts = 'demands', ...scope } = asked.data
  const agencies = (await agenciesSeen(work, owner)).map(({ code }) => code)
  const isOfPeople = counts === 'people'
  const view = await countFigures(work, { ...scope, from, until, agencies, people: isOfPeople }, moment)
  const version = view.versions.at(-1)?.version
  if (version === undefined) return undefined
  const chosen = (told.figures ?? usualFigures[counts]).split(',')
  const definitions = definitionsOf(version).filter(
    each => each.counts === counts && chosen.includes(each.figure),
  )
  const { head, rows } = figuresSheet(view, definitions)
  return csvOf([head, ...rows])
}

/** The sheet of a report of this person that was made up to a day; from now on it counts as opened. */
export function openIssue(
  work: Work,
  asked: { readonly id: string; readonly person: string; readonly until: Day; readonly at: string },
): Promise<{ readonly name: string; readonly sheet: string } | undefined> {
  return issueOpened(work, asked)
}
