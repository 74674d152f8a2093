import { z } from 'zod'
import { dayOf } from '../../statute/day.ts'
import { demandTypes, urgencies } from '../demand.ts'
import {
  callBackFailures,
  callBackWays,
  type DemandEventKind,
  resolutions,
  satisfactions,
  type ToldDemandEvent,
  urgeLevels,
} from '../events.ts'

const words = z.string()
const reason = { reason: words }
const merging = { other: words, otherNumber: words }
const conversion = { request: words, requestNumber: words }
const day = z.string().transform(dayOf)
const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['workdays', 'working', 'running']), count: z.int() }),
  z.object({ kind: z.literal('sameDay') }),
])
const level = z.enum(satisfactions).nullable()

const form = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What each kind of event keeps, as it is read back from the database. */
export const toldDemandForms = {
  registered: form('registered', {
    ...{ type: z.enum(demandTypes), urgency: z.enum(urgencies), imported: words.optional() },
    received: day.optional(),
  }),
  answered: form('answered', { words, following: words.optional(), entry: words.optional() }),
  dispatched: form('dispatched', { unit: words, limit, basis: words }),
  signed: form('signed', {}),
  returned: form('returned', { ...reason, responsible: words }),
  returnRefused: form('returnRefused', reason),
  arbitrated: form('arbitrated', { unit: words, limit, ...reason }),
  extensionAsked: form('extensionAsked', { workdays: z.int(), ...reason }),
  extended: form('extended', { workdays: z.int(), ...reason }),
  extensionDeclined: form('extensionDeclined', reason),
  suspended: form('suspended', reason),
  resumed: form('resumed', reason),
  coHandled: form('coHandled', { units: z.array(words), words }),
  partGiven: form('partGiven', { unit: words, words }),
  coHandlerReleased: form('coHandlerReleased', { unit: words, ...reason }),
  merged: form('merged', { ...merging, ...reason }),
  mergedIn: form('mergedIn', merging),
  unmerged: form('unmerged', { ...merging, ...reason }),
  unmergedFrom: form('unmergedFrom', { ...merging, ...reason }),
  instructed: form('instructed', { leader: words, words, dueOn: day.nullable() }),
  instructionAnswered: form('instructionAnswered', { instruction: z.int(), words }),
  visited: form('visited', {
    ...{ key: words, seen: words, visitedAt: words, photos: z.int(), unit: words },
  }),
  limitChanged: form('limitChanged', { limit, ...reason }),
  fedBack: form('fedBack', {
    ...{ words, resolution: z.enum(resolutions) },
    ...{ callBack: z.boolean().optional(), following: words.optional() },
    checked: z.array(words).optional(),
  }),
  calledBack: form('calledBack', {
    ...{ handling: level, result: level, words },
    ...{ way: z.enum(callBackWays).optional(), failure: z.enum(callBackFailures).optional() },
  }),
  closed: form('closed', { explained: words.optional() }),
  reopened: form('reopened', { ...reason, limit }),
  urged: form('urged', { words, level: z.enum(urgeLevels).optional() }),
  noted: form('noted', { words }),
  withdrawn: form('withdrawn', reason),
  converted: form('converted', { ...conversion, ...reason }),
  convertedFrom: form('convertedFrom', conversion),
} as const satisfies { [K in DemandEventKind]: z.ZodType<ToldDemandEvent<K>> }
