import { type Actor, holds } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { duplicateDays } from '../../duplicates/likely.ts'
import type { LiveHelp } from '../../live/help.ts'
import { markOfNumber } from '../../store/callers.ts'
import { alikeOf, earlierOf, keepLook } from '../../store/live/beside.ts'
import { placesIn } from '../../topics/places.ts'
import { entriesFor } from '../knowledge/entries.ts'
import { dangersOf } from '../safety/words.ts'

/** What the agent has typed so far. */
export interface Typing {
  readonly agency: string
  readonly subject: string
  readonly body: string
  readonly place: string
  readonly phone: string
}

const fewestDigits = 7

/** Helps an agent while he types: one question, answered by indexes alone; whose earlier demands he looked up is kept. */
export async function liveHelp(
  work: Work,
  typing: Typing,
  by: { readonly reader: Actor; readonly moment: string; readonly today: string; readonly secrets: Secrets },
): Promise<LiveHelp | Refusal> {
  const { agency, subject, body, place, phone } = typing
  if (!holds(by.reader, 'hotlineAgent', agency)) return refuse('登记诉求由热线的话务员办理。')
  const mark = phone.replaceAll(/\D/g, '').length < fewestDigits ? null : markOfNumber(phone, by.secrets)
  const places = placesIn(`${place}\n${subject}\n${body}`).map(({ name }) => name)
  const [earlier, entries, duplicates, dangers] = await Promise.all([
    mark === null ? { lines: [], total: 0 } : earlierOf(work, agency, mark),
    entriesFor(work, { agency, text: `${subject}\n${body}`, on: by.today }),
    alikeOf(work, { agency, subject, body, places, moment: by.moment, days: duplicateDays }),
    dangersOf(work, { subject, body, place }),
  ])
  if (mark !== null && earlier.total > 0)
    await keepLook(work, { agency, person: by.reader.id, mark, on: by.today })
  return {
    ...{ earlier: earlier.lines, earlierTotal: earlier.total },
    ...{ entries, duplicates, places, dangers },
  }
}
