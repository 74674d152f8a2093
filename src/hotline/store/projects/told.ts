import { z } from 'zod'
import { type Day, isDay } from '../../../statute/day.ts'
import { demandTypes } from '../../demand.ts'
import type { ProjectEventKind, ToldProjectEvent } from '../../projects/events.ts'

const words = z.string()
const list = z.array(words)
const reason = { reason: words }
const day = z.custom<Day>(value => typeof value === 'string' && isDay(value))
const scope = z.object({
  words: list,
  places: list,
  units: list,
  types: z.array(z.enum(demandTypes)),
  matters: list,
  categories: list.default([]),
})
const measure = z.object({ words, unit: words, due: day })

const form = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What each kind of event keeps, as it is read back from the database. */
export const toldProjectForms = {
  opened: form('opened', {
    ...{ title: words, ...reason, lead: words, coUnits: list, limit: day, scope, demands: list },
  }),
  planned: form('planned', { cause: words, measures: z.array(measure) }),
  planReturned: form('planReturned', reason),
  planAgreed: form('planAgreed', { words }),
  progressed: form('progressed', { words, measure: z.int().nullable(), done: z.boolean() }),
  attached: form('attached', { file: words, name: words, words }),
  limitChanged: form('limitChanged', { limit: day, ...reason }),
  scopeChanged: form('scopeChanged', { scope, ...reason }),
  corrected: form('corrected', { demand: words, belongs: z.boolean(), ...reason }),
  reported: form('reported', { words }),
  sentBack: form('sentBack', reason),
  signedOff: form('signedOff', { words }),
  published: form('published', { words }),
  takenDown: form('takenDown', reason),
  dropped: form('dropped', reason),
} as const satisfies { [K in ProjectEventKind]: z.ZodType<ToldProjectEvent<K>> }
