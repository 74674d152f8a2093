import { z } from 'zod'
import { dayOf } from '../../statute/day.ts'
import {
  closedGrounds,
  unavailableGrounds,
  unprocessedGrounds,
  withheldGrounds,
} from '../../statute/taxonomy.ts'
import type { FoiEventKind, ToldEvent } from '../events.ts'
import { servingWays } from '../request.ts'

const day = z.string().transform(dayOf)
const words = z.string()
const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('granted') }),
  z.object({ kind: z.literal('partlyGranted') }),
  z.object({ kind: z.literal('withheld'), ground: z.enum(withheldGrounds) }),
  z.object({ kind: z.literal('unavailable'), ground: z.enum(unavailableGrounds) }),
  z.object({ kind: z.literal('unprocessed'), ground: z.enum(unprocessedGrounds) }),
  z.object({ kind: z.literal('closed'), ground: z.enum(closedGrounds) }),
])
const party = z.enum(['thirdParty', 'coMaker'])
const answer = z.enum(['consents', 'objects', 'silent'])

const form = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What each kind of event keeps, as it is read back from the database. */
export const toldForms = {
  arrived: form('arrived', {}),
  received: form('received', { evidence: words }),
  assigned: form('assigned', { department: words, limit: day }),
  correctionAsked: form('correctionAsked', { answerBy: day, reason: words }),
  corrected: form('corrected', { description: words }),
  opinionSought: form('opinionSought', { of: words, party, answerBy: day }),
  opinionReceived: form('opinionReceived', { of: words, answer, words }),
  extensionProposed: form('extensionProposed', { workdays: z.int(), reason: words }),
  extensionDeclined: form('extensionDeclined', { reason: words }),
  extended: form('extended', { workdays: z.int(), reason: words }),
  feeNotified: form('feeNotified', {
    ...{ basis: z.enum(['pieces', 'pages']), count: z.int(), yuan: z.number(), payBy: day },
  }),
  paid: form('paid', {}),
  drafted: form('drafted', { outcome, reasoning: words }),
  checked: form('checked', {}),
  returned: form('returned', { reason: words }),
  consented: form('consented', {}),
  answered: form('answered', { outcome, reasoning: words, letter: words }),
  served: form('served', { way: z.enum(servingWays), proof: words }),
  closed: form('closed', { outcome, reason: words }),
  noted: form('noted', { text: words }),
} as const satisfies { [K in FoiEventKind]: z.ZodType<Omit<ToldEvent<K>, 'on'>> }
