import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { type Day, dayOf, yearOf } from '../../statute/day.ts'
import { type Letter, type LetterKind, letterKinds } from '../letters/letter.ts'
import type { LetterLine } from '../view.ts'

/** What is numbered: requests as they come in, letters as they go out. */
type Series = 'request' | 'letter' | 'record'

/** The next number of an agency's series, 〔2026〕第7号; given once, however many clerks act at the same moment. */
export async function nextNumber(work: Work, agency: string, series: Series, on: Day): Promise<string> {
  const { last } = await work.db
    .insertInto('foi_numbers')
    .values({ agency, series, year: yearOf(on), last: 1 })
    .onConflict(conflict =>
      conflict.columns(['agency', 'series', 'year']).doUpdateSet({ last: sql<number>`foi_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `〔${yearOf(on)}〕第${last}号`
}

/** Numbers a letter and freezes it with its hash. @returns its number */
export async function sendLetter(
  work: Work,
  request: { readonly id: string; readonly agency: string },
  letter: Letter & { readonly kind: LetterKind },
): Promise<LetterLine> {
  const number = await nextNumber(work, request.agency, 'letter', letter.on)
  const frozen = JSON.stringify({ ...letter, number })
  const sha256 = createHash('sha256').update(frozen).digest('hex')
  const { id } = await work.db
    .insertInto('foi_letters')
    .values({
      ...{ request: request.id, agency: request.agency, kind: letter.kind, number },
      ...{ letter: frozen, sha256, sent_on: letter.on },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, kind: letter.kind, title: letter.title, number, sha256, sentOn: letter.on }
}

/** The letters of a request, first to last. */
export async function lettersOf(work: Work, request: string): Promise<LetterLine[]> {
  return await work.db
    .selectFrom('foi_letters')
    .select(['id', 'kind', 'number', 'sha256', 'sent_on as sentOn'])
    .select(sql<string>`letter ->> 'title'`.as('title'))
    .where('request', '=', request)
    .orderBy('sent_on')
    .orderBy('number')
    .execute()
}

const letterForm = z.object({
  ...{ kind: z.enum(letterKinds), title: z.string(), number: z.string().nullable(), addressee: z.string() },
  ...{ paragraphs: z.array(z.string()), agency: z.string(), on: z.string().transform(dayOf) },
  free: z.object({ from: z.int(), until: z.int() }).optional(),
})

/** A letter of this request exactly as it was sent. */
export async function frozenLetter(work: Work, request: string, id: string): Promise<Letter | undefined> {
  const row = await work.db
    .selectFrom('foi_letters')
    .select('letter')
    .where('request', '=', request)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && letterIn(row.letter)
}

/** A letter as it was kept. */
export function letterIn(kept: unknown): Letter {
  const { free, ...letter } = letterForm.parse(kept)
  return free === undefined ? letter : { ...letter, free }
}
