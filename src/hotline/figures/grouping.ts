import { addDays, type Day, dayOf, weekdayOf, yearOf } from '../../statute/day.ts'
import { demandChannelLabel, demandTypeLabel } from '../demand.ts'
import { type BranchGroup, branches, branchInWords, branchKey } from './branch.ts'
import type { Fact } from './fact.ts'

/** The spans of time by which figures are told. */
export const timeGroups = ['day', 'week', 'month', 'quarter', 'year'] as const
export type TimeGroup = (typeof timeGroups)[number]

/** By what figures are compared. */
export const figureGroups = [
  ...(['hotline', 'unit', 'type', 'channel', 'area', 'place', 'category'] as const),
  ...timeGroups,
] as const
export type FigureGroup = (typeof figureGroups)[number]

/** The comparison as the builder names it. */
export const figureGroupLabel = {
  hotline: '热线',
  unit: '承办单位',
  type: '诉求类型',
  channel: '来源',
  area: '县区、乡镇',
  place: '地点',
  category: '诉求分类',
  day: '日',
  week: '周',
  month: '月',
  quarter: '季度',
  year: '年',
} as const satisfies Record<FigureGroup, string>

/** Is this a span of time? */
export function isTimeGroup(group: FigureGroup): group is TimeGroup {
  return timeGroups.some(each => each === group)
}

/** Is this a tree, of which one level is told? */
export function isBranchGroup(group: FigureGroup): group is BranchGroup {
  return Object.hasOwn(branches, group)
}

/** Branches that were chosen: of their trees the level below is told. */
export type ChosenBranches = Readonly<Partial<Record<BranchGroup, string | undefined>>>

/** The first day of the span in which a day lies; a week begins on Monday. */
export function spanStart(group: TimeGroup, on: Day): Day {
  const month = Number(on.slice(5, 7))
  switch (group) {
    case 'day':
      return on
    case 'week':
      return addDays(on, -((weekdayOf(on) + 6) % 7))
    case 'month':
      return dayOf(`${on.slice(0, 7)}-01`)
    case 'quarter':
      return dayOf(`${yearOf(on)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`)
    case 'year':
      return dayOf(`${yearOf(on)}-01-01`)
  }
}

/** The last day of a span that begins on this day. */
export function spanEnd(group: TimeGroup, from: Day): Day {
  const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const
  const after = addDays(from, longest[group])
  return addDays(spanStart(group, after), -1)
}

/** A span as a table names it; `from` is its first day. */
export function spanInChinese(group: TimeGroup, from: Day): string {
  const [year, month, day] = from.split('-').map(Number)
  switch (group) {
    case 'day':
      return `${year}年${month}月${day}日`
    case 'week':
      return `${year}年${month}月${day}日起的一周`
    case 'month':
      return `${year}年${month}月`
    case 'quarter':
      return `${year}年第${['一', '二', '三', '四'][Math.floor(((month ?? 1) - 1) / 3)]}季度`
    case 'year':
      return `${year}年`
  }
}

/** Under which key a fact is told in a comparison; a span of time under its first day. */
export function groupKey(group: FigureGroup, fact: Fact, chosen: ChosenBranches = {}): string {
  switch (group) {
    case 'hotline':
      return fact.agency
    case 'unit':
    case 'type':
    case 'channel':
      return fact[group]
    case 'area':
    case 'category':
      return branchKey(group, fact[group], chosen[group])
    case 'place':
      return fact.spot
    default:
      return spanStart(group, fact.day)
  }
}

/** What a key of a comparison is called; `names` are those of units and hotlines. */
export function keyInWords(group: FigureGroup, key: string, names: Readonly<Record<string, string>>): string {
  if (isTimeGroup(group)) return spanInChinese(group, dayOf(key))
  if (isBranchGroup(group)) return branchInWords(group, key)
  if (key === '') return group === 'place' ? '没有写明地点' : '未转承办单位'
  return { ...names, ...demandTypeLabel, ...demandChannelLabel }[key] ?? key
}
