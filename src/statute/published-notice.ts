import { type Day, dayNumber, inChinese, isDay, weekdayInChinese, weekdayOf } from './day.ts'
import type { Holiday, YearNotice } from './notice.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

const numerals = '一二三四五六七八九十'
const date = '(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:\\(([^)]*)\\))?'
const unread = /\d|[一二三四五六七八九十]+[月日]/
const length = /(?:共|放假)?\s*(\d+|[一二三四五六七八九十])\s*天/

/** Reads the notice's text as published; whatever names a day and is not understood is refused with its paragraph. */
export function fromPublished(published: string): YearNotice | Refusal {
  const text = published.normalize('NFKC')
  const year = Number(/(20\d{2})年(?:部分)?节假日安排/.exec(text)?.[1])
  if (!year) return refuse('没有找到“某年部分节假日安排”字样，不知道是哪一年的通知。请粘贴通知全文。')
  const number = /国办发明电\s*[〔[(]\d{4}[〕\])]\s*\d+\s*号/.exec(text)?.[0].replace(/\s/g, '')
  if (number === undefined) return refuse('没有找到文号（如“国办发明电〔2025〕7号”）。请把文号一并粘贴。')
  const read = paragraphsOf(text).map((paragraph, place) => inParagraph(paragraph, numerals[place], year))
  const refusal = read.find(isRefusal)
  if (refusal !== undefined) return refusal
  const parts = read.flatMap(each => (isRefusal(each) ? [] : [each]))
  return {
    ...{ year, notice: number, holidays: parts.map(({ holiday }) => holiday) },
    workdays: parts.flatMap(({ workdays }) => workdays),
  }
}

/** The numbered paragraphs; a line that was wrapped on its way goes back to its paragraph. */
function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = []
  let ended = false
  for (const line of text.split('\n').map(each => each.trim())) {
    const last = paragraphs.at(-1)
    if (/^[一二三四五六七八九十]+、/.test(line)) {
      paragraphs.push(line)
      ended = false
    } else if (last !== undefined) {
      ended ||= line.startsWith('节假日期间')
      const wrapped = !ended && !last.endsWith('。')
      if (wrapped || /放假|上班/.test(line)) paragraphs[paragraphs.length - 1] = last + line
      else ended ||= line !== ''
    }
  }
  return paragraphs
}

interface Paragraph {
  readonly holiday: Holiday
  readonly workdays: readonly Day[]
}

/** A day with what stands in brackets behind it: 星期六, 农历除夕、周二. */
interface Told {
  readonly on: Day
  readonly says: string | undefined
}

function inParagraph(paragraph: string, numeral = '', year: number): Paragraph | Refusal {
  const [, own = '', name = '', body = ''] = /^(.+?)、([^:]*):?(.*)$/.exec(paragraph) ?? []
  if (own !== numeral) {
    return refuse(`“${own}、${name.slice(0, 10)}”处应为“${numeral}、”，似有缺漏。请粘贴通知全文。`)
  }
  const at = body.indexOf('放假')
  if (name === '' || name.length > 20 || at < 0) {
    return refuse(
      `“${asPrinted(paragraph.slice(0, 40))}”没有读懂，应写作“${own}、节日名称：几月几日至几日放假……”。`,
    )
  }
  const range = daysIn(body.slice(0, at), year, undefined)
  const [first, last = first] = range.days
  if (first === undefined || last === undefined || range.days.length > 2 || range.left) {
    return refuse(`“${name}”一条没有读懂放假的日期：“${asPrinted(body.slice(0, at + 2))}”。请核对通知原文。`)
  }
  const worked = workdaysIn(name, body.slice(at), year)
  if (isRefusal(worked)) return worked
  return (
    refusalOfTold(name, [first, last, ...worked]) ??
    refusalOfWorked(name, worked) ??
    refusalOfLength(name, { from: first.on, to: last.on }, length.exec(body.slice(at))?.[1]) ?? {
      holiday: { name, from: first.on, to: last.on },
      workdays: worked.map(({ on }) => on),
    }
  )
}

/** With the punctuation that was made plain for reading. */
function asPrinted(text: string): string {
  return text.replaceAll(',', '，').replaceAll(':', '：').replaceAll('(', '（').replaceAll(')', '）')
}

/** The days that a text names, each month standing until the next; `left`: something in it looks like a day and was not read. */
function daysIn(text: string, year: number, before: string | undefined): { days: Told[]; left: boolean } {
  let month = before
  const days = [...text.matchAll(new RegExp(date, 'g'))].map(([, y, m, d = '', says]) => {
    month = m ?? month
    const on = `${y ?? year}-${(month ?? '').padStart(2, '0')}-${d.padStart(2, '0')}` as Day
    return { on, says }
  })
  return { days, left: unread.test(text.replaceAll(new RegExp(date, 'g'), '')) }
}

/** The days worked instead: of each sentence what stands before 上班; an advice to rest (休息) binds nobody. */
function workdaysIn(name: string, text: string, year: number): Told[] | Refusal {
  const all: Told[] = []
  for (const sentence of text.split(/[。;]/)) {
    const said = sentence.replace(length, '')
    const at = said.lastIndexOf('上班')
    const { days, left } = daysIn(said.slice(0, Math.max(0, at)), year, undefined)
    const rest = said.slice(Math.max(0, at))
    const advice = at < 0 && rest.includes('休息')
    if (left || (at >= 0 && days.length === 0) || (!advice && unread.test(rest))) {
      return refuse(`“${name}”一条有一句没有读懂：“${asPrinted(sentence.trim())}”。请核对通知原文。`)
    }
    all.push(...days)
  }
  return all
}

function refusalOfTold(name: string, days: readonly Told[]): Refusal | undefined {
  for (const { on, says = '' } of days) {
    if (!isDay(on)) return refuse(`“${name}”一条中的 ${on} 不是有效日期，请核对通知原文。`)
    const told = /(?:星期|周)([一二三四五六日天])/.exec(says)?.[1]?.replace('天', '日')
    const real = weekdayInChinese(on)
    if (told !== undefined && `星期${told}` !== real) {
      return refuse(`“${name}”一条写 ${inChinese(on)}是星期${told}，实为${real}。请核对日期。`)
    }
  }
  return undefined
}

function refusalOfWorked(name: string, days: readonly Told[]): Refusal | undefined {
  const wrong = days.find(({ on }) => weekdayOf(on) % 6 !== 0)
  if (wrong === undefined) return undefined
  const day = `${inChinese(wrong.on)}是${weekdayInChinese(wrong.on)}`
  return refuse(`“${name}”一条的调休上班日 ${day}，不是周末。请核对日期。`)
}

function refusalOfLength(name: string, { from, to }: { from: Day; to: Day }, told: string | undefined) {
  const days = dayNumber(to) - dayNumber(from) + 1
  if (days < 1) return refuse(`“${name}”的结束日期 ${inChinese(to)}早于开始日期 ${inChinese(from)}。`)
  const count = told === undefined ? days : Number(told) || numerals.indexOf(told) + 1
  if (count === days) return undefined
  return refuse(
    `“${name}”一条写共 ${told} 天，${inChinese(from)}至${inChinese(to)}是 ${days} 天。请核对日期。`,
  )
}
