import type { Handled } from '../../src/hotline/duties/learning.ts'
import { messageIn } from '../../src/hotline/read/messages.ts'
import { tableRows } from '../../src/hotline/read/table.ts'
import { type Day, dayOf, isDay } from '../../src/statute/day.ts'

/** A demand of the past with its day. */
export interface Told extends Handled {
  readonly on: Day
}

/** One unit under all names that it had, before and after reorganisations: the first that a reply names handled it. */
const units: readonly (readonly [string, string])[] = [
  ['住建', '住房和城乡建设|住建'],
  ['房产', '房产|住房保障'],
  ['城管', '城市管理|城管和综合执法|城管执法|城管|行政执法'],
  ['交通运输', '交通运输'],
  ['交警', '交警'],
  ['公安', '公安'],
  ['教育', '教育'],
  ['人社', '人力资源和社会保障|人社'],
  ['医保', '医疗保障|医保'],
  ['卫生', '卫生健康|卫健|卫计|卫生'],
  ['环保', '生态环境|环境保护|环保'],
  ['规划国土', '自然资源和规划|自然资源|国土资源|国土|规划'],
  ['民政', '民政'],
  ['水务', '水务|水利'],
  ['财政', '财政'],
  ['发改', '发展和改革|发改|物价'],
  ['公积金', '公积金'],
  ['公交', '公交'],
]
const named = new RegExp(
  `(${units.map(([, names]) => names).join('|')})(?:管理|监督)?(?:局|委|厅|中心|集团|公司|大队|支队)`,
  'u',
)

/** Real demands with the unit that their reply names, from the oldest; demands whose reply names none are left out. */
export async function answered(file: string): Promise<Told[]> {
  const all: Told[] = []
  for await (const row of tableRows(file)) {
    const [, name] = row.valueOf('reply').match(named) ?? []
    const on = filedOn(row.valueOf('filed_at'))
    const unit = units.find(([, names]) => names.split('|').includes(name ?? ''))?.[0]
    if (on !== undefined && unit !== undefined) all.push({ ...messageIn(row, file), unit, on })
  }
  return inOrder(all)
}

/** The day of a record, where it has one. */
export function filedOn(said: string): Day | undefined {
  const [year = '', month = '', date = ''] = said.split(/\D/)
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? dayOf(day) : undefined
}

/** From the oldest to the newest. */
export function inOrder(all: readonly Told[]): Told[] {
  return all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
