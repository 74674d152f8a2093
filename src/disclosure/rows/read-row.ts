import { type Day, dayOf } from '../../statute/day.ts'
import { dayInCell } from '../../statute/day-in-cell.ts'
import {
  longestRowField,
  type RowField,
  type RowMapping,
  requiredRowFields,
  rowFieldLabel,
  rowFields,
} from './columns.ts'
import { kindByName, masked, type PartyKind, type ResultLine } from './line.ts'

/** A row of a sheet as it was read; `row` is its number in the file, `formulas` and `errors` name columns from 0. */
export interface RawRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly formulas?: readonly number[] | undefined
  readonly errors?: readonly number[] | undefined
}

/** What is wrong in a row: where, what stands there, and what to do. */
export interface RowFault {
  readonly row: number
  /** The column from 0; null where none tells the field. */
  readonly column: number | null
  readonly label: string
  readonly value: string
  readonly message: string
}

/** Day before which no decision is plausible: a year that was typed wrong. */
const earliest = dayOf('1990-01-01')

/** Reads one row; either it is understood whole, or what is wrong with it is told. */
export function readRow(
  raw: RawRow,
  { mapping, today }: { readonly mapping: RowMapping; readonly today: Day },
): ResultLine | readonly RowFault[] {
  const faults: RowFault[] = []
  const texts: { [field in RowField]?: string } = {}
  const text = (field: RowField) => {
    const column = mapping[field]
    texts[field] ??= column === undefined ? '' : readable(raw.cells[column] ?? '')
    return texts[field]
  }
  const fault = (field: RowField, message: string): undefined => {
    const value = /\d{15}/.test(text(field)) ? '（含号码，不再显示）' : text(field).slice(0, 40)
    const column = mapping[field] ?? null
    faults.push({ row: raw.row, column, label: rowFieldLabel[field], value, message })
    return undefined
  }
  checkCells(raw, mapping, { text, fault })
  const decidedOn = dayRead(text('decidedOn'), today, message => fault('decidedOn', message))
  const amountYuan = amountRead(text('amountYuan'), message => fault('amountYuan', message))
  const party = text('party')
  const partyKind = kindRead(text('partyKind'), party, message => fault('partyKind', message))
  const shown = shownRead(text('shown'), message => fault('shown', message))
  const unshownReason = shown === false ? text('unshownReason') || reasonIn(text('shown')) : ''
  if (shown === false && unshownReason === '') fault('unshownReason', '不公示的，请写明理由。')
  if (faults.length > 0 || decidedOn === undefined || partyKind === undefined || shown === undefined)
    return faults
  return {
    ...{ reference: text('reference'), party: partyKind === 'person' ? masked(party) : party, partyKind },
    ...{ matter: text('matter'), basis: text('basis'), decidedOn, amountYuan: amountYuan ?? null },
    ...{ shown, unshownReason },
  }
}

interface Telling {
  readonly text: (field: RowField) => string
  readonly fault: (field: RowField, message: string) => void
}

function checkCells({ formulas = [], errors = [] }: RawRow, mapping: RowMapping, telling: Telling): void {
  const { text, fault } = telling
  for (const field of rowFields) {
    const column = mapping[field]
    if (column === undefined) continue
    const said = text(field)
    if (errors.includes(column)) fault(field, '公式出错，没有值。请在 Excel 中改正，并改为值。')
    else if (formulas.includes(column)) fault(field, '是公式，请在 Excel 中改为值后再上传。')
    const length = said.length
    if (length > longestRowField[field]) fault(field, `共 ${length} 字，超过 ${longestRowField[field]} 字。`)
    if (idNumberIn(said)) fault(field, '含有居民身份证号码，不能公开，请删除号码后再上传。')
  }
  for (const field of requiredRowFields)
    if (mapping[field] !== undefined && text(field) === '') fault(field, `没有填写${rowFieldLabel[field]}。`)
}

/** Without marks that turn the direction of writing and signs that nobody sees. */
function readable(text: string): string {
  // Nearly every cell is plain, and there are a million of them.
  if (!/[\p{Cc}\p{Cf}]| {2}/u.test(text)) return text.trim()
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

type Fault = (message: string) => undefined

function dayRead(text: string, today: Day, fault: Fault): Day | undefined {
  if (text === '') return undefined
  const day = dayInCell(text)
  if (day === undefined) return fault('不是有效的日期，请写成 2023-01-05 这样的年-月-日。')
  if (day > today) return fault('日期在今天之后。')
  return day < earliest ? fault('日期早于 1990 年，请核对。') : day
}

/** Yuan with two decimals: `1,234.5 元`, `1.2万元`; blank is no amount. */
function amountRead(text: string, fault: Fault): string | undefined {
  if (text === '' || text === '-' || text === '—' || text === '无') return undefined
  const plain = text.normalize('NFKC').replaceAll(/[,\s¥]/g, '')
  const [, whole = '', part = '', tenThousand] =
    /^(\d{1,12})(?:\.(\d{1,6}))?(?:(万)?元|(?:人民币))?$/.exec(plain) ?? []
  if (whole === '') return fault('不是有效的金额，请只写数字，以元计。')
  const shift = tenThousand === undefined ? 2 : 6
  const digits = part.padEnd(6, '0')
  if (digits.slice(shift).replaceAll('0', '') !== '') return fault('金额最多到分，请核对。')
  const fen = BigInt(whole + digits.slice(0, shift))
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
}

function kindRead(text: string, party: string, fault: Fault): PartyKind | undefined {
  if (text === '') return kindByName(party)
  if (/自然人|个人|公民|person/.test(text)) return 'person'
  if (/个体|soleTrader/.test(text)) return 'soleTrader'
  if (/法人|企业|组织|单位|公司|机关|organisation/.test(text)) return 'organisation'
  return fault('不认识的类别，请写“自然人”“法人及非法人组织”或者“个体工商户”。')
}

function shownRead(text: string, fault: Fault): boolean | undefined {
  if (text === '' || /^(?:是|公示|公开|予以公示|予以公开|已公示|1|true|Y|√)$/i.test(text)) return true
  if (/^(?:否|不|未|0$|false$|N$|×)/i.test(text)) return false
  return fault('请写“是”或者“否”。')
}

/** 否：涉及商业秘密 */
function reasonIn(text: string): string {
  return /^[^：:，,（(]*[：:，,（(]\s*([^）)]+)/.exec(text)?.[1] ?? ''
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Is a citizen's number 公民身份号码 in this text? Known by its birthday and check digit, GB 11643. */
export function idNumberIn(text: string): boolean {
  if (!/\d{17}/.test(text)) return false
  for (const [number] of text.matchAll(
    /(?<![\dA-Z])\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d\d{3}[\dX](?![\dA-Z])/gi,
  )) {
    const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
    if ('10X98765432'[sum % 11] === number.at(-1)?.toUpperCase()) return true
  }
  return false
}
