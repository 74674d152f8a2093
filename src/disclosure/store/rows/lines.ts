import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { partyKinds, type ResultLine } from '../../rows/line.ts'

const lineForm = z.object({
  ...{ place: z.int(), reference: z.string(), party: z.string(), partyKind: z.enum(partyKinds) },
  ...{ matter: z.string(), basis: z.string(), decidedOn: z.string().transform(dayOf) },
  ...{ amountYuan: z.string().nullable(), shown: z.boolean(), unshownReason: z.string() },
})

/** A line with its place in its batch, from 1. */
export type PlacedLine = ResultLine & { readonly place: number }

/** The columns of a line. */
export const lineColumns = [
  ...(['r.place', 'r.reference', 'r.party', 'r.party_kind as partyKind', 'r.matter', 'r.basis'] as const),
  ...(['r.decided_on as decidedOn', 'r.amount_yuan as amountYuan', 'r.shown'] as const),
  'r.unshown_reason as unshownReason',
] as const

/** A line as it is read back. */
export function lineOf(row: unknown): PlacedLine {
  return lineForm.parse(row)
}

/** The lines of a batch that follow a place, in its own order. */
export async function linesAfter(
  work: Work,
  batch: string,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<PlacedLine[]> {
  const rows = await work.db
    .selectFrom('disclosure_rows as r')
    .select([...lineColumns])
    .where('r.batch', '=', batch)
    .where('r.place', '>', after)
    .where('r.place', '<=', after + most)
    .orderBy('r.place')
    .execute()
  return rows.map(lineOf)
}
