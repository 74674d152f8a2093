import { agenciesSeen } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { Calendar } from '../../../statute/calendar.ts'
import type { Day } from '../../../statute/day.ts'
import { decisionsNotToDisclose } from '../../store/lines/beside.ts'
import {
  type ItemLineFilter,
  type ItemLineOrder,
  itemLineRows,
  itemLineTotal,
} from '../../store/lines/lines.ts'
import type { ItemLine, ItemPage, WithheldLine } from '../../view.ts'
import { dueOfItem, lateSince } from './dues.ts'

/** What the list of items is asked. */
export interface ItemQuery extends Omit<ItemLineFilter, 'agencies' | 'lateSince'> {
  readonly agency?: string | undefined
  /** Only what should be public by now and is not, Art. 26. */
  readonly late?: boolean | undefined
  readonly sort: ItemLineOrder
  readonly descending: boolean
  readonly page: number
  readonly size: number
}

/** Who reads, and on which day. */
export interface ItemReading {
  readonly reader: Actor
  readonly today: Day
}

/** What every page of items is read with: whose they are, and how working days are counted. */
export interface ItemSight {
  readonly agencies: readonly string[]
  readonly calendar: Calendar
  readonly asOf: Day
}

/** What this reader sees today; of one agency alone where it is named. */
export async function itemSight(
  work: Work,
  { reader, today }: ItemReading,
  agency?: string,
): Promise<ItemSight> {
  const [seen, calendar] = await Promise.all([agenciesSeen(work, reader, agency), currentCalendar(work)])
  return { agencies: seen.map(({ code }) => code), calendar, asOf: today }
}

/** One page of the items that this reader may see, and how many match. */
export async function itemLines(
  work: Work,
  { agency, ...query }: ItemQuery,
  reading: ItemReading,
): Promise<ItemPage> {
  return await itemLinesIn(work, query, await itemSight(work, reading, agency))
}

/** The same, where what the reader sees is known. */
export async function itemLinesIn(
  work: Work,
  { late, sort: order, descending, page, size, ...asked }: Omit<ItemQuery, 'agency'>,
  { agencies, calendar, asOf }: ItemSight,
): Promise<ItemPage> {
  const since = late === true ? lateSince(asOf, calendar) : undefined
  if (late === true && since === undefined) return { lines: [], total: 0 }
  const filter = { ...asked, agencies, lateSince: since }
  const [rows, total] = await Promise.all([
    itemLineRows(work, filter, { order, descending, offset: (page - 1) * size, limit: size }),
    itemLineTotal(work, filter),
  ])
  return { lines: rows.map((row): ItemLine => ({ ...row, ...dueOfItem(row, { asOf, calendar }) })), total }
}

/** The ledger of what is not disclosed 不予公开台账, each with its ground and the day of the next look. */
export async function withheldLedger(
  work: Work,
  query: ItemQuery,
  reading: ItemReading,
): Promise<{ readonly lines: readonly WithheldLine[]; readonly total: number }> {
  const { lines, total } = await itemLines(work, { ...query, draft: 'withheld' }, reading)
  const ids = lines.map(({ id }) => id)
  const decisions = await decisionsNotToDisclose(work, ids)
  return {
    lines: lines.flatMap(line => {
      const decision = decisions.get(line.id)
      return decision === undefined ? [] : [{ ...line, ...decision }]
    }),
    total,
  }
}
