import type { DemandChannel, DemandType } from '../../demand.ts'

/** What a sheet of an older system may say of a ticket 工单. */
export const ticketFields = [
  ...(['number', 'filedAt', 'channel', 'type', 'urgency', 'category', 'subject', 'body'] as const),
  ...(['place', 'name', 'phone', 'confidential', 'unit', 'dispatchedAt', 'limitWorkdays'] as const),
  ...(['signedAt', 'fedBackAt', 'words', 'resolution', 'handling', 'result', 'closedAt'] as const),
] as const
export type TicketField = (typeof ticketFields)[number]

/** The field as the page of the import calls it. */
export const ticketFieldLabel = {
  number: '编号',
  filedAt: '受理时间',
  channel: '来源',
  type: '诉求类型',
  urgency: '紧急程度',
  category: '诉求分类',
  subject: '标题',
  body: '诉求内容',
  place: '地点',
  name: '来电人',
  phone: '联系电话',
  confidential: '是否保密',
  unit: '承办单位',
  dispatchedAt: '派单时间',
  limitWorkdays: '办理时限（工作日）',
  signedAt: '签收时间',
  fedBackAt: '反馈时间',
  words: '答复内容',
  resolution: '办理结果',
  handling: '过程满意度',
  result: '结果满意度',
  closedAt: '办结时间',
} as const satisfies Record<TicketField, string>

/** What every ticket must say. */
export const requiredTicketFields: readonly TicketField[] = ['number', 'filedAt', 'body']

/** How a sheet is to be read. */
export interface TicketMapping {
  /** The column of each field, from 0; a field that no column tells is absent. One column may tell two fields. */
  readonly columns: Readonly<Partial<Record<TicketField, number>>>
  /** What holds where no column says it. */
  readonly type: DemandType
  readonly channel: DemandChannel
  /** The older system's names of units, and whom they mean here, by code. */
  readonly units: Readonly<Record<string, string>>
}

/** Words of a heading by which a field is known; the first field that fits takes the column, so that the narrow stand before the wide. */
const headingWords: readonly (readonly [TicketField, RegExp])[] = [
  ['handling', /(?:过程|态度|服务).*满意/],
  ['result', /满意/],
  ['limitWorkdays', /时限|期限(?!.*时间)|限办/],
  ['dispatchedAt', /(?:派单|转办|派发|交办|下派)(?:的)?(?:时间|日期)/],
  ['signedAt', /(?:签收|接单)(?:的)?(?:时间|日期)/],
  ['fedBackAt', /(?:反馈|回复|答复|回单)(?:的)?(?:时间|日期)/],
  ['closedAt', /(?:办结|结案|归档|完成|关闭)(?:的)?(?:时间|日期)/],
  ['filedAt', /(?:受理|来电|登记|创建|接收|提交|反映|诉求|工单)?(?:时间|日期)$/],
  ['confidential', /保密/],
  ['phone', /电话|手机|号码$|联系方式/],
  ['name', /(?:来电|反映|诉求|联系|投诉)人|市民|姓名/],
  ['number', /编号|工单号|单号|流水号|受理号/],
  ['unit', /(?:承办|主办|办理|责任|处置|转办)(?:单位|部门|机构)/],
  ['channel', /来源|渠道|途径|受理方式/],
  ['urgency', /紧急|优先/],
  ['category', /分类|类别/],
  ['type', /(?:诉求|工单|事项|来电|业务)?(?:类型|性质)$/],
  ['resolution', /(?:办理|解决|处理)(?:结果|情况|程度)$|是否解决/],
  ['words', /(?:反馈|回复|答复|办理|处理)(?:内容|意见|说明)/],
  ['place', /地点|地址|位置/],
  ['subject', /标题|主题/],
  ['body', /内容|描述|诉求$|详情/],
]

/** The field that a heading names; undefined where none does. */
export function ticketFieldOf(heading: string): TicketField | undefined {
  const plain = heading.replaceAll(/[\s*＊：:]/g, '')
  const exact = ticketFields.find(field => field === plain || ticketFieldLabel[field] === plain)
  return exact ?? headingWords.find(([, words]) => words.test(plain.replace(/[（(].*$/, '')))?.[0]
}

/** A mapping by the words of the headings; each field takes the first column that names it. */
export function proposedTickets(headings: readonly string[]): TicketMapping {
  const columns: Partial<Record<TicketField, number>> = {}
  for (const [column, heading] of headings.entries()) {
    const field = ticketFieldOf(heading)
    if (field !== undefined) columns[field] ??= column
  }
  return { columns, type: 'help', channel: 'phone', units: {} }
}

/** What is wrong in a row: where, what stands there, and what to do. */
export interface TicketFault {
  /** The number of the row in the file. */
  readonly row: number
  readonly label: string
  /** What stands there, shortened; never a telephone number. */
  readonly value: string
  readonly message: string
}
