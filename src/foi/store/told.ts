import { z } from 'zod'
import { dayOf } from '../../statute/day.ts'
import {
  closedGrounds,
  unavailableGrounds,
  unprocessedGrounds,
  withheldGrounds,
} from '../../statute/taxonomy.ts'
import {
  type FoiEventKind,
  objectionFindings,
  remedyResults,
  remedyRoutes,
  submissionKinds,
  type ToldEvent,
} from '../events.ts'
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
const decision = {
  ...{ outcome, reasoning: words, publicAt: words.optional(), rightAgency: words.optional() },
  parts: z.array(z.object({ what: words, ground: z.enum(withheldGrounds) })).optional(),
  notOurs: z.boolean().optional(),
}
const person = z.object({ id: words, name: words })
const party = z.enum(['thirdParty', 'coMaker'])
const answer = z.enum(['consents', 'objects', 'silent'])

const form = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What each kind of event keeps, as it is read back from the database. */
export const toldForms = {
  arrived: form('arrived', {}),
  received: form('received', { evidence: words }),
  assigned: form('assigned', { department: words, limit: day, handler: person.optional() }),
  handedOver: form('handedOver', { to: person, reason: words }),
  correctionAsked: form('correctionAsked', { answerBy: day, reason: words }),
  corrected: form('corrected', { description: words }),
  opinionSought: form('opinionSought', { of: words, party, answerBy: day }),
  opinionReceived: form('opinionReceived', { of: words, answer, words }),
  extensionProposed: form('extensionProposed', { workdays: z.int(), reason: words }),
  extensionDeclined: form('extensionDeclined', { reason: words }),
  extended: form('extended', { workdays: z.int(), reason: words }),
  weighed: form('weighed', { of: words, finding: z.enum(objectionFindings), reason: words }),
  reasonsAsked: form('reasonsAsked', { answerBy: day, reason: words }),
  reasonsGiven: form('reasonsGiven', { words }),
  delayed: form('delayed', { until: day, reason: words }),
  feeNotified: form('feeNotified', {
    ...{ basis: z.enum(['pieces', 'pages']), count: z.int(), yuan: z.number(), payBy: day },
  }),
  paid: form('paid', {}),
  drafted: form('drafted', decision),
  checked: form('checked', {}),
  returned: form('returned', { reason: words }),
  consented: form('consented', {}),
  answered: form('answered', { ...decision, letter: words }),
  served: form('served', { way: z.enum(servingWays), proof: words }),
  closed: form('closed', { outcome, reason: words }),
  noted: form('noted', { text: words }),
  attached: form('attached', { paper: words, name: words, open: z.boolean() }),
  submitted: form('submitted', { about: z.enum(submissionKinds), words }),
  rated: form('rated', { score: z.int(), words }),
  remedyLodged: form('remedyLodged', {
    ...{ remedy: words, route: z.enum(remedyRoutes), body: words, reference: words },
  }),
  remedyDecided: form('remedyDecided', {
    ...{ remedy: words, result: z.enum(remedyResults), words, answerAgain: z.boolean() },
  }),
  remedyNoted: form('remedyNoted', { remedy: words, text: words }),
  roundOpened: form('roundOpened', { request: words, number: words }),
  transferHinted: form('transferHinted', { agency: words, contact: words }),
  publicationProposed: form('publicationProposed', { reason: words }),
  publicationDecided: form('publicationDecided', {
    ...{ publish: z.boolean(), reason: words, title: words, text: words },
  }),
} as const satisfies { [K in FoiEventKind]: z.ZodType<Omit<ToldEvent<K>, 'on'>> }
