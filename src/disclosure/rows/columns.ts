/** What a sheet of results may say of each. */
export const rowFields = [
  ...(['reference', 'party', 'partyKind', 'matter', 'basis', 'decidedOn'] as const),
  ...(['amountYuan', 'shown', 'unshownReason'] as const),
] as const
export type RowField = (typeof rowFields)[number]

/** The field as pages, sheets and the data dictionary call it. */
export const rowFieldLabel = {
  reference: '文号',
  party: '当事人',
  partyKind: '当事人类别',
  matter: '事项',
  basis: '依据',
  decidedOn: '决定日期',
  amountYuan: '金额（元）',
  shown: '是否公示',
  unshownReason: '不公示的理由',
} as const satisfies Record<RowField, string>

/** What every row must say. */
export const requiredRowFields: readonly RowField[] = ['reference', 'party', 'matter', 'decidedOn']

/** The longest text of each field, in characters. */
export const longestRowField: Readonly<Record<RowField, number>> = {
  ...{ reference: 100, party: 200, partyKind: 20, matter: 1000, basis: 1000, decidedOn: 30 },
  ...{ amountYuan: 30, shown: 10, unshownReason: 200 },
}

/** The column of each field, from 0; a field that no column tells is absent. */
export type RowMapping = Readonly<Partial<Record<RowField, number>>>

/** Words of a heading by which a field is known; the first field that fits takes the column. */
const headingWords: readonly (readonly [RowField, RegExp])[] = [
  ['unshownReason', /不(?:予)?公(?:示|开)(?:的)?(?:理由|原因)/],
  ['shown', /(?:是否|可否|予以)?公(?:示|开)(?:与否|状态)?$|是否(?:公示|公开)/],
  ['partyKind', /(?:相对人|当事人|主体|对象|缴费人)(?:类别|类型|性质)/],
  ['decidedOn', /(?:决定|许可|处罚|强制|作出|收费|缴费|签发|发证|生效)?(?:书)?(?:日期|时间|日)$/],
  ['reference', /文号|文书号|编号|证号|票据号|案号|流水号/],
  ['amountYuan', /金额|罚款|收费额|缴费额|[（(]元[）)]|元$/],
  ['basis', /依据|条款|理由/],
  ['party', /当事人|相对人|被处罚|申请人|缴费人|企业名称|单位名称|姓名|名称$/],
  ['matter', /事项|内容|项目|事由|案由|违法|行为|类别|措施/],
]

/** The field that a heading names; undefined where none does. */
export function rowFieldOf(heading: string): RowField | undefined {
  const plain = heading.replaceAll(/[\s*＊：:]/g, '')
  const exact = rowFields.find(field => field === plain || rowFieldLabel[field] === plain)
  return exact ?? headingWords.find(([, words]) => words.test(plain.replace(/[（(](?!元).*$/, '')))?.[0]
}

/** A mapping by the words of the headings; each field takes the first column that names it. */
export function proposedRowMapping(headings: readonly string[]): RowMapping {
  const columns: Partial<Record<RowField, number>> = {}
  for (const [column, heading] of headings.entries()) {
    const field = rowFieldOf(heading)
    if (field !== undefined && columns[field] === undefined) columns[field] = column
  }
  return columns
}

/** Where the headings stand among the first rows: the row that names most fields; the first that says anything where none does. */
export function rowOfHeadings(rows: readonly (readonly string[])[]): number {
  const named = rows.map(row => new Set(row.flatMap(cell => rowFieldOf(cell) ?? [])).size)
  const most = Math.max(0, ...named)
  if (most >= 2) return named.indexOf(most)
  return Math.max(
    0,
    rows.findIndex(row => row.some(cell => cell.trim() !== '')),
  )
}
