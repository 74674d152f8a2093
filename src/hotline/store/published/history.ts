import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type AnswerEvent, type AnswerStanding, answerAfter } from '../../published/steps.ts'

const content = z.object({ title: z.string(), question: z.string(), answer: z.string() })
const who = { at: z.string(), by: z.string(), byName: z.string() }
const reason = z.string()
const eventForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proposed'), reason, ...who }),
  z.object({ kind: z.literal('drafted'), content, ...who }),
  z.object({ kind: z.literal('checked'), cleared: z.array(z.string()), ...who }),
  z.object({ kind: z.literal('declined'), reason, ...who }),
  z.object({ kind: z.literal('published'), ...who }),
  z.object({ kind: z.literal('withdrawn'), reason, ...who }),
  z.object({ kind: z.literal('publishedBefore'), content, ...who }),
])

/** The way of an answer to everybody, and where it stands; no event where nobody proposed it. Lock its demand before acting. */
export async function publicAnswerOf(
  work: Work,
  demand: string,
): Promise<{ readonly events: readonly AnswerEvent[]; readonly standing: AnswerStanding }> {
  const rows = await work.db
    .selectFrom('hotline_public_answer_events')
    .select(['kind', 'at', 'by', 'by_name as byName', 'told'])
    .where('demand', '=', demand)
    .orderBy('number')
    .execute()
  const events = rows.map(({ told, ...each }) =>
    eventForm.parse({ ...z.looseObject({}).parse(told), ...each }),
  )
  return { events, standing: answerAfter(events) }
}

/** Appends an event and moves what the list reads. */
export async function appendAnswerEvent(
  work: Work,
  of: {
    readonly demand: string
    readonly agency: string
    readonly subject: string
    readonly events: readonly AnswerEvent[]
  },
  event: AnswerEvent,
): Promise<AnswerStanding> {
  const { demand, agency, subject, events } = of
  const standing = answerAfter([...events, event])
  const { kind, at, by, byName, ...told } = event
  const { state, version, content: words } = standing
  const row = {
    ...{ state: state ?? 'proposed', version, title: words?.title ?? subject },
    ...{ changed_at: at, changed_by_name: byName },
  }
  await work.db
    .insertInto('hotline_public_answers')
    .values({ demand, agency, ...row })
    .onConflict(conflict => conflict.column('demand').doUpdateSet(row))
    .execute()
  const said = { kind, at, by, by_name: byName, told: JSON.stringify(told) }
  await work.db
    .insertInto('hotline_public_answer_events')
    .values({ demand, number: version, ...said })
    .execute()
  return standing
}
