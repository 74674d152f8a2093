import { type Day, dayNumber, inChinese, isDay, weekdayInChinese, weekdayOf } from './day.ts'
import { type Refusal, refuse } from './refusal.ts'

/** A holiday with its first and last day off. */
export interface Holiday {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/** The State Council's notice on the holidays of one year; it holds the days of that year alone. */
export interface YearNotice {
  readonly year: number
  /** Its number, e.g. 国办发明电〔2022〕16号. */
  readonly notice: string
  readonly holidays: readonly Holiday[]
  /** Saturdays and Sundays that are worked, 调休上班. */
  readonly workdays: readonly Day[]
}

const date = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[((]([^))]*)[))])?'
const paragraph = /(?:^|\n)\s*([一二三四五六七八九十]+)、\s*([^::\n]{1,20})[::]([^\n]+)/g
const numerals = '一二三四五六七八九十'

/** Reads a notice as published, or as JSON `{year, notice, holidays: [{name, from, to}], workdays: [day]}`. */
export function parseNotice(text: string): YearNotice | Refusal {
  const trimmed = text.trim()
  const notice = trimmed.startsWith('{') ? fromJson(trimmed) : fromPublished(trimmed)
  return 'kind' in notice ? notice : checked(notice)
}

function fromPublished(published: string): YearNotice | Refusal {
  const text = published.normalize('NFKC')
  const year = Number(/(20\d{2})年(?:部分)?节假日安排/.exec(text)?.[1])
  if (!year) return refuse('没有找到“某年部分节假日安排”字样，不知道是哪一年的通知。请粘贴通知全文。')
  const number = /国办发明电\s*[〔[(]\d{4}[〕\])]\s*\d+\s*号/.exec(text)?.[0].replace(/\s/g, '')
  if (number === undefined) return refuse('没有找到文号（如“国办发明电〔2025〕7号”）。请把文号一并粘贴。')
  const read = [...text.matchAll(paragraph)].map(([, numeral = '', name = '', body = ''], place) =>
    numeral === numerals[place]
      ? inParagraph(name.trim(), body, year)
      : refuse(`“${numeral}、${name.trim()}”之前应为“${numerals[place]}、”，似有缺漏。请粘贴通知全文。`),
  )
  const refusal = read.find(each => 'kind' in each)
  if (refusal !== undefined) return refusal
  const parts = read.flatMap(each => ('kind' in each ? [] : [each]))
  return {
    ...{ year, notice: number, holidays: parts.map(({ holiday }) => holiday) },
    workdays: parts.flatMap(({ workdays }) => workdays),
  }
}

interface Paragraph {
  readonly holiday: Holiday
  readonly workdays: readonly Day[]
}

/** One paragraph: the days off, and the Saturdays and Sundays that are worked instead; what does not agree is refused. */
function inParagraph(name: string, body: string, year: number): Paragraph | Refusal {
  const [off = '', ...rest] = body.split(/(?<=放假[^。]*)。/)
  const first = new RegExp(`${date}(?:\\s*至\\s*${date})?`).exec(off)
  if (first === null || !off.includes('放假')) {
    return refuse(`“${name}”一条没有读到放假的日期：“${body.trim()}”。请核对通知原文。`)
  }
  const [, y1, m1, d1, says1, y2, m2, d2, says2] = first
  const from = { on: dayText(y1, year, m1, d1), says: says1 }
  const to = d2 === undefined ? from : { on: dayText(y2, year, m2 ?? m1, d2), says: says2 }
  const work = [off.split('放假')[1] ?? '', ...rest].join('。')
  const worked = work.includes('上班')
    ? [...work.slice(0, work.lastIndexOf('上班')).matchAll(new RegExp(date, 'g'))]
    : []
  let month = m2 ?? m1
  const workdays = worked.map(([, y, m, d, says]) => {
    month = m ?? month
    return { on: dayText(y, year, month, d), says }
  })
  const told = /(?:共|放假)\s*(\d+)\s*天/.exec(off)?.[1]
  return (
    refusalOfDays(name, [from, to, ...workdays]) ??
    refusalOfLength(name, { from: from.on, to: to.on }, told) ??
    refusalOfWorkdays(
      name,
      workdays.map(({ on }) => on),
    ) ?? {
      holiday: { name, from: from.on, to: to.on },
      workdays: workdays.map(({ on }) => on),
    }
  )
}

/** A day with what stands in brackets behind it: 星期六, 农历除夕、周二. */
interface Told {
  readonly on: Day
  readonly says: string | undefined
}

function refusalOfDays(name: string, days: readonly Told[]): Refusal | undefined {
  for (const { on, says } of days) {
    if (!isDay(on)) return refuse(`“${name}”一条中的 ${on} 不是有效日期，请核对通知原文。`)
    const told = /(?:星期|周)([一二三四五六日天])/.exec(says ?? '')?.[1]?.replace('天', '日')
    if (told !== undefined && `星期${told}` !== weekdayInChinese(on)) {
      return refuse(
        `“${name}”一条写 ${inChinese(on)}是星期${told}，实为${weekdayInChinese(on)}。请核对日期。`,
      )
    }
  }
  return undefined
}

function refusalOfLength(name: string, { from, to }: { from: Day; to: Day }, told: string | undefined) {
  const days = dayNumber(to) - dayNumber(from) + 1
  if (days < 1) return refuse(`“${name}”的结束日期 ${to} 早于开始日期 ${from}。`)
  if (told === undefined || Number(told) === days) return undefined
  return refuse(
    `“${name}”一条写共 ${told} 天，${inChinese(from)}至${inChinese(to)}是 ${days} 天。请核对日期。`,
  )
}

function refusalOfWorkdays(name: string, workdays: readonly Day[]): Refusal | undefined {
  const weekday = workdays.find(on => weekdayOf(on) % 6 !== 0)
  if (weekday === undefined) return undefined
  return refuse(
    `“${name}”一条的调休上班日 ${inChinese(weekday)}是${weekdayInChinese(weekday)}，不是周末。请核对日期。`,
  )
}

function dayText(year: string | undefined, usual: number, month = '', date = ''): Day {
  return `${year ?? usual}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` as Day
}

function fromJson(text: string): YearNotice | Refusal {
  try {
    const read: unknown = JSON.parse(text)
    if (isNoticeShape(read)) return read
  } catch {
    return refuse('JSON 不完整，无法读取。请检查括号和引号是否成对。')
  }
  return refuse('JSON 应含 year（数字）、notice（文号）、holidays（name、from、to）和 workdays（日期）。')
}

function isNoticeShape(value: unknown): value is YearNotice {
  if (typeof value !== 'object' || value === null) return false
  if (!('year' in value && 'notice' in value && 'holidays' in value && 'workdays' in value)) return false
  const { year, notice, holidays, workdays } = value
  return (
    Number.isInteger(year) &&
    typeof notice === 'string' &&
    Array.isArray(holidays) &&
    holidays.every(
      (one: unknown) =>
        typeof one === 'object' && one !== null && 'name' in one && 'from' in one && 'to' in one,
    ) &&
    Array.isArray(workdays)
  )
}

function checked(notice: YearNotice): YearNotice | Refusal {
  const { year, holidays, workdays } = notice
  const days = [...holidays.flatMap(({ from, to }) => [from, to]), ...workdays]
  const wrong = days.find(on => !isDay(String(on)))
  if (wrong !== undefined) return refuse(`“${wrong}”不是有效日期，请核对通知原文。`)
  if (holidays.length === 0) return refuse('没有读到任何假期。请粘贴含“一、元旦：……放假”各条的通知全文。')
  const turned = holidays.find(({ from, to }) => from > to)
  if (turned !== undefined)
    return refuse(`${turned.name}的结束日期 ${turned.to} 早于开始日期 ${turned.from}。`)
  const nameless = holidays.find(({ name }) => String(name).trim() === '')
  if (nameless !== undefined) return refuse(`${nameless.from} 开始的假期没有名称。`)
  const refusal = refusalOfWorkdays('调休上班', workdays)
  if (refusal !== undefined) return refusal
  const within = (on: Day) => on.startsWith(String(year))
  return {
    ...notice,
    holidays: holidays
      .filter(({ from, to }) => within(from) || within(to))
      .map(one => ({ ...one, from: within(one.from) ? one.from : (`${year}-01-01` as Day) })),
    workdays: workdays.filter(within),
  }
}
