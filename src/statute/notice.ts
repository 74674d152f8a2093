import { type Day, isDay } from './day.ts'
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

const date = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[((][^))]*[))])?'
const paragraph = /(?:^|\n)\s*[一二三四五六七八九十]+、\s*([^::\n]{1,20})[::]([^\n]+)/g

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
  if (number === undefined) return refuse('没有找到文号(如“国办发明电〔2025〕7号”)。请把文号一并粘贴。')
  const holidays: Holiday[] = []
  const workdays: Day[] = []
  for (const [, name = '', body = ''] of text.matchAll(paragraph)) {
    const [off = '', ...rest] = body.split(/(?<=放假[^。]*)。/)
    const first = new RegExp(`${date}(?:至${date})?`).exec(off)
    if (first === null) continue
    const [, y1, m1, d1, y2, m2, d2] = first
    const from = dayText(y1, year, m1, d1)
    const to = d2 === undefined ? from : dayText(y2, year, m2 ?? m1, d2)
    holidays.push({ name: name.trim(), from, to })
    const work = [off.split('放假')[1] ?? '', ...rest].join('。').split('上班')[0] ?? ''
    if (!/上班/.test(body)) continue
    for (const [, y, m, d] of work.matchAll(new RegExp(date, 'g'))) {
      if (m !== undefined) workdays.push(dayText(y, year, m, d))
    }
  }
  return { year, notice: number, holidays, workdays }
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
  return refuse('JSON 应含 year(数字)、notice(文号)、holidays(name、from、to)和 workdays(日期)。')
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
  const within = (on: Day) => on.startsWith(String(year))
  return {
    ...notice,
    holidays: holidays
      .filter(({ from, to }) => within(from) || within(to))
      .map(one => ({ ...one, from: within(one.from) ? one.from : (`${year}-01-01` as Day) })),
    workdays: workdays.filter(within),
  }
}
