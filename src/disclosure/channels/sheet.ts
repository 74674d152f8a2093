import { type Day, dayOf, isDay } from '../../statute/day.ts'
import { type ChannelTold, type OtherChannel, otherChannelLabel, otherChannels } from './channel.ts'

/** The headings of a sheet of records, each with the writings that are understood. */
const headings = {
  channel: ['渠道', '公开渠道', '类型'],
  medium: ['媒体', '媒体或者地点', '报刊', '刊物', '地点'],
  title: ['标题', '题目', '稿件标题'],
  series: ['系列', '专栏', '栏目'],
  plannedOn: ['计划日期'],
  heldOn: ['日期', '刊播日期', '刊发日期', '举行日期', '见报日期'],
  link: ['链接', '网址'],
  evidence: ['佐证', '版面', '版面或者频道', '备注'],
} as const
type Heading = keyof typeof headings

/** The headings as the template writes them. */
export const channelSheetHead: readonly string[] = Object.values(headings).map(([first]) => first)

/** What is wrong in a row. */
export interface RowFault {
  readonly row: number
  readonly words: string
}

/** What a sheet holds: records with their rows, and what is wrong. */
export interface ReadSheet {
  readonly records: readonly { readonly row: number; readonly told: ChannelTold }[]
  readonly faults: readonly RowFault[]
}

/** Reads the rows of a sheet whose first filled row names its columns. */
export function readChannelRows(
  rows: readonly { readonly row: number; readonly cells: readonly string[] }[],
): ReadSheet {
  const filled = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  const [head, ...rest] = filled
  if (head === undefined) return { records: [], faults: [{ row: 1, words: '表中没有内容。' }] }
  const places = placesOf(head.cells)
  const missing = (['channel', 'medium', 'title', 'heldOn'] as const).filter(key => !places.has(key))
  if (missing.length > 0) {
    const names = missing.map(key => `“${headings[key][0]}”`).join('、')
    return { records: [], faults: [{ row: head.row, words: `表头缺少${names}列。` }] }
  }
  const records: { row: number; told: ChannelTold }[] = []
  const faults: RowFault[] = []
  for (const { row, cells } of rest) {
    const told = recordOf(key => (cells[places.get(key) ?? -1] ?? '').trim())
    if (typeof told === 'string') faults.push({ row, words: told })
    else records.push({ row, told })
  }
  return { records, faults }
}

function placesOf(cells: readonly string[]): ReadonlyMap<Heading, number> {
  const places = new Map<Heading, number>()
  const keys: readonly Heading[] = [
    ...(['channel', 'medium', 'title', 'series', 'plannedOn', 'heldOn', 'link', 'evidence'] as const),
  ]
  for (const key of keys) {
    const at = cells.findIndex(cell => headings[key].some(name => name === cell.trim()))
    if (at >= 0) places.set(key, at)
  }
  return places
}

/** The record of a row, or what is wrong with it. */
function recordOf(cell: (key: Heading) => string): ChannelTold | string {
  const channel = channelCalled(cell('channel'))
  if (channel === undefined) {
    const known = Object.values(otherChannelLabel).join('、')
    return `渠道“${cell('channel')}”不认识，请写成：${known}。`
  }
  const [heldOn, plannedOn] = [dayIn(cell('heldOn')), dayIn(cell('plannedOn'))]
  if (heldOn === undefined) return `日期“${cell('heldOn')}”不正确，请写成 2025-03-02。`
  if (plannedOn === undefined) return `计划日期“${cell('plannedOn')}”不正确，请写成 2025-03-02。`
  return {
    ...{ channel, medium: cell('medium'), title: cell('title'), series: cell('series'), plannedOn, heldOn },
    ...{ link: cell('link'), evidence: cell('evidence'), item: null, dropped: null },
  }
}

function channelCalled(text: string): OtherChannel | undefined {
  return otherChannels.find(
    each => otherChannelLabel[each] === text || otherChannelLabel[each].split('、').includes(text),
  )
}

/** The day in a cell: `2025-03-02`, `2025/3/2`, `2025.3.2`, `2025年3月2日`; null where blank, undefined where wrong. */
function dayIn(text: string): Day | null | undefined {
  if (text === '') return null
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  if (year === undefined || month === undefined || date === undefined) return undefined
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(written) ? dayOf(written) : undefined
}
