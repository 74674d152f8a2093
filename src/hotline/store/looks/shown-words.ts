import { type RawBuilder, sql } from 'kysely'
import { type ConfidentialReach, confidentialWords } from '../../looks/confidence.ts'

/** May the words of the demand `d`, whose standing is `s`, be read by who reaches so far? */
function readable({ hotlines, units }: ConfidentialReach): RawBuilder<boolean> {
  return sql<boolean>`(not d.confidential or d.agency = any(${[...hotlines]}::text[]) or s.unit = any(${[...units]}::text[])
    or exists (select from hotline_co_handlers h where h.demand = d.id and h.unit = any(${[...units]}::text[])))`
}

/** May the words of the demand whose standing is `s` be read? Who may not read them does not find it by them either. */
export function readableOf({ hotlines, units }: ConfidentialReach): RawBuilder<boolean> {
  return sql<boolean>`(s.agency = any(${[...hotlines]}::text[]) or s.unit = any(${[...units]}::text[])
    or exists (select from hotline_demands d where d.id = s.demand and not d.confidential)
    or exists (select from hotline_co_handlers h where h.demand = s.demand and h.unit = any(${[...units]}::text[])))`
}

/** Words of the demand `d`, whose standing is `s`, as who reaches so far may read them. */
export function wordsFor(reach: ConfidentialReach, words: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`case when ${readable(reach)} then ${words} else ${confidentialWords} end`
}

/** Its subject. */
export function subjectFor(reach: ConfidentialReach): RawBuilder<string> {
  return wordsFor(reach, sql`d.subject`)
}

/** Its place; empty where it may not be read. */
export function placeFor(reach: ConfidentialReach): RawBuilder<string> {
  return sql<string>`case when ${readable(reach)} then d.place else '' end`
}

/** The subject of the demand `d` on a screen that anybody may pass by. */
export const subjectForAll = sql<string>`case when d.confidential then ${confidentialWords} else d.subject end`
