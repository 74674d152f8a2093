import { type Actor, holds } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { DemandType, Urgency } from '../../demand.ts'
import { duplicateDays, isLikelyDuplicate, likenessOf } from '../../duplicates/likely.ts'
import type { DemandBeside, LiveCategory, LiveHelp } from '../../live/help.ts'
import { placesTold } from '../../live/place.ts'
import { markOfNumber } from '../../store/callers.ts'
import { newestModel } from '../../store/categories/models.ts'
import { earlierOf, nearOf } from '../../store/live/beside.ts'
import { placesIn } from '../../topics/places.ts'
import { suggestedFor } from '../categories/suggesting.ts'
import { suggestUnit } from '../duties/suggesting.ts'
import { entriesFor } from '../knowledge/entries.ts'
import { noteNumber } from '../looks/looking.ts'
import { dangersOf } from '../safety/words.ts'
import { namedElsewhere } from './elsewhere.ts'

/** What the agent has typed so far. */
export interface Typing {
  readonly agency: string
  readonly subject: string
  readonly body: string
  readonly place: string
  readonly phone: string
  readonly type: DemandType
  readonly urgency: Urgency
}

const fewestDigits = 7
const mostDuplicates = 5
const noCalls = { lines: [], total: 0, confidential: 0 }

/** Helps an agent while he types: one question, answered by indexes alone; whose earlier demands he looked up is kept. */
export async function liveHelp(
  work: Work,
  typing: Typing,
  by: { readonly reader: Actor; readonly moment: string; readonly today: Day; readonly secrets: Secrets },
): Promise<LiveHelp | Refusal> {
  const { agency, subject, body, place, phone } = typing
  if (!holds(by.reader, 'hotlineAgent', agency)) return refuse('登记诉求由热线的话务员办理。')
  const mark = phone.replaceAll(/\D/g, '').length < fewestDigits ? null : markOfNumber(phone, by.secrets)
  const places = placesIn(`${place}\n${subject}\n${body}`).map(({ name }) => name)
  const silent = `${subject}${body}`.trim() === ''
  const [earlier, entries, duplicates, elsewhere, dangers, category, unit] = await Promise.all([
    mark === null ? noCalls : earlierOf(work, agency, mark),
    entriesFor(work, { agency, text: `${subject}\n${body}`, on: by.today }),
    duplicatesOf(work, typing, { places, moment: by.moment }),
    namedElsewhere(work, { subject, body, place }),
    dangersOf(work, { subject, body, place }),
    silent ? null : categoryNow(work, typing),
    silent ? null : suggestUnit(work, { ...typing, hotline: agency }, by.today),
  ])
  if (mark !== null && earlier.total > 0)
    await noteNumber(work, { agency, mark, on: by.today, moment: by.moment }, by.reader)
  const { lines, total, confidential } = earlier
  return {
    ...{ earlier: lines, earlierTotal: total, earlierConfidential: confidential },
    ...{ entries, duplicates, places: placesTold(`${subject}\n${body}`) },
    ...{ elsewhere, dangers, category, unit },
  }
}

/** Likely duplicates by the rule, those with the most alike words first. */
async function duplicatesOf(
  work: Work,
  typing: Typing,
  { places, moment }: { readonly places: readonly string[]; readonly moment: string },
): Promise<DemandBeside[]> {
  const { agency, subject, body } = typing
  const near = await nearOf(work, { agency, subject, body, places, moment, days: duplicateDays })
  return near
    .map(each => ({ each, likeness: likenessOf(typing, each) }))
    .filter(({ likeness }) => isLikelyDuplicate(likeness))
    .toSorted((a, b) => b.likeness.words - a.likeness.words)
    .slice(0, mostDuplicates)
    .map(({ each: { body: _, place: __, confidential, ...line } }) => ({
      ...line,
      subject: confidential ? null : line.subject,
    }))
}

async function categoryNow(work: Work, { agency, subject, body }: Typing): Promise<LiveCategory | null> {
  const model = await newestModel(work, agency)
  if (model === undefined) return null
  const { category, suggested, confidence } = suggestedFor(model, '', { subject, body })
  return { category, suggested, confidence }
}
