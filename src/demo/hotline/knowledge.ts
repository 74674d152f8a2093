import { itemLines } from '../../disclosure/act/views/lines.ts'
import {
  draftEntry,
  type EntryTold,
  entryLines,
  sayUnhelpful,
  takeEntryStep,
} from '../../hotline/act/knowledge/entries.ts'
import type { EntryStep } from '../../hotline/knowledge/entry.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'
import { type EntryCourse, type WantedEntry, wantedEntries } from './texts/entries.ts'

interface Telling {
  readonly work: Work
  readonly until: Day
  readonly who: Who
}

/** Before the year of demands begins, so that they can be answered by it. */
const daysBefore = 400

/** Tells the knowledge base: each unit drafts its entries, the hotline approves them; one rests on a repealed document. */
export async function tellKnowledge(telling: Telling): Promise<void> {
  for (const [turn, wanted] of wantedEntries.entries()) await tellEntry(telling, wanted, turn)
}

async function tellEntry(telling: Telling, wanted: WantedEntry, turn: number): Promise<void> {
  const { work, until, who } = telling
  const { unit, course, variants, question, answer } = wanted
  const isFresh = course === 'draft' || course === 'submitted'
  const on = addDays(until, isFresh ? -4 - (turn % 5) : turn - daysBefore)
  const agency = government
  const validUntil = course === 'over' ? addDays(until, -300) : null
  const reviewOn = addDays(until, course === 'due' ? -3 : 60 + turn * 9)
  const content = {
    ...{ unit, question, variants, answer, validFrom: on, validUntil, reviewOn, public: wanted.public },
    items: await sourcesOf(telling, wanted),
  }
  const writer = unit === null ? who('hotlineAgent', agency) : who('handlingUnit', unit)
  const moment = (time: string) => instantOf(on, time)
  const once = `demo ${question}`
  const drafting = { by: writer, moment: moment('09:30:00') }
  const { id } = must(await draftEntry(work, { agency, once, content }, drafting))
  const hotlines = { submit: writer, approve: who('dispatcher', agency), withdraw: who('supervisor', agency) }
  for (const [at, step] of steps[course].entries()) {
    const told: EntryTold = step === 'withdraw' ? { reason: '情况已经变化，不再适用。' } : {}
    const by = { by: hotlines[step], moment: moment(`1${at}:00:00`) }
    must(await takeEntryStep(work, { id, step, version: at + 1 }, told, by))
  }
  if (turn % 6 === 3 && course === 'inForce')
    must(await sayUnhelpful(work, id, who('hotlineAgent', agency), instantOf(addDays(until, -9), '16:00:00')))
}

const steps: Readonly<Record<EntryCourse, readonly Extract<EntryStep, 'submit' | 'approve' | 'withdraw'>[]>> =
  {
    ...{ draft: [], submitted: ['submit'], inForce: ['submit', 'approve'], due: ['submit', 'approve'] },
    ...{ over: ['submit', 'approve'], withdrawn: ['submit', 'approve', 'withdraw'] },
  }

/** The disclosed items of the unit whose titles hold the words; `repealed` a document that is no ground any more. */
async function sourcesOf(
  { work, until, who }: Telling,
  { unit, source }: WantedEntry,
): Promise<readonly string[]> {
  if (unit === null || source === '') return []
  const q = source.replace('repealed ', '')
  const asked = { q, validity: q === source ? 'inForce' : 'repealed' }
  const page = { form: 'normativeDocument', sort: 'published', descending: true, page: 1, size: 1 } as const
  const reading = { reader: who('officer', unit), today: until }
  const { lines } = await itemLines(work, { ...asked, ...page, agency: unit }, reading)
  return lines.map(({ id }) => id)
}

/** The entries in force by their question. */
export async function entriesByQuestion(work: Work, who: Who): Promise<ReadonlyMap<string, string>> {
  const asked = { state: 'inForce', page: 1, size: 200 } as const
  const { lines } = await entryLines(work, asked, who('hotlineAgent', government))
  return new Map(lines.map(({ question, id }) => [question, id]))
}
