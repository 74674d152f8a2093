import { dayInCell } from '../../../statute/day-in-cell.ts'
import {
  type DemandChannel,
  type DemandType,
  demandChannelLabel,
  demandTypeLabel,
  type Urgency,
  urgencyLabel,
} from '../../demand.ts'
import { type Resolution, resolutionLabel, type Satisfaction, satisfactionLabel } from '../../events.ts'

type Words<T extends string> = readonly (readonly [T, RegExp])[]

const typeWords: Words<DemandType> = [
  ['consultation', /咨询|查询/],
  ['complaint', /投诉/],
  ['report', /举报/],
  ['suggestion', /建议|意见/],
  ['praise', /表扬|感谢/],
  ['help', /求助|求决|诉求|服务|帮助/],
]
const channelWords: Words<DemandChannel> = [
  ['weChat', /微信|公众号|小程序/],
  ['app', /app|客户端|移动/i],
  ['sms', /短信/],
  ['letter', /信件|来信|信函|书信|信箱/],
  ['superior', /上级|省平台|省12345|国务院|国家平台|省级/],
  ['web', /网|邮件/],
  ['phone', /电话|来电|热线|12345|语音/],
]
const urgencyWords: Words<Urgency> = [
  ['danger', /危险|特急|突发/],
  ['ordinary', /一般|普通|不紧急|非紧急|平件/],
  ['urgent', /紧急|加急|急/],
]
const levelWords: Words<Satisfaction> = [
  ['veryDissatisfied', /(?:非常|很)不满意/],
  ['dissatisfied', /不满意/],
  ['verySatisfied', /(?:非常|很)满意/],
  ['basically', /基本满意|一般/],
  ['satisfied', /满意/],
]
const resolutionWords: Words<Resolution> = [
  ['unresolved', /未解决|没有解决|不能解决|未办结/],
  ['partly', /部分|基本解决/],
  ['explained', /解释|说明|告知/],
  ['resolved', /解决|办结|完成|是$/],
]

const meant = <T extends string>(words: Words<T>, labels: Readonly<Record<T, string>>) => {
  const known = new Map<string, T | undefined>()
  for (const [word] of words) known.set(labels[word], word)
  // A long sheet says the same few words; each is looked up once.
  return (text: string): T | undefined => {
    if (known.has(text)) return known.get(text)
    const found = words.find(([, pattern]) => pattern.test(text))?.[0]
    if (known.size < 1000) known.set(text, found)
    return found
  }
}

/** The type that a cell says. */
export const typeInCell = meant(typeWords, demandTypeLabel)
/** The channel that a cell says. */
export const channelInCell = meant(channelWords, demandChannelLabel)
/** The urgency that a cell says. */
export const urgencyInCell = meant(urgencyWords, urgencyLabel)
/** The level of satisfaction that a cell says. */
export const levelInCell = meant(levelWords, satisfactionLabel)
/** The resolution that a cell says. */
export const resolutionInCell = meant(resolutionWords, resolutionLabel)

/** Is the wish for confidence said; undefined where the cell says something else. An empty cell says no. */
export function confidentialInCell(text: string): boolean | undefined {
  if (/^(?:|否|不|不保密|不要求|公开|无|0|n|no|false)$/i.test(text)) return false
  return /^(?:是|保密|要求保密|1|y|yes|true)$/i.test(text) ? true : undefined
}

const usual = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/
const officeOffset = 8 * 3_600_000

/** The moment that a cell says, ISO 8601, in the office's time; a day alone is its first minute. */
export function momentInCell(text: string): string | undefined {
  const plain = text.trim()
  if (!usual.test(plain)) return otherMoment(plain)
  const moment = Date.parse(`${plain.replace(' ', 'T')}+08:00`)
  // 2023-02-29 is no day, though the clock would take it for the first of March.
  const right = !Number.isNaN(moment) && officeDay(moment) === plain.slice(0, 10)
  return right ? new Date(moment).toISOString() : undefined
}

function otherMoment(plain: string): string | undefined {
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const seconds = Math.round((Number(plain) - 25_569) * 86_400)
    return seconds > 0 && dayInCell(plain) !== undefined
      ? new Date(seconds * 1000 - officeOffset).toISOString()
      : undefined
  }
  const time = /[\s日T]+(\d{1,2})\s*[:：时点]\s*(\d{1,2})(?:\s*[:：分]\s*(\d{1,2}))?\s*[分秒]?$/.exec(plain)
  const on = dayInCell(
    time === null ? plain : plain.slice(0, time.index + (plain[time.index] === '日' ? 1 : 0)),
  )
  if (on === undefined) return undefined
  const [hour, minute, second] = [time?.[1] ?? '0', time?.[2] ?? '0', time?.[3] ?? '0'].map(Number)
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined
  const two = (number = 0) => String(number).padStart(2, '0')
  return new Date(`${on}T${two(hour)}:${two(minute)}:${two(second)}+08:00`).toISOString()
}

function officeDay(moment: number): string {
  return new Date(moment + officeOffset).toISOString().slice(0, 10)
}
