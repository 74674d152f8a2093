import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Behind } from '../../../platform/behind.ts'
import type { Instant } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { RowsOfItem } from '../../item.ts'
import { canonicalLine, type ResultLine } from '../../rows/line.ts'

/** Whose batch it is, and who loads it when. */
export interface BatchBeginning {
  readonly item: string
  readonly form: string
  readonly fileName: string
  readonly at: Instant
  readonly byName: string
}

const atOnce = 5_000

/**
 * Writes a batch as its lines come, thousands at a time, and makes the hash over them; call `end` once. The database writes
 * thousands while the next are read.
 */
export class BatchWriter {
  readonly #work: Work
  readonly #batch: string
  readonly #hash = createHash('sha256')
  readonly #writing = new Behind()
  #lines: ResultLine[] = []
  #count = 0
  #shown = 0

  private constructor(work: Work, batch: string) {
    this.#work = work
    this.#batch = batch
  }

  /** Begins a batch in the transaction that is to hold it. */
  static async begin(work: Work, { item, form, fileName, at, byName }: BatchBeginning): Promise<BatchWriter> {
    const { id } = await work.db
      .insertInto('disclosure_batches')
      .values({
        ...{ item, form, file_name: fileName, row_count: 0, sha256: '', loaded_at: at, loaded_by: byName },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return new BatchWriter(work, id)
  }

  /** Takes the next line. */
  async add(line: ResultLine): Promise<void> {
    this.#lines.push(line)
    if (this.#lines.length >= atOnce) await this.#flush()
  }

  /** Writes what is left; the batch never changes after. */
  async end(): Promise<RowsOfItem> {
    await this.#flush()
    await this.#writing.finish()
    const sha256 = this.#hash.digest('hex')
    await this.#work.db
      .updateTable('disclosure_batches')
      .set({ row_count: this.#count, shown_count: this.#shown, sha256 })
      .where('id', '=', this.#batch)
      .execute()
    return { batch: this.#batch, count: this.#count, sha256 }
  }

  async #flush(): Promise<void> {
    const lines = this.#lines
    this.#lines = []
    const first = this.#count
    this.#count += lines.length
    this.#shown += lines.filter(({ shown }) => shown).length
    if (lines.length === 0) return
    this.#hash.update(lines.map((line, at) => canonicalLine(first + at + 1, line)).join(''))
    await this.#writing.follow(() => this.#insert(lines, first))
  }

  async #insert(lines: readonly ResultLine[], first: number): Promise<void> {
    const column = <T>(read: (line: ResultLine) => T) => lines.map(read)
    await sql`insert into disclosure_rows (batch, place, reference, party, party_kind, matter, basis, decided_on,
        amount_yuan, shown, unshown_reason)
      select ${this.#batch}::uuid, ${first} + place, reference, party, party_kind, matter, basis, decided_on,
        amount_yuan, shown, unshown_reason
      from unnest(${column(({ reference }) => reference)}::text[], ${column(({ party }) => party)}::text[],
        ${column(({ partyKind }) => partyKind)}::text[], ${column(({ matter }) => matter)}::text[],
        ${column(({ basis }) => basis)}::text[], ${column(({ decidedOn }) => decidedOn)}::date[],
        ${column(({ amountYuan }) => amountYuan)}::numeric[], ${column(({ shown }) => shown)}::boolean[],
        ${column(({ unshownReason }) => unshownReason)}::text[]) with ordinality
        as t (reference, party, party_kind, matter, basis, decided_on, amount_yuan, shown, unshown_reason, place)`.execute(
      this.#work.db,
    )
  }
}

/** A decision that stands in the rows of another item too. */
export interface RepeatedElsewhere {
  readonly reference: string
  readonly item: string
  readonly title: string
}

/** Which of these references stand in what other items of the agency show or are about to. */
export async function repeatedElsewhere(
  work: Work,
  { agency, item, form }: { readonly agency: string; readonly item: string; readonly form: string },
  references: readonly string[],
): Promise<RepeatedElsewhere[]> {
  return await work.db
    .selectFrom('disclosure_rows as r')
    .innerJoin('disclosure_standings as s', 's.rows_batch', 'r.batch')
    .select(['r.reference', 's.item', 's.title'])
    .where('r.reference', '=', sql<string>`any(${[...references]}::text[])`)
    .where('s.agency', '=', agency)
    .where('s.form', '=', form)
    .where('s.item', '<>', item)
    .where('s.draft', '<>', 'abandoned')
    .limit(2_000)
    .execute()
}

/** What is kept of a batch besides its rows. */
export interface BatchKept extends RowsOfItem {
  readonly item: string
  readonly fileName: string
  readonly shownCount: number
  readonly loadedAt: string
  readonly loadedBy: string
}

/** A batch by its id. */
export async function batchOf(work: Work, batch: string): Promise<BatchKept | undefined> {
  return await work.db
    .selectFrom('disclosure_batches')
    .select(['id as batch', 'item', 'row_count as count', 'sha256', 'file_name as fileName'])
    .select(['shown_count as shownCount', 'loaded_at as loadedAt', 'loaded_by as loadedBy'])
    .where('id', '=', batch)
    .executeTakeFirst()
}
