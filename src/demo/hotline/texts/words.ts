import type { Grievance } from './grievances.ts'

const heads = [...'青云鹿白石长金南松丰明清紫永安福临盛锦翠雅星海江溪岚桐枫竹荷']
const tails = [...'杉山塘湖泉岭坪台川林谷庭园洲沙源桥湾屏原峰渡畔禾鸣']
const kinds = ['小区', '花园', '路', '大街', '村', '社区', '市场', '新城', '苑', '广场']
const openings = ['来电人反映', '市民来电称', '反映', '居民反映', '来电反映', '多名住户反映']
const since = [
  '已经持续一周',
  '近一个月经常如此',
  '今天早上发现',
  '上周反映过一次',
  '从入秋就开始了',
  '昨天又发生一次',
]
const wishes = [
  ...['希望尽快处理', '请有关部门到现场看一看', '盼望早日答复', '希望给一个明确的时间', '请帮助协调解决'],
  ...['家里有老人和孩子', '附近住户都可以作证', '严重影响日常生活', '现场照片可以提供'],
]
const surnames = [...'演甲乙丙丁戊己庚辛壬癸']

/** What a caller who stays dissatisfied is told before his demand is closed. */
export const explained = '已向来电人说明办理的依据和结果，目前没有其他措施；情况有变化可以再次反映。'

/** Draws numbers from 0 up to 1. */
type Draw = () => number

/** One of these. */
export function oneOf<T>(list: readonly T[], draw: Draw): T {
  const found = list[Math.floor(draw() * list.length)]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}

/** An invented place of the city. */
export function aPlace(draw: Draw): string {
  const name = `${oneOf(heads, draw)}${oneOf(tails, draw)}${oneOf(kinds, draw)}`
  return draw() < 0.6 ? `${name}${1 + Math.floor(draw() * 60)}号` : name
}

const areas = ['青禾县', '青禾县石坪镇', '青禾县云岭乡', '鹿鸣镇', '白石镇', '城东区', '城西区', '高新区', '']

/** The place after the county or town in which it lies, which not every caller names: the same for every number of a street. */
export function inItsArea(place: string): string {
  const sum = [...place.replace(/\s*\d.*$/, '')].reduce(
    (all, sign) => (all * 31 + (sign.codePointAt(0) ?? 0)) % 9973,
    7,
  )
  return `${areas[sum % areas.length] ?? ''}${place}`
}

/** An invented caller; the name says that it is one, and the number belongs to nobody. */
export function aCaller(number: number): { readonly name: string; readonly phone: string } {
  const name = `演${surnames[number % surnames.length] ?? ''}${surnames[Math.floor(number / 11) % surnames.length] ?? ''}`
  return { name, phone: `000-${String(number).padStart(8, '0')}` }
}

/** The demand in a caller's words: never twice quite the same. */
export function saidOf(
  { subject, body }: Grievance,
  place: string,
  draw: Draw,
): { readonly subject: string; readonly body: string } {
  return {
    subject: draw() < 0.7 ? `${place}${subject}` : subject,
    body: `${oneOf(openings, draw)}：${place}，${body}，${oneOf(since, draw)}，${oneOf(wishes, draw)}。`,
  }
}
