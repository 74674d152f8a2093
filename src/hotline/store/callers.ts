import { z } from 'zod'
import type { Secrets } from '../../platform/secret.ts'
import type { Work, Write } from '../../platform/work.ts'
import type { Caller } from '../demand.ts'

const purpose = 'hotline caller'
const callerForm = z.object({ name: z.string(), phone: z.string() })

/** Who calls, to be kept sealed; the mark of the same number lets repetition be seen without reading anybody's. */
export function callerKept(
  work: Work,
  demand: string,
  { caller, secrets }: { readonly caller: Caller; readonly secrets: Secrets },
): Write {
  return work.db.insertInto('hotline_callers').values({ demand, ...sealedCaller(caller, secrets) })
}

/** Who calls as it is kept: sealed, with the mark of the number. */
export function sealedCaller(caller: Caller, secrets: Secrets) {
  const sealed = secrets.seal(purpose, JSON.stringify(caller))
  return { sealed, same_person: markOfNumber(caller.phone, secrets) }
}

/** How many demands this telephone number filed since a moment; read off the mark, nobody's data are opened. */
export async function filedSince(
  work: Work,
  { phone, since, secrets }: { readonly phone: string; readonly since: string; readonly secrets: Secrets },
): Promise<number> {
  const { filed } = await work.db
    .selectFrom('hotline_callers as c')
    .innerJoin('hotline_demands as d', 'd.id', 'c.demand')
    .select(({ fn }) => fn.countAll<number>().as('filed'))
    .where('c.same_person', '=', secrets.mark(purpose, phone.replaceAll(/\D/g, '')))
    .where('d.filed_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(filed)
}

/** The id of the demand of this number whose code has this hash. */
export async function demandOfCode(
  work: Work,
  { number, hash }: { readonly number: string; readonly hash: string },
): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('hotline_demands')
    .select(['id', 'number'])
    .where('tracking_hash', '=', hash)
    .executeTakeFirst()
  return row?.number === number ? row.id : undefined
}

/** Who calls; undefined where it was sealed with another key. Whoever opens it records why. */
export async function callerOf(work: Work, demand: string, secrets: Secrets): Promise<Caller | undefined> {
  const row = await work.db
    .selectFrom('hotline_callers')
    .select('sealed')
    .where('demand', '=', demand)
    .executeTakeFirst()
  const text = row && secrets.open(purpose, row.sealed)
  return text === undefined ? undefined : callerForm.parse(JSON.parse(text))
}

/** The mark of a number, by which the demands of one caller are found; null where it has no digit. */
export function markOfNumber(phone: string, secrets: Secrets): string | null {
  const digits = phone.replaceAll(/\D/g, '')
  return digits === '' ? null : secrets.mark(purpose, digits)
}
