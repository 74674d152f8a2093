import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { type Day, dayOf } from '../../statute/day.ts'
import type { RecordDecision } from '../letters/afterwards.ts'
import type { Letter } from '../letters/letter.ts'
import type { RecordCorrection } from '../records/record-correction.ts'
import { applicantKinds, servingWays } from '../request.ts'

const day = z.string().transform(dayOf)
const reason = z.string()
const decisionForm: z.ZodType<RecordDecision> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('corrected'), corrected: z.string(), reason }),
  z.object({ kind: z.literal('refused'), reason }),
  z.object({
    kind: z.literal('passedOn'),
    to: z.object({ name: z.string(), contact: z.string() }),
    reason,
  }),
])
const rowForm = z.object({
  ...{ id: z.string(), agency: z.string(), number: z.string(), record: z.string(), wanted: z.string() },
  ...{ evidence: z.string(), askedOn: day, decision: decisionForm.nullable(), decidedOn: day.nullable() },
  ...{ decidedBy: z.string().nullable(), applicantKind: z.enum(applicantKinds) },
  servingWay: z.enum(servingWays),
})

/** Writes down what is asked. @returns its id */
export async function keepRecordCorrection(
  work: Work,
  asked: Omit<RecordCorrection, 'id' | 'decision' | 'decidedOn' | 'decidedBy'>,
  { trackingHash, sealed }: { readonly trackingHash: string; readonly sealed: string },
): Promise<string> {
  const { agency, number, record, wanted, evidence } = asked
  const { id } = await work.db
    .insertInto('foi_record_corrections')
    .values({
      ...{ agency, number, record, wanted, evidence, asked_on: asked.askedOn },
      ...{ applicant_kind: asked.applicantKind, serving_way: asked.servingWay },
      ...{ tracking_hash: trackingHash, sealed },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function selected(work: Work) {
  return work.db
    .selectFrom('foi_record_corrections')
    .select(['id', 'agency', 'number', 'record', 'wanted', 'evidence', 'decision'])
    .select(['asked_on as askedOn', 'decided_on as decidedOn', 'decided_by as decidedBy'])
    .select(['applicant_kind as applicantKind', 'serving_way as servingWay'])
}

/** One of them; `lock` keeps everybody else from deciding it until the transaction ends. */
export async function recordCorrection(
  work: Work,
  id: string,
  lock = false,
): Promise<RecordCorrection | undefined> {
  const query = selected(work).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && rowForm.parse(row)
}

/** The one that this hash of a tracking code opens. */
export async function recordCorrectionOfCode(
  work: Work,
  hash: string,
): Promise<RecordCorrection | undefined> {
  const row = await selected(work).where('tracking_hash', '=', hash).executeTakeFirst()
  return row && rowForm.parse(row)
}

/** Those of some agencies, undecided first, newest first; at most so many. */
export async function recordCorrections(
  work: Work,
  agencies: readonly string[],
  most: number,
): Promise<RecordCorrection[]> {
  if (agencies.length === 0) return []
  const rows = await selected(work)
    .where('agency', 'in', [...agencies])
    .orderBy('decided_on', order => order.desc().nullsFirst())
    .orderBy('asked_on', 'desc')
    .limit(most)
    .execute()
  return rows.map(row => rowForm.parse(row))
}

/** Who asks, sealed, by the id of what is asked; empty where it was erased. */
export async function sealedOwners(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('foi_record_corrections')
    .select(['id', 'sealed'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, sealed }) => [id, sealed]))
}

/** Erases who asked, with the evidence, of what was decided before this day; what was decided stays. */
export async function eraseOwners(
  work: Work,
  before: Day,
): Promise<{ id: string; agency: string; number: string }[]> {
  const old = await work.db
    .updateTable('foi_record_corrections')
    .set({ sealed: '' })
    .where('decided_on', '<', before)
    .where('sealed', '<>', '')
    .returning(['id', 'agency', 'number'])
    .execute()
  const ids = old.map(({ id }) => id)
  if (ids.length === 0) return []
  const papers = work.db.selectFrom('foi_papers').select('id').where('record_correction', 'in', ids)
  await work.db.deleteFrom('foi_paper_pieces').where('paper', 'in', papers).execute()
  return old
}

/** Keeps the decision with its letter, once. */
export async function keepRecordDecision(
  work: Work,
  id: string,
  { decision, letter, byName }: { decision: RecordDecision; letter: Letter; byName: string },
): Promise<void> {
  const frozen = JSON.stringify(letter)
  await work.db
    .updateTable('foi_record_corrections')
    .set({
      ...{ decision: JSON.stringify(decision), decided_on: letter.on, decided_by: byName },
      ...{ letter: frozen, sha256: createHash('sha256').update(frozen).digest('hex') },
    })
    .where('id', '=', id)
    .where('decided_on', 'is', null)
    .execute()
}

/** The letter of a decision, as it was sent. */
export async function recordLetter(work: Work, id: string): Promise<unknown> {
  const row = await work.db
    .selectFrom('foi_record_corrections')
    .select('letter')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.letter
}
