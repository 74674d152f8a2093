import type { Day } from '../../statute/day.ts'
import { dayInCell } from '../../statute/day-in-cell.ts'
import type { TellFault } from './fault.ts'
import { type SiteField, siteFieldLabel } from './mapping.ts'

/** The day in a text of an older site: 2023年5月1日, 2023-05-01, 2023/5/1, each also with a time; undefined where there is none. */
export function dayIn(text: string): Day | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/i, '')
    .replace(/\s*(?:上午|下午)?\s*\d{1,2}[:时]\d{1,2}(?:[:分]\d{0,2}秒?)?$/, '')
    .replace(/T$/, '')
    .replace(/\s*(?:星期|周)[一二三四五六日天]\s*$/, '')
  return /^\d{5}(?:\.\d+)?$/.test(plain.trim()) ? undefined : dayInCell(plain)
}

/** The time of day in a text, `09:30:00`. */
export function timeIn(text: string): string {
  const said = /(?:^|[\sT日])(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?/.exec(text.normalize('NFKC'))
  const [hour, minute, second] = [said?.[1] ?? '0', said?.[2] ?? '0', said?.[3] ?? '0'].map(Number)
  const fits = (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60
  const two = (number = 0) => String(fits ? number : 0).padStart(2, '0')
  return `${two(hour)}:${two(minute)}:${two(second)}`
}

/** The day that a field says; what cannot be read, or lies ahead, is told. `later` days may lie ahead. */
export function dayOfField(
  say: (field: SiteField) => string,
  field: SiteField,
  { today, later = false }: { readonly today: Day; readonly later?: boolean },
  tell: TellFault,
): Day | undefined {
  const value = say(field)
  if (value === '' || /^[-—/]+$/.test(value)) return undefined
  const day = dayIn(value)
  const label = siteFieldLabel[field]
  if (day === undefined) {
    const message = `${label}“${value.slice(0, 30)}”不是能读出的日期，如 2023年5月1日、2023-05-01；请改正原页面，或者在映射中另行指明。`
    tell('badDate', message, { field, value })
  } else if (day > today && !later) {
    tell('futureDate', `${label} ${day} 在今天之后，请核对原页面。`, { field, value })
    return undefined
  }
  return day
}
