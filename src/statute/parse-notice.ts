import type { Day } from './day.ts'
import { type Holiday, ofItsYear, type YearNotice } from './notice.ts'
import { fromPublished } from './published-notice.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** Reads a notice as published, or as JSON `{year, notice, holidays: [{name, from, to}], workdays: [day]}`. */
export function parseNotice(text: string): YearNotice | Refusal {
  const trimmed = text.trim()
  const notice = trimmed.startsWith('{') ? fromJson(trimmed) : fromPublished(trimmed)
  return isRefusal(notice) ? notice : ofItsYear(notice)
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
    holidays.every(isHolidayShape) &&
    Array.isArray(workdays) &&
    workdays.every(isText)
  )
}

/** Whether the texts are days is asked afterwards, so that the answer can name the one that is none. */
function isHolidayShape(value: unknown): value is Holiday {
  if (typeof value !== 'object' || value === null) return false
  return (
    'name' in value && 'from' in value && 'to' in value && [value.name, value.from, value.to].every(isText)
  )
}

function isText(value: unknown): value is Day {
  return typeof value === 'string'
}
