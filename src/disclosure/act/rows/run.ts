import { Behind } from '../../../platform/behind.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { rowsOfFile } from '../../read/sheet/rows.ts'
import {
  proposedRowMapping,
  type RowMapping,
  requiredRowFields,
  rowFieldLabel,
  rowOfHeadings,
} from '../../rows/columns.ts'
import type { ResultLine } from '../../rows/line.ts'
import { type RawRow, type RowFault, readRow } from '../../rows/read-row.ts'
import { mostRowFaults, type RowsRun } from '../../rows/view.ts'
import { repeatedElsewhere } from '../../store/rows/batches.ts'
import { rememberedMapping } from '../../store/rows/mappings.ts'

/** The most rows of a batch. */
export const mostRows = 300_000
const headingsWithin = 10
const askedAtOnce = 5_000

/** What a run stands on. */
export interface Running {
  readonly item: string
  readonly agency: string
  readonly form: string
  readonly today: Day
  readonly mapping?: RowMapping | undefined
}

/** Reads a file of results from its first row to its last, and holds no more than the references and the first faults. */
export class Run {
  readonly #work: Work
  readonly #running: Running
  readonly #seen = new Map<string, number>()
  readonly #faults: RowFault[] = []
  #faultCount = 0
  #count = 0
  #unshown = 0
  #fen = 0n
  readonly #years = new Map<number, number>()
  readonly #repeated: RowsRun['repeated'][number][] = []
  readonly #asking = new Behind()
  #ask: string[] = []

  constructor(work: Work, running: Running) {
    this.#work = work
    this.#running = running
  }

  /** Reads the file; each line that is understood goes to `take`, as long as nothing was wrong. @throws CannotReadRows */
  async read(path: string, take: (line: ResultLine) => Promise<void>): Promise<RowsRun> {
    const first: RawRow[] = []
    let merged: readonly string[] = []
    let head: { readonly headings: readonly string[]; readonly mapping: RowMapping } | undefined
    for await (const each of rowsOfFile(path)) {
      if ('merged' in each) merged = each.merged
      else if (head !== undefined) await this.#line(each, head.mapping, take)
      else if (first.push(each) === headingsWithin) head = await this.#begin(first, merged, take)
    }
    head ??= await this.#begin(first, merged, take)
    await this.#askElsewhere()
    await this.#asking.finish()
    return this.#told(head, first)
  }

  async #begin(
    first: readonly RawRow[],
    merged: readonly string[],
    take: (line: ResultLine) => Promise<void>,
  ) {
    const at = rowOfHeadings(first.map(({ cells }) => cells))
    const headings = first[at]?.cells.map(cell => cell.trim()) ?? []
    const { agency, form, mapping: chosen } = this.#running
    const remembered = await rememberedMapping(this.#work, { agency, form, headings })
    const mapping = chosen ?? remembered ?? proposedRowMapping(headings)
    for (const field of requiredRowFields) {
      if (mapping[field] !== undefined) continue
      const label = rowFieldLabel[field]
      this.#fault({
        row: first[at]?.row ?? 1,
        column: null,
        label,
        value: '',
        message: `没有指明哪一列是${label}。`,
      })
    }
    this.#mergedFaults(merged, first[at]?.row ?? 0)
    for (const row of first.slice(at + 1)) await this.#line(row, mapping, take)
    return { headings, mapping, head: at }
  }

  #mergedFaults(merged: readonly string[], headRow: number): void {
    for (const place of merged) {
      const row = Number(/\d+$/.exec(place)?.[0] ?? 0)
      if (row <= headRow) continue
      const message = '是合并单元格，请取消合并，并在每一行填写。'
      this.#fault({ row, column: null, label: '整行', value: place, message })
    }
  }

  async #line(raw: RawRow, mapping: RowMapping, take: (line: ResultLine) => Promise<void>): Promise<void> {
    if (raw.cells.every(cell => cell.trim() === '')) return
    const read = readRow(raw, { mapping, today: this.#running.today })
    if (!('reference' in read)) {
      for (const fault of read) this.#fault(fault)
      return
    }
    this.#count++
    if (this.#count > mostRows) {
      if (this.#count === mostRows + 1) this.#tooMany(raw.row)
      return
    }
    this.#twice(raw, read.reference, mapping)
    if (!read.shown) this.#unshown++
    if (read.amountYuan !== null) this.#fen += BigInt(read.amountYuan.replace('.', ''))
    const year = Number(read.decidedOn.slice(0, 4))
    this.#years.set(year, (this.#years.get(year) ?? 0) + 1)
    if (this.#ask.push(read.reference) >= askedAtOnce) await this.#askElsewhere()
    if (this.#faultCount === 0) await take(read)
  }

  #tooMany(row: number): void {
    const message = `一份表最多 ${mostRows} 行，请分成几份，各作为一件信息上传。`
    this.#fault({ row, column: null, label: '整表', value: '', message })
  }

  #twice(raw: RawRow, reference: string, mapping: RowMapping): void {
    const before = this.#seen.get(reference)
    if (before === undefined) {
      this.#seen.set(reference, raw.row)
      return
    }
    const about = { row: raw.row, column: mapping.reference ?? null, label: rowFieldLabel.reference }
    this.#fault({ ...about, value: reference, message: `文号与第 ${before} 行相同。` })
  }

  #fault(fault: RowFault): void {
    this.#faultCount++
    if (this.#faults.length < mostRowFaults) this.#faults.push(fault)
  }

  async #askElsewhere(): Promise<void> {
    const asked = this.#ask
    this.#ask = []
    if (asked.length === 0) return
    await this.#asking.follow(async () => {
      for (const each of await repeatedElsewhere(this.#work, this.#running, asked)) {
        if (this.#repeated.length < 200) this.#repeated.push(each)
      }
    })
  }

  #told(
    { headings, mapping, head }: { headings: readonly string[]; mapping: RowMapping; head?: number },
    first: readonly RawRow[],
  ): RowsRun {
    const samples = first.slice((head ?? 0) + 1, (head ?? 0) + 4)
    return {
      ...{ headings, mapping, count: this.#count, unshown: this.#unshown, repeated: this.#repeated },
      samples: samples.map(({ cells }) => headings.map((_, at) => (cells[at] ?? '').slice(0, 60))),
      amountYuan: `${this.#fen / 100n}.${String(this.#fen % 100n).padStart(2, '0')}`,
      years: [...this.#years].toSorted(([a], [b]) => a - b).map(([year, count]) => ({ year, count })),
      ...{ faults: this.#faults, faultCount: this.#faultCount },
    }
  }
}
