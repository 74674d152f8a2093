/** What a demand 诉求 wants, the six types of GB/T 33358 and of every published bulletin. */
export const demandTypes = ['consultation', 'help', 'complaint', 'report', 'suggestion', 'praise'] as const
export type DemandType = (typeof demandTypes)[number]

/** The type as the ticket calls it. */
export const demandTypeLabel = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  praise: '表扬',
} as const satisfies Record<DemandType, string>

/** By which way it came. */
export const demandChannels = ['phone', 'web', 'weChat', 'app', 'sms', 'letter', 'superior'] as const
export type DemandChannel = (typeof demandChannels)[number]

/** The channel as the ticket calls it. */
export const demandChannelLabel = {
  phone: '电话',
  web: '网站',
  weChat: '微信',
  app: 'APP',
  sms: '短信',
  letter: '来信',
  superior: '上级转办',
} as const satisfies Record<DemandChannel, string>

/** How much it hurries: danger to life or to public safety is handled the same day, by day or night. */
export const urgencies = ['ordinary', 'urgent', 'danger'] as const
export type Urgency = (typeof urgencies)[number]

/** The urgency as the queue calls it. */
export const urgencyLabel = {
  ordinary: '一般',
  urgent: '紧急',
  danger: '危险',
} as const satisfies Record<Urgency, string>

/** A demand 诉求: what somebody wants of the government, apart from who he is. */
export interface Demand {
  readonly id: string
  /** The day and the number within it, 20260120-00031; never reused. */
  readonly number: string
  /** The hotline that took it. */
  readonly agency: string
  readonly type: DemandType
  readonly channel: DemandChannel
  readonly urgency: Urgency
  readonly subject: string
  readonly body: string
  /** Where it is, in the caller's words; empty where it is nowhere. */
  readonly place: string
  /** The caller wishes that nobody who handles it learns who he is; it covers the whole ticket. */
  readonly confidential: boolean
  /** The moment of registration, ISO 8601 in UTC. */
  readonly filedAt: string
}

/** Who calls: kept encrypted, shown masked, opened with a reason. */
export interface Caller {
  readonly name: string
  readonly phone: string
}

/** The longest subject and body, in characters. */
export const longest = { subject: 100, body: 5000, place: 200, name: 50, phone: 30 } as const

const mostOfDay = 2 ** 26 - 1

/**
 * The id of a demand: it sorts by its moment (RFC 9562, version 7), so that indexes fill from one end; of one moment the later
 * number comes first, as in lists of the newest, whose indexes end in the id. `random` are its last 12 hexadecimal digits.
 */
export function demandIdOf({ number, filedAt }: Pick<Demand, 'number' | 'filedAt'>, random: string): string {
  const time = Date.parse(filedAt).toString(16).padStart(12, '0')
  const place = mostOfDay - Math.min(mostOfDay, Number(/\d{1,8}$/.exec(number)?.[0] ?? 0))
  const upper = (place >> 14).toString(16).padStart(3, '0')
  const lower = (0x8000 | (place & 0x3fff)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${upper}-${lower}-${random}`
}
