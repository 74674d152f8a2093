import { type RawBuilder, sql } from 'kysely'
import { type ConfidentialReach, confidentialWords } from '../../looks/confidence.ts'

/** May the words of the demand whose standing is `s` be read by who reaches so far? `open` says that it is not confidential. */
function readable({ hotlines, units }: ConfidentialReach, open: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql<boolean>`(s.agency = any(${[...hotlines]}::text[]) or s.unit = any(${[...units]}::text[]) or ${open}
    or exists (select from hotline_co_handlers h where h.demand = s.demand and h.unit = any(${[...units]}::text[])))`
}

/** The same where the demand is not looked at yet: who may not read its words does not find it by them either. */
export function readableOf(reach: ConfidentialReach): RawBuilder<boolean> {
  const open = sql<boolean>`exists (select from hotline_demands d where d.id = s.demand and not d.confidential)`
  return readable(reach, open)
}

const notConfidential = sql<boolean>`not d.confidential`

/** Words of the demand `d`, whose standing is `s`, as who reaches so far may read them. */
export function wordsFor(reach: ConfidentialReach, words: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`case when ${readable(reach, notConfidential)} then ${words} else ${confidentialWords} end`
}

/** Its subject. */
export function subjectFor(reach: ConfidentialReach): RawBuilder<string> {
  return wordsFor(reach, sql`d.subject`)
}

/** Its place; empty where it may not be read. */
export function placeFor(reach: ConfidentialReach): RawBuilder<string> {
  return sql<string>`case when ${readable(reach, notConfidential)} then d.place else '' end`
}

/** The subject of the demand `d` on a screen that anybody may pass by. */
export const subjectForAll = sql<string>`case when d.confidential then ${confidentialWords} else d.subject end`
