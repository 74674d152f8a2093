import { leading, namesNothing } from './not-names.ts'

/** A place as a message names it. */
export interface Place {
  /** The whole name: 望月小区. */
  readonly name: string
  /** What tells it from others of its kind: 望月. */
  readonly stem: string
}

// Kinds of places, the longer before the shorter that they end in.
const kinds =
  '小区|社区|花园|花苑|家园|嘉园|新城|之城|公寓|公馆|广场|大厦|大道|幼儿园|小学|中学|学校|学院|大学|医院|卫生院|' +
  '市场|公园|陵园|街道|隧道|大桥|号线|地铁站|车站|客运站|工业园|产业园|开发区|' +
  '国际|名城|名邸|华府|壹号|首府|半岛|山庄|别墅|新村|学府|水岸|山水|雅苑|外滩|公司|集团|酒店|宾馆|驾校|煤矿|水库|' +
  '(?:苑|园(?![区林])|城(?![东西南北区市管乡镇建投])|府|湾|郡|村(?![民里委组干])|镇|路(?![灯面段口过途由程])|街|巷|桥(?![梁头])|庄|墅|厂(?![家房]))(?!小区|社区|花园|公寓|广场|大厦)'

const place = new RegExp(`([\\p{L}\\p{N}]{2,14}?)(${kinds})`, 'gu')
const counted = /^[\d一二三四五六七八九十两几多]+[条座个号栋期大小]?$/

/** The places that a text names, each once, in the order in which they first stand. */
export function placesIn(text: string): Place[] {
  const found = new Map<string, Place>()
  for (const [, lead = '', kind = ''] of text.normalize('NFKC').matchAll(place)) {
    const stem = stemOf(lead)
    if (stem === undefined || found.has(stem) || namesNothing(stem, kind)) continue
    found.set(stem, { name: `${stem}${kind}`, stem })
  }
  return [...found.values()]
}

/** What stands after the last word that leads to a name; a single character such as 和 may be part of the name itself. */
function stemOf(lead: string): string | undefined {
  let from = 0
  for (const { 0: word, index, groups: told } of lead.matchAll(leading)) {
    const end = index + word.length
    if (lead.length - end >= 2 || told?.perhaps === undefined) from = end
  }
  const stem = lead.slice(from)
  return stem.length >= 2 && stem.length <= 5 && !counted.test(stem) ? stem : undefined
}

// A city by its whole name, not 超市, nor the 市 of 城市的市场.
const city =
  '(?:(?![的本全我各县在区])\\p{Script=Han}){2,3}(?<![信知问求请由向与和到超菜夜早股])市(?![场民政容里内长委级])'
const area = new RegExp(`[A-Z]\\d*[市区县州]|${city}`, 'gu')

/** The cities that a text names: 云川市; where names are masked by letters, the letter. */
export function citiesIn(text: string): string[] {
  const found = text.normalize('NFKC').match(area) ?? []
  return [...new Set(found.map(name => (/^[A-Z]/.test(name) ? name.slice(0, 1) : name.slice(-3))))]
}

const areas = new RegExp(`(?:[A-Z]\\d*[市区县州]){1,3}|${city}(?:\\p{Script=Han}{1,3}[区县])?`, 'gu')

/** The cities and districts that a text names, together: A市A2区, 云川市城东区. */
export function areasIn(text: string): string[] {
  return text.normalize('NFKC').match(areas) ?? []
}

const groups =
  /业主|居民|村民|农民工|学生|家长|教师|老师|职工|员工|退休|车主|租户|商户|司机|患者|老人|购房者|消费者|乘客|市民/gu

/** The groups of people that a text names, each time. */
export function peopleIn(text: string): string[] {
  return (text.match(groups) ?? []).map(word => ({ 老师: '教师', 退休: '退休人员' })[word] ?? word)
}
