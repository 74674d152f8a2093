import { agenciesSeen } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { FoiEventKind } from '../../events.ts'
import { maskedName } from '../../masking.ts'
import { type FoiStanding, standingAfter } from '../../standing.ts'
import { applicantsOf } from '../../store/applicants.ts'
import { eventsOfMany } from '../../store/history.ts'
import {
  type LineFilter,
  type LineOrder,
  type LineRow,
  lineRows,
  lineTotal,
  openOnes,
} from '../../store/lists/lines.ts'
import type { DueView, RequestLine } from '../../view.ts'
import { type AsOf, duesOf } from './dues.ts'

/** What the register is asked; `agencies` is what the reader sees of those that he asks for. */
export interface RegisterQuery extends Omit<LineFilter, 'agencies' | 'id'> {
  readonly agency?: string | undefined
  /** Only what is due within so many working days; below zero, what is late. */
  readonly within?: number | undefined
  readonly sort: LineOrder | 'due'
  readonly descending: boolean
  readonly page: number
  readonly size: number
}

/** Who reads, on which day, and with what masked names are opened. */
export interface Reading {
  readonly reader: Actor
  readonly today: Day
  readonly secrets: Secrets
}

/** One page of the requests that this reader may see, each with its clock, and how many match. */
export async function register(
  work: Work,
  query: RegisterQuery,
  reading: Reading,
): Promise<{ lines: RequestLine[]; total: number }> {
  const agencies = (await agenciesSeen(work, reading.reader, query.agency)).map(({ code }) => code)
  const filter: LineFilter = { ...query, agencies }
  const at: AsOf = { asOf: reading.today, calendar: await currentCalendar(work) }
  const offset = (query.page - 1) * query.size
  if (query.sort === 'due' || query.within !== undefined) {
    const found = await byDue(work, { ...query, ...filter }, at)
    return { lines: await linesOf(work, found.rows, { ...reading, ...at }), total: found.total }
  }
  const { sort, descending, size } = query
  const [rows, total] = await Promise.all([
    lineRows(work, filter, { order: sort, descending, offset, limit: size }),
    lineTotal(work, filter),
  ])
  return { lines: await linesOf(work, rows, { ...reading, ...at }), total }
}

/** Open ones by their due day, what has none after them; then, where closed ones match too, those by their outcome. */
async function byDue(work: Work, query: RegisterQuery & LineFilter, at: AsOf) {
  const { page, size, within, descending } = query
  const open = await openOnes(work, query)
  const dues = await duesOf(work, open, at)
  const way = descending ? -1 : 1
  const key = (id: string) => dues.get(id)?.due ?? '9999-12-31'
  const ordered = open
    .filter(({ id }) => within === undefined || isWithin(dues.get(id), within))
    .toSorted(
      (a, b) => way * compare(key(a.id), key(b.id)) || compare(a.receivedOn ?? '', b.receivedOn ?? ''),
    )
  const offset = (page - 1) * size
  const shown = ordered.slice(offset, offset + size).map(({ id }) => id)
  const rows = await inOrder(work, query, shown)
  const openAlone = within !== undefined || query.state === 'open'
  if (openAlone) return { rows, total: ordered.length }
  const closed = { ...query, closedOnly: true }
  const [more, total] = await Promise.all([
    rows.length === size
      ? []
      : lineRows(work, closed, {
          ...{ order: 'outcome', descending: true, limit: size - rows.length },
          offset: Math.max(0, offset - ordered.length),
        }),
    lineTotal(work, closed),
  ])
  return { rows: [...rows, ...more], total: ordered.length + total }
}

function isWithin(due: DueView | undefined, within: number): boolean {
  const left = due?.workdaysLeft ?? null
  return left !== null && (within < 0 ? left < 0 : left <= within)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function inOrder(work: Work, { agencies }: LineFilter, ids: readonly string[]): Promise<LineRow[]> {
  if (ids.length === 0) return []
  const page = { order: 'received', descending: false, offset: 0, limit: ids.length } as const
  const rows = new Map((await lineRows(work, { agencies, id: ids }, page)).map(row => [row.id, row]))
  return ids.flatMap(id => rows.get(id) ?? [])
}

/** The rows with their clocks, handlers and masked names: three queries for a page, however long. */
async function linesOf(
  work: Work,
  rows: readonly LineRow[],
  { secrets, ...at }: AsOf & Pick<Reading, 'secrets'>,
): Promise<RequestLine[]> {
  const ids = rows.map(({ id }) => id)
  const [dues, histories, applicants] = await Promise.all([
    duesOf(
      work,
      rows.filter(({ outcomeOn }) => outcomeOn === null),
      at,
    ),
    eventsOfMany(work, ids, telling),
    applicantsOf(work, ids, secrets),
  ])
  return rows.map(row => {
    const standing = standingAfter(histories.get(row.id) ?? [])
    const name = applicants.get(row.id)?.name
    const until = waitsUntil(row, standing)
    return {
      ...row,
      ...(dues.get(row.id) ?? nothingDue),
      applicant: name === undefined ? null : maskedName(name),
      handler: standing.handler,
      waitsUntil: until,
      waitIsOver: until !== null && until < at.asOf,
    }
  })
}

const nothingDue: DueView = { state: 'running', due: null, workdaysLeft: null }

/** What tells who handles a request and what it waits for: all that a line needs of its history. */
const telling: readonly FoiEventKind[] = [
  ...(['assigned', 'handedOver', 'correctionAsked', 'corrected', 'opinionSought'] as const),
  ...(['opinionReceived', 'feeNotified', 'paid'] as const),
]

function waitsUntil(
  { requestState, outcomeOn }: LineRow,
  { correction, fee, opinions }: FoiStanding,
): Day | null {
  if (outcomeOn !== null) return null
  if (requestState === 'awaitingCorrection') return correction?.answerBy ?? null
  if (requestState === 'awaitingPayment') return fee?.payBy ?? null
  return opinions.map(({ answerBy }) => answerBy).toSorted()[0] ?? null
}
