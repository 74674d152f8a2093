import { type Day, inChinese } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'

/** The ways of disclosing besides the portal, Arts 23 to 25. */
export const otherChannels = [
  ...(['newspaper', 'radio', 'television', 'pressConference', 'interview'] as const),
  ...(['newMedia', 'gazette', 'noticeBoard', 'readingPlace'] as const),
] as const
export type OtherChannel = (typeof otherChannels)[number]
export const otherChannelLabel = {
  newspaper: '报刊',
  radio: '广播',
  television: '电视',
  pressConference: '新闻发布会',
  interview: '政策访谈',
  newMedia: '政务新媒体',
  gazette: '政府公报',
  noticeBoard: '公告栏、电子屏',
  readingPlace: '查阅场所',
} as const satisfies Record<OtherChannel, string>

/** Where a record stands: planned, held with its evidence, or dropped. */
export type ChannelState = 'planned' | 'held' | 'dropped'
export const channelStateLabel = {
  planned: '计划',
  held: '已刊播、已举行',
  dropped: '取消',
} as const satisfies Record<ChannelState, string>

/** What is written down of one disclosure through another channel. */
export interface ChannelTold {
  readonly channel: OtherChannel
  /** 媒体: which newspaper, station, hall or account. */
  readonly medium: string
  readonly title: string
  /** 系列; empty where it stands alone. */
  readonly series: string
  readonly plannedOn: Day | null
  /** The day on which it was printed, broadcast or held; null while it is planned. */
  readonly heldOn: Day | null
  readonly link: string
  /** 佐证: page, programme, place, in words. */
  readonly evidence: string
  /** The item of the portal that is the same information; null where there is none. */
  readonly item: string | null
  /** Why it was dropped; null where it was not. */
  readonly dropped: string | null
}

/** A record with its number of changes. */
export interface ChannelRecord extends ChannelTold {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly version: number
  readonly recordedBy: string
  readonly files: number
}

/** Where it stands. */
export function channelStateOf({ heldOn, dropped }: Pick<ChannelTold, 'heldOn' | 'dropped'>): ChannelState {
  if (dropped !== null) return 'dropped'
  return heldOn === null ? 'planned' : 'held'
}

/** What a record is held against. */
export interface ChannelKnown {
  readonly today: Day
  /** The names of the series that the agency listed before. */
  readonly series: readonly string[]
  /** Are there evidence files? */
  readonly files: boolean
}

/** Why a record may not be kept like this; undefined where it may. */
export function refusalOfChannel(
  told: ChannelTold,
  { today, series, files }: ChannelKnown,
): Refusal | undefined {
  const { title, medium, heldOn, plannedOn, link, evidence, dropped } = told
  if (title === '') return refuse('请填写标题。')
  if (medium === '') return refuse('请填写媒体或者地点。')
  if (told.series !== '' && !series.includes(told.series)) {
    return refuse(`没有名为“${told.series}”的系列。请先登记系列，再登记其中的内容。`)
  }
  if (dropped !== null) {
    if (heldOn !== null) return refuse('已经刊播、举行的不能取消。')
    return dropped === '' ? refuse('请写明取消的原因。') : undefined
  }
  if (heldOn === null) return plannedOn === null ? refuse('请填写计划日期，或者刊播、举行日期。') : undefined
  if (heldOn > today) return refuse(`刊播、举行日期 ${inChinese(heldOn)} 在今天之后，请填为计划日期。`)
  return link === '' && evidence === '' && !files
    ? refuse('请附佐证：版面、节目、地点或者链接，或者上传文件。', 'Art 23')
    : undefined
}

/** A series as the desk and the portal list it. */
export interface SeriesLine {
  readonly name: string
  readonly agency: string
  readonly agencyName: string
  readonly channel: OtherChannel
  readonly note: string
  readonly held: number
  readonly planned: number
  readonly first: Day | null
  readonly last: Day | null
}

/** How many disclosures each channel counts in a period; each information once. */
export interface ChannelCount {
  readonly channel: OtherChannel
  readonly count: number
}
