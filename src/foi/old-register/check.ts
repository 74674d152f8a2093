import { type Day, dayOf, inChinese } from '../../statute/day.ts'
import { dayInCell } from '../../statute/day-in-cell.ts'
import { type ResultRow, resultLabel } from '../../statute/taxonomy.ts'
import type { Applicant, ApplicantKind, Channel, GivingForm, ServingWay } from '../request.ts'
import {
  longestField,
  type Mapping,
  type OldField,
  oldFieldLabel,
  oldFields,
  requiredFields,
} from './fields.ts'
import {
  applicantKindInCell,
  channelInCell,
  givingFormInCell,
  outcomeInCell,
  servingWayInCell,
} from './meaning.ts'

/** A row of an old register as it was read; `row` is its number in the file. */
export interface OldRow {
  readonly row: number
  readonly cells: readonly string[]
  /** Columns, from 0, in which a formula stands. */
  readonly formulas: readonly number[]
}

/** What is wrong in a row: where, what stands there, and what to do. */
export interface Fault {
  readonly row: number
  /** The column from 0; null where none tells the field. */
  readonly column: number | null
  readonly field: OldField
  readonly value: string
  readonly message: string
}

/** A request of an old register, understood. */
export interface OldRequest {
  readonly row: number
  readonly number: string
  readonly receivedOn: Day
  readonly channel: Channel
  readonly applicantKind: ApplicantKind
  readonly applicant: Applicant
  readonly description: string
  readonly givingForm: GivingForm
  readonly servingWay: ServingWay
  /** Null while it is open. */
  readonly ended: { readonly row: ResultRow; readonly on: Day; readonly reasoning: string } | null
  readonly servedOn: Day | null
  readonly note: string
}

/** What a register is checked against. */
export interface Against {
  readonly mapping: Mapping
  readonly today: Day
  /** Numbers that the agency has already. */
  readonly numbers: ReadonlySet<string>
}

/** The dry run: the requests that were understood, and what is wrong, row by row. Only without faults may it be imported. */
export interface Checked {
  readonly requests: readonly OldRequest[]
  readonly faults: readonly Fault[]
}

/** Reads every row. */
export function checkRegister(rows: readonly OldRow[], against: Against): Checked {
  const seen = new Map<string, number>()
  const faults: Fault[] = []
  const requests: OldRequest[] = []
  const untold = new Set<OldField>()
  for (const row of rows) {
    if (row.cells.every(cell => cell.trim() === '')) continue
    const reading = new RowReading(row, against.mapping, untold)
    const request = requestOf(reading, against)
    const number = reading.text('number')
    const before = seen.get(number)
    if (number !== '') {
      if (before !== undefined) reading.fault('number', `编号与第 ${before} 行相同。`)
      else if (against.numbers.has(number)) reading.fault('number', '这个编号在系统中已经存在。')
      seen.set(number, before ?? row.row)
    }
    faults.push(...reading.faults)
    if (request !== undefined) requests.push(request)
  }
  return { requests, faults }
}

/** One row, its cells by field, and what was found wrong in them. */
class RowReading {
  readonly faults: Fault[] = []
  readonly row: OldRow
  readonly mapping: Mapping
  readonly #untold: Set<OldField>

  constructor(row: OldRow, mapping: Mapping, untold: Set<OldField>) {
    this.row = row
    this.mapping = mapping
    this.#untold = untold
  }

  text(field: OldField): string {
    const column = this.mapping.columns[field]
    return column === undefined ? '' : readable(this.row.cells[column] ?? '')
  }

  /** Something is missing or wrong, so that it cannot become a request. */
  isHurt(): boolean {
    return this.faults.length > 0 || this.#untold.size > 0
  }

  /** What no column tells is one fault of the register, not one of each row. */
  blank(field: OldField, message: string): undefined {
    if (this.mapping.columns[field] !== undefined) return this.fault(field, message)
    if (!this.#untold.has(field))
      this.fault(field, `没有指明哪一列是${oldFieldLabel[field]}${orForAll(field)}。`)
    this.#untold.add(field)
    return undefined
  }

  fault(field: OldField, message: string): undefined {
    const column = this.mapping.columns[field] ?? null
    const value = [...this.text(field)].slice(0, 40).join('')
    this.faults.push({ row: this.row.row, column, field, value, message })
    return undefined
  }

  day(field: 'receivedOn' | 'answeredOn' | 'servedOn', today: Day): Day | undefined {
    const text = this.text(field)
    if (text === '') return undefined
    const day = dayInCell(text)
    if (day === undefined) return this.fault(field, '不是有效的日期，请写成 2023-01-05 这样的年-月-日。')
    if (day > today) return this.fault(field, '日期在今天之后。')
    if (day < inForce)
      return this.fault(field, `日期早于《政府信息公开条例》施行之日（${inChinese(inForce)}）。`)
    return day
  }
}

function orForAll(field: OldField): string {
  return field === 'channel' || field === 'applicantKind' ? '，也没有选择统一按哪一种计' : ''
}

const inForce = dayOf('2008-05-01')

/** Without marks that turn the direction of writing and signs that nobody sees. */
function readable(text: string): string {
  return text
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]/g, '')
    .replaceAll(/\p{Cc}/gu, sign => (sign === '\n' ? '\n' : sign === '\t' ? ' ' : ''))
    .trim()
}

function requestOf(reading: RowReading, { mapping, today }: Against): OldRequest | undefined {
  checkTexts(reading)
  const receivedOn = reading.day('receivedOn', today)
  const channel = listed(reading, 'channel', channelInCell, mapping.channel)
  const kind = listed(reading, 'applicantKind', applicantKindInCell, mapping.applicantKind)
  const ended = endOf(reading, { mapping, today, receivedOn })
  const servedOn = reading.day('servedOn', today) ?? null
  if (servedOn !== null && reading.text('outcome') === '')
    reading.fault('servedOn', '有送达日期，却没有办理结果。')
  if (servedOn !== null && ended && servedOn < ended.on) reading.fault('servedOn', '送达日期早于答复日期。')
  if (reading.isHurt() || receivedOn === undefined || channel === undefined || kind === undefined) {
    return undefined
  }
  const text = (field: OldField) => reading.text(field)
  return {
    ...{ row: reading.row.row, number: text('number'), receivedOn, channel, applicantKind: kind },
    applicant: {
      ...{ name: text('name'), document: text('document'), contact: text('contact') },
      ...{ address: text('address'), agent: null },
    },
    ...{ description: text('description'), givingForm: givingFormInCell(text('givingForm')) },
    ...{ servingWay: servingWayInCell(text('servingWay')), ended, servedOn, note: text('note') },
  }
}

function checkTexts(reading: RowReading): void {
  for (const field of oldFields) {
    const column = reading.mapping.columns[field]
    if (column === undefined) continue
    if (reading.row.formulas.includes(column)) reading.fault(field, '是公式，请在 Excel 中改为值后再导入。')
    const length = [...reading.text(field)].length
    const longest = longestField[field] ?? 100
    if (length > longest) reading.fault(field, `共 ${length} 字，超过 ${longest} 字。`)
  }
  for (const field of requiredFields) {
    if (reading.text(field) === '') reading.blank(field, `没有填写${oldFieldLabel[field]}。`)
  }
  if (/\n/.test(reading.text('number'))) reading.fault('number', '编号中不能换行。')
}

function listed<T extends string>(
  reading: RowReading,
  field: 'channel' | 'applicantKind',
  meaning: (text: string) => T | undefined,
  otherwise: T | null,
): T | undefined {
  const text = reading.text(field)
  const found = text === '' ? (otherwise ?? undefined) : meaning(text)
  if (found !== undefined) return found
  const label = oldFieldLabel[field]
  return text === ''
    ? reading.blank(field, `没有填写${label}，也没有选择统一按哪一种计。`)
    : reading.fault(field, `不认识的${label}，请改为规范的名称。`)
}

interface EndAsked {
  readonly mapping: Mapping
  readonly today: Day
  readonly receivedOn: Day | undefined
}

function endOf(reading: RowReading, { mapping, today, receivedOn }: EndAsked): OldRequest['ended'] {
  const words = reading.text('outcome')
  const on = reading.day('answeredOn', today)
  if (on !== undefined && receivedOn !== undefined && on < receivedOn) {
    reading.fault('answeredOn', `答复日期早于收到日期（${inChinese(receivedOn)}）。`)
  }
  if (words === '') {
    if (on !== undefined) reading.fault('outcome', '有答复日期，却没有办理结果。')
    return null
  }
  const said = outcomeInCell(words, mapping.meanings)
  if (said.kind === 'unknown') {
    reading.fault('outcome', '不认识的办理结果，请在“办理结果的含义”中指明计入年报的哪一行。')
    return null
  }
  if (said.kind === 'several') {
    const rows = said.rows.map(row => `“${resultLabel[row]}”`).join('、')
    reading.fault('outcome', `可以计入${rows}，年报只计一种，请在“办理结果的含义”中指明。`)
    return null
  }
  if (reading.text('answeredOn') === '') reading.fault('answeredOn', '有办理结果，却没有答复日期。')
  return on === undefined ? null : { row: said.row, on, reasoning: reading.text('reasoning') }
}
