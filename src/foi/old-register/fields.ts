import type { ResultRow } from '../../statute/taxonomy.ts'
import type { ApplicantKind, Channel } from '../request.ts'

/** What an old register may say of a request. */
export const oldFields = [
  ...([
    'number',
    'receivedOn',
    'channel',
    'applicantKind',
    'name',
    'document',
    'contact',
    'address',
  ] as const),
  ...(['description', 'givingForm', 'servingWay', 'outcome', 'reasoning', 'answeredOn', 'servedOn'] as const),
  'note',
] as const
export type OldField = (typeof oldFields)[number]

/** The field as the page of the import calls it. */
export const oldFieldLabel = {
  number: '编号',
  receivedOn: '收到日期',
  channel: '申请渠道',
  applicantKind: '申请人类型',
  name: '申请人',
  document: '证件号码',
  contact: '联系方式',
  address: '通信地址',
  description: '申请内容',
  givingForm: '提供方式',
  servingWay: '获取方式',
  outcome: '办理结果',
  reasoning: '答复理由',
  answeredOn: '答复日期',
  servedOn: '送达日期',
  note: '备注',
} as const satisfies Record<OldField, string>

/** What every request must say, Art. 29 and 33. */
export const requiredFields: readonly OldField[] = ['number', 'receivedOn', 'name', 'description']

/** The longest text of each field, in characters; days and words of a list are short by themselves. */
export const longestField: Readonly<Partial<Record<OldField, number>>> = {
  ...{ number: 60, name: 200, document: 100, contact: 200, address: 300, description: 5000 },
  ...{ reasoning: 5000, note: 2000 },
}

/** How a register is to be read: the column of each field, what holds where no column says it, and what words mean. */
export interface Mapping {
  /** Columns from 0; a field that no column tells is absent. */
  readonly columns: Readonly<Partial<Record<OldField, number>>>
  readonly channel: Channel | null
  readonly applicantKind: ApplicantKind | null
  /** The office's own words for outcomes. */
  readonly meanings: Readonly<Record<string, ResultRow>>
}

/** Words of a heading by which a field is known; the first field that fits takes the column, so that the narrow stand before the wide. */
const headingWords: readonly (readonly [OldField, RegExp])[] = [
  ['applicantKind', /申请(?:人|主体)?(?:类型|类别|性质|身份)|主体类型/],
  ['document', /证件|身份证|信用代码|证照/],
  ['contact', /联系(?:方式|电话)|电话|手机|邮箱/],
  ['address', /地址|邮编/],
  ['servedOn', /送达(?:日期|时间|日)?|签收|寄出(?:日期|时间)/],
  ['answeredOn', /(?:答复|回复|办结|办理完成|告知|公开)(?:日期|时间|日)$|何时答复/],
  ['receivedOn', /(?:收到|收件|受理|接收|登记|申请|来件)(?:日期|时间|日)$|^(?:日期|时间)$/],
  ['channel', /渠道|途径|(?:申请|接收|提交|来件)(?:方式|形式)/],
  ['servingWay', /(?:获取|送达|领取)(?:信息)?(?:的)?(?:方式|途径)/],
  ['givingForm', /(?:提供|载体|答复)(?:信息)?(?:的)?(?:方式|形式)|载体/],
  ['reasoning', /理由|依据|原因/],
  ['outcome', /结果|答复(?:类型|类别|情况|意见)|办理(?:情况|类型)|公开(?:情况|类型|与否)|是否公开/],
  ['description', /内容|事项|描述|所需信息|信息名称|标题|主题/],
  ['name', /申请人|姓名|申请单位|申请主体/],
  ['number', /编号|流水号|受理号/],
  ['note', /备注|说明/],
]

/** The field that a heading names; undefined where none does. */
export function fieldOfHeading(heading: string): OldField | undefined {
  const plain = heading.replaceAll(/[\s*＊：:]|[（(].*$/g, '')
  return headingWords.find(([, words]) => words.test(plain))?.[0]
}

/** A mapping by the words of the headings; each field takes the first column that names it. */
export function proposedMapping(headings: readonly string[]): Mapping {
  const columns: Partial<Record<OldField, number>> = {}
  for (const [column, heading] of headings.entries()) {
    const field = fieldOfHeading(heading)
    if (field !== undefined && columns[field] === undefined) columns[field] = column
  }
  const other = headings.findIndex(heading => /序号|文号/.test(heading))
  if (columns.number === undefined && other >= 0) columns.number = other
  return { columns, channel: null, applicantKind: null, meanings: {} }
}

/** Where the headings stand among the first rows: the row that names most fields; the first one that says anything where none does. */
export function headingRow(rows: readonly (readonly string[])[]): number {
  const named = rows.slice(0, 10).map(row => new Set(row.flatMap(cell => fieldOfHeading(cell) ?? [])).size)
  const most = Math.max(0, ...named)
  if (most >= 2) return named.indexOf(most)
  return Math.max(
    0,
    rows.findIndex(row => row.some(cell => cell.trim() !== '')),
  )
}
