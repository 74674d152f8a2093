import { z } from 'zod'
import { demandTypes, urgencies } from '../demand.ts'
import { type DemandEventKind, resolutions, satisfactions, type ToldDemandEvent } from '../events.ts'

const words = z.string()
const reason = { reason: words }
const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['workdays', 'working', 'running']), count: z.int() }),
  z.object({ kind: z.literal('sameDay') }),
])
const level = z.enum(satisfactions).nullable()

const form = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What each kind of event keeps, as it is read back from the database. */
export const toldDemandForms = {
  registered: form('registered', { type: z.enum(demandTypes), urgency: z.enum(urgencies) }),
  answered: form('answered', { words }),
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
  fedBack: form('fedBack', { words, resolution: z.enum(resolutions) }),
  calledBack: form('calledBack', { handling: level, result: level, words }),
  closed: form('closed', {}),
  reopened: form('reopened', { ...reason, limit }),
  urged: form('urged', { words }),
  noted: form('noted', { words }),
  withdrawn: form('withdrawn', reason),
} as const satisfies { [K in DemandEventKind]: z.ZodType<ToldDemandEvent<K>> }
