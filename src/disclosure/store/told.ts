import { z } from 'zod'
import { dayOf } from '../../statute/day.ts'
import { type ItemEventKind, reviewFindings, type ToldItemEvent } from '../events.ts'
import { closedForItems } from '../item.ts'

const day = z.string().transform(dayOf)
const words = z.string()
const person = z.object({ id: words, name: words })
const bytes = { sha256: words }

const form = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What each kind of event keeps, as it is read back from the database. */
export const toldItemForms = {
  started: form('started', { handler: person }),
  imported: form('imported', { ...bytes, publishedOn: day, from: words }),
  submitted: form('submitted', { ...bytes, words }),
  changed: form('changed', bytes),
  checked: form('checked', { ...bytes, words }),
  reviewed: form('reviewed', { ...bytes, finding: z.enum(reviewFindings), ground: words }),
  sentBack: form('sentBack', { reason: words }),
  waived: form('waived', { ...bytes, reason: words }),
  approved: form('approved', { ...bytes, words }),
  scheduled: form('scheduled', { ...bytes, moment: words }),
  unscheduled: form('unscheduled', { reason: words }),
  published: form('published', {
    ...{ ...bytes, edition: z.int(), moment: words, reason: words, urgent: words.nullable() },
  }),
  urgentReviewed: form('urgentReviewed', { ...bytes, ground: words }),
  revisionOpened: form('revisionOpened', { reason: words }),
  revisionDropped: form('revisionDropped', { reason: words }),
  withdrawn: form('withdrawn', { reason: words }),
  restored: form('restored', { reason: words }),
  ended: form('ended', {
    validity: z.enum(['revised', 'repealed', 'expired']),
    ...{ endsOn: day, byWords: words, byItem: words.nullable() },
  }),
  withheld: form('withheld', { ground: z.enum(closedForItems), reason: words, reviewOn: day }),
  reconsidered: form('reconsidered', { open: z.boolean(), reason: words, reviewOn: day.nullable() }),
  abandoned: form('abandoned', { reason: words }),
  handedOver: form('handedOver', { to: person, reason: words }),
  noted: form('noted', { text: words }),
} as const satisfies {
  readonly [K in ItemEventKind]: z.ZodType<Omit<Extract<ToldItemEvent, { kind: K }>, 'on'>, unknown>
}
