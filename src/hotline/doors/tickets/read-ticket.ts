import { categoryNamed } from '../../classify/tree.ts'
import { type Caller, type Demand, demandChannels, demandTypes, longest, urgencies } from '../../demand.ts'
import { type Resolution, resolutions, type Satisfaction, satisfactions } from '../../events.ts'
import { type TicketFault, type TicketField, type TicketMapping, ticketFieldLabel } from './fields.ts'
import {
  channelInCell,
  confidentialInCell,
  levelInCell,
  momentInCell,
  resolutionInCell,
  typeInCell,
  urgencyInCell,
} from './words.ts'

/** A ticket of an older system, understood whole. */
export interface OldTicket extends Omit<Demand, 'id' | 'agency'> {
  readonly row: number
  readonly caller: Caller
  /** Its category with all above it; empty where the older system told none. */
  readonly category: string
  /** The code of the unit; null where it was answered without one. */
  readonly unit: string | null
  readonly dispatchedAt: string | null
  readonly limitWorkdays: number | null
  readonly signedAt: string | null
  readonly fedBackAt: string | null
  readonly words: string
  readonly resolution: Resolution
  readonly handling: Satisfaction | null
  readonly result: Satisfaction | null
  readonly closedAt: string | null
}

/** How tickets are read: the columns, the units of this city and the categories by every name that they go by, and this moment. */
export interface ReadingTickets {
  readonly mapping: TicketMapping
  readonly units: ReadonlyMap<string, string>
  readonly categories: ReadonlyMap<string, string>
  readonly moment: string
}

const earliest = '2000-01-01T00:00:00.000Z'
const mostAnswer = 5000

/** Reads one row. @returns the ticket, or everything that is wrong with it */
export function readTicket(
  raw: {
    readonly row: number
    readonly cells: readonly string[]
    readonly errors?: readonly number[] | undefined
  },
  reading: ReadingTickets,
): OldTicket | readonly TicketFault[] {
  const { mapping } = reading
  const faults: TicketFault[] = []
  const text = (field: TicketField) => {
    const column = mapping.columns[field]
    return column === undefined ? '' : readable(raw.cells[column] ?? '')
  }
  const fault = (field: TicketField, message: string) => {
    const value = field === 'phone' || field === 'name' ? '' : text(field).slice(0, 40)
    faults.push({ row: raw.row, label: ticketFieldLabel[field], value, message })
  }
  const cell: Cell = { text, fault }
  const said = textsOf(cell)
  const times = timesOf(cell, reading)
  const words = {
    type: chosen(cell, 'type', typeInCell, demandTypes) ?? mapping.type,
    channel: chosen(cell, 'channel', channelInCell, demandChannels) ?? mapping.channel,
    urgency: chosen(cell, 'urgency', urgencyInCell, urgencies) ?? 'ordinary',
    resolution: chosen(cell, 'resolution', resolutionInCell, resolutions) ?? 'explained',
    handling: chosen(cell, 'handling', levelInCell, satisfactions) ?? null,
    result: chosen(cell, 'result', levelInCell, satisfactions) ?? null,
  } as const
  const confidential = confidentialInCell(text('confidential'))
  if (confidential === undefined) fault('confidential', '请写“是”或者“否”。')
  const unit = unitOf(cell, reading)
  const category = categoryOf(cell, reading)
  if (unit !== null && times.dispatchedAt === null && faults.length === 0)
    fault('dispatchedAt', '有承办单位的，须有派单时间；原系统没有的，可以指定以受理时间一列作为派单时间。')
  if (faults.length > 0 || confidential === undefined || times.filedAt === null) return faults
  return { row: raw.row, confidential, unit, category, ...said, ...words, ...times, filedAt: times.filedAt }
}

interface Cell {
  readonly text: (field: TicketField) => string
  readonly fault: (field: TicketField, message: string) => void
}

/** Control characters and spaces around are nobody's words. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').trim()
}

function textsOf({ text, fault }: Cell) {
  const limited = (field: TicketField, most: number) => {
    const said = text(field)
    if (said.length > most && [...said].length > most) fault(field, `不能超过 ${most} 字。`)
    return said
  }
  const number = limited('number', 40)
  if (number === '') fault('number', '没有编号。')
  else if (!/^[\w./()（）\-－—\p{Script=Han}]+$/u.test(number)) fault('number', '编号中有不认识的符号。')
  const [subject, body] = [limited('subject', longest.subject), limited('body', longest.body)]
  if (body === '' && subject === '') fault('body', '没有诉求的内容。')
  const first = [...(body.split(/[\n。！？]/)[0] ?? body)].slice(0, 40).join('').trim()
  return {
    ...{ number, subject: subject || first || '（原系统没有标题）', body: body || subject },
    ...{ place: limited('place', longest.place), words: limited('words', mostAnswer) },
    caller: { name: limited('name', longest.name), phone: limited('phone', longest.phone) },
    limitWorkdays: limitOf({ text, fault }),
  }
}

function limitOf({ text, fault }: Cell): number | null {
  const said = /^(\d{1,3})(?:\.0+)?\s*(?:个?工作日|天|日)?$/.exec(text('limitWorkdays'))
  if (text('limitWorkdays') === '') return null
  const count = Number(said?.[1] ?? 0)
  if (count >= 1 && count <= 250) return count
  fault('limitWorkdays', '办理时限应是 1 至 250 的工作日数。')
  return null
}

const timeFields = ['filedAt', 'dispatchedAt', 'signedAt', 'fedBackAt', 'closedAt'] as const

function timesOf({ text, fault }: Cell, { moment }: ReadingTickets) {
  let before = { field: 'filedAt' as TicketField, at: earliest }
  const times: Record<(typeof timeFields)[number], string | null> = {
    ...{ filedAt: null, dispatchedAt: null, signedAt: null, fedBackAt: null, closedAt: null },
  }
  for (const field of timeFields) {
    const said = text(field)
    if (said === '') continue
    const at = momentInCell(said)
    if (at === undefined) fault(field, '时间读不出，请写成 2024-03-05 14:22 的形式。')
    else if (at > moment) fault(field, '时间在将来。')
    else if (at < earliest) fault(field, '时间早于 2000 年，请核对年份。')
    else if (at < before.at) fault(field, `早于${ticketFieldLabel[before.field]}。`)
    else {
      times[field] = at
      before = { field, at }
    }
  }
  if (text('filedAt') === '') fault('filedAt', '没有受理时间。')
  return times
}

function chosen<T extends string>(
  { text, fault }: Cell,
  field: TicketField,
  inCell: (text: string) => T | undefined,
  known: readonly T[],
): T | undefined {
  const said = text(field)
  if (said === '') return undefined
  const found = inCell(said) ?? known.find(each => each === said)
  if (found === undefined)
    fault(field, `不认识“${said.slice(0, 20)}”，请改为本系统的说法，或者不导入这一列。`)
  return found
}

function unitOf({ text, fault }: Cell, { mapping, units }: ReadingTickets): string | null {
  const said = text('unit')
  if (said === '') return null
  const code = mapping.units[said] ?? units.get(said)
  if (code !== undefined) return code
  fault('unit', `没有“${said.slice(0, 30)}”这个承办单位；请在“单位对照”中指明，或者先在机构中增加。`)
  return null
}

function categoryOf({ text, fault }: Cell, { categories }: ReadingTickets): string {
  const said = text('category')
  const category = said === '' ? '' : categoryNamed(said, categories)
  if (category !== undefined) return category
  fault('category', `分类中没有“${said.slice(0, 30)}”；请改为“诉求分类”页上的写法，或者不导入这一列。`)
  return ''
}
