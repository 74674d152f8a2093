import { afterAll, beforeAll, expect, test } from 'vitest'
import { workingTime } from '../../../hotline/act/act.ts'
import { rebuildFigures } from '../../../hotline/act/figures/rebuilding.ts'
import { registerDemand } from '../../../hotline/act/registering.ts'
import { demandView } from '../../../hotline/act/views/demand.ts'
import { demandsCsv } from '../../../hotline/act/views/export.ts'
import { demandQueue, type QueueAsked } from '../../../hotline/act/views/queue.ts'
import { limitClock } from '../../../hotline/clock.ts'
import { limitEvents } from '../../../hotline/standing.ts'
import { instantOf } from '../../../platform/clock.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { government } from '../../city.ts'
import { must } from '../../tell.ts'
import { whoIsWho } from '../../who.ts'
import { type CitySize, citySlices, demandsOf } from './demands.ts'
import { tellLargeCity } from './tell-city.ts'

const until = dayOf('2026-01-20')
const moment = instantOf(until, '16:00:00')
const size = { demands: 2400, days: 90 }
const secrets = passingSecrets()
let work: TestDb
let told: { readonly demands: number; readonly events: number }
beforeAll(async () => {
  work = await testDb()
  told = await tellLargeCity(work, { url: work.url, until, size, sealing: { secrets } })
}, 60_000)
afterAll(() => work.close())

const reader = async (role: 'supervisor' | 'handlingUnit' = 'supervisor', agency = government) =>
  (await whoIsWho(work))(role, agency)
const everything: QueueAsked = { sort: '-filed', page: 1, size: 200 }

test('the same seed tells the same city, another seed another', () => {
  const city = (seed: number): CitySize => ({ ...size, until, agency: government, units: ['a', 'b'], seed })
  const some = (seed: number) => {
    const [slice] = citySlices(city(seed))
    return slice === undefined ? [] : [...demandsOf(city(seed), slice)].slice(0, 100)
  }
  expect(some(1)).toEqual(some(1))
  expect(some(1)).not.toEqual(some(2))
})

test('every demand is there once, and what is kept of it is what its history says', async () => {
  expect(told.demands).toBe(size.demands)
  const kept = await work.db.selectFrom('hotline_standings').selectAll().orderBy('demand').execute()
  expect(kept).toHaveLength(size.demands)
  const time = await workingTime(work)
  const reading = { reader: await reader(), moment, secrets }
  for (const row of kept.filter((_, at) => at % 8 === 0)) {
    const view = await demandView(work, row.demand, reading)
    if (view === undefined) throw new Error(`${row.demand} is missing`)
    const { standing, events, demand } = view
    const clock = limitClock(limitEvents(events), events.at(-1)?.at ?? '', time)
    expect({ ...row }).toMatchObject({
      ...{ state: standing.state, unit: standing.unit, version: standing.version, type: demand.type },
      ...{ closed_at: standing.closedAt, fed_back_at: standing.fedBackAt, call_backs: standing.callBacks },
      ...{ dispatched_at: standing.dispatchedAt, due_at: clock.dueAt, half_at: clock.halfAt },
      ...{ urgency: demand.urgency, filed_at: demand.filedAt, agency: government },
    })
    expect(view.caller === null).toBe(demand.confidential)
  }
  const sum = kept.reduce((all, { version }) => all + version, 0)
  expect(sum).toBe(told.events)
}, 30_000)

test('the figures that were copied are those of a recount', async () => {
  const facts = () =>
    work.db.selectFrom('hotline_facts').selectAll().orderBy('demand').orderBy('unit').execute()
  const sums = () =>
    work.db
      .selectFrom('hotline_sums')
      .select(['day', 'unit', 'type', 'channel'])
      .select(({ fn }) => [fn.sum<number>('total').as('total'), fn.sum<number>('on_time').as('onTime')])
      .select(({ fn }) => [fn.sum<number>('returns').as('returns'), fn.sum<number>('reached').as('reached')])
      .groupBy(['day', 'unit', 'type', 'channel'])
      .orderBy('day')
      .orderBy('unit')
      .orderBy('type')
      .orderBy('channel')
      .execute()
  const [copied, summed] = [await facts(), await sums()]
  expect(copied.length).toBeGreaterThan(size.demands)
  expect(copied.filter(({ category }) => category !== '').length).toBeGreaterThan(size.demands * 0.9)
  await rebuildFigures(work)
  expect(await facts()).toEqual(copied)
  expect(await sums()).toEqual(summed)
}, 30_000)

test('keys and indexes are there again, and the verbs go on with the next number', async () => {
  const by = { by: (await whoIsWho(work))('hotlineAgent', government), moment, secrets }
  const caller = { name: '演来电', phone: '000-00000000' }
  const given = {
    ...({ agency: government, type: 'help', channel: 'phone', urgency: 'ordinary' } as const),
    ...{ subject: '独一处的石狮子歪了', body: '石狮子歪了。', place: '', confidential: false },
  }
  const receipt = await registerDemand(work, { ...given, caller }, by)
  const last = await work.db
    .selectFrom('hotline_demands')
    .select('number')
    .orderBy('number', 'desc')
    .limit(2)
    .execute()
  expect(receipt).toMatchObject({ number: last[0]?.number })
  expect(Number(last[0]?.number.slice(9))).toBe(Number(last[1]?.number.slice(9)) + 1)
  const indexes = await work.db
    .selectFrom('hotline_standings')
    .where('demand', 'is', null)
    .select('demand')
    .execute()
  expect(indexes).toEqual([])
  await expect(
    work.db.insertInto('hotline_callers').values({ demand: crypto.randomUUID(), sealed: '' }).execute(),
  ).rejects.toThrow('foreign key')
  const found = await demandQueue(work, { ...everything, q: '石狮子' }, { reader: await reader(), moment })
  expect(found.lines.map(({ number }) => number)).toEqual([last[0]?.number])
})

const asks: readonly Partial<QueueAsked>[] = [
  ...([{}, { state: 'open' }, { state: 'handling' }, { state: 'answered' }, { type: 'praise' }] as const),
  ...([
    { urgency: 'danger' },
    { within: 24 },
    { warned: 'over' },
    { state: 'closed', type: 'help' },
  ] as const),
  ...([{ q: '供暖' }, { q: '供暖 温度' }, { q: '20260105' }, { q: '噪声扰民', state: 'open' }] as const),
  ...([{ unit: 'yunchuan-housing' }, { unit: 'yunchuan-housing', state: 'closed', q: '渗水' }] as const),
]

test.each(asks.flatMap(ask => (['due', '-due', 'filed', '-filed'] as const).map(sort => ({ ...ask, sort }))))(
  'a page of the queue is what one finds by looking at all of it: %o',
  async ask => {
    for (const who of [await reader(), await reader('handlingUnit', 'yunchuan-housing')]) {
      const seeing = { reader: who, moment }
      const all = await whole(who.grants[0]?.role === 'handlingUnit' ? 'yunchuan-housing' : undefined)
      const most = ask.q === undefined || ask.state === 'open' || /\d/.test(ask.q) ? 10_000 : 500
      const fitting = all.filter(line => fits(line, ask)).toSorted(orderBy('-filed'))
      const expected = fitting.slice(0, most).toSorted(orderBy(ask.sort))
      const found: string[] = []
      for (let page = 1; page <= 3; page++) {
        const part = await demandQueue(work, { ...everything, ...ask, page, size: 7 }, seeing)
        found.push(...part.lines.map(({ number }) => number))
        expect(part.total).toBe(expected.length)
        expect(part.more).toBe(fitting.length > most)
      }
      expect(found).toEqual(expected.slice(0, 21).map(({ number }) => number))
    }
  },
)

interface Row {
  readonly demand: string
  readonly number: string
  readonly text: string
  readonly state: string
  readonly type: string
  readonly urgency: string
  readonly unit: string | null
  readonly filed_at: string
  readonly due_at: string | null
  readonly closed_at: string | null
}

const read = new Map<string, Promise<Row[]>>()

function whole(unit: string | undefined): Promise<Row[]> {
  const known = read.get(unit ?? '') ?? readWhole(unit)
  read.set(unit ?? '', known)
  return known
}

function readWhole(unit: string | undefined): Promise<Row[]> {
  let query = work.db
    .selectFrom('hotline_standings as s')
    .innerJoin('hotline_demands as d', 'd.id', 's.demand')
    .select(['s.demand', 'd.number', 's.state', 'd.type', 'd.urgency', 's.unit', 's.filed_at', 's.due_at'])
    .select(['s.closed_at', eb => eb.fn<string>('concat', ['d.subject', 'd.body', 'd.place']).as('text')])
  if (unit !== undefined) query = query.where('s.unit', '=', unit)
  return query.execute()
}

function fits(row: Row, { state, type, urgency, within, warned, unit, q }: Partial<QueueAsked>): boolean {
  const words = q === undefined || /\d/.test(q) ? [] : q.split(' ')
  const due =
    row.due_at !== null &&
    row.due_at <= new Date(Date.parse(moment) + (within ?? 0) * 3_600_000).toISOString()
  return (
    (state === undefined || (state === 'open' ? row.closed_at === null : row.state === state)) &&
    (type === undefined || row.type === type) &&
    (urgency === undefined || row.urgency === urgency) &&
    (unit === undefined || row.unit === unit) &&
    ((within === undefined && warned === undefined) || due) &&
    (q === undefined || words.length > 0 || row.number.startsWith(q)) &&
    words.every(word => row.text.includes(word))
  )
}

function orderBy(sort: QueueAsked['sort']): (a: Row, b: Row) => number {
  const by = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const filed = (a: Row, b: Row) => by(a.filed_at, b.filed_at) || by(a.number, b.number)
  const down = (a: Row, b: Row) => -filed(a, b)
  if (sort === 'filed') return filed
  if (sort === '-filed') return down
  const [none, way] = sort === 'due' ? [filed, 1] : [down, -1]
  return (a, b) => {
    if (a.due_at === null || b.due_at === null)
      return a.due_at === b.due_at ? none(a, b) : a.due_at === null ? 1 : -1
    return way * (by(a.due_at, b.due_at) || filed(a, b))
  }
}

test('the export has one row a demand, all of them, in parts; who may not see gets none', async () => {
  let text = ''
  let parts = 0
  for await (const piece of must(await demandsCsv(work, everything, { reader: await reader(), moment }))) {
    text += piece
    parts++
  }
  const numbers = text
    .split('\r\n')
    .slice(1, -1)
    .map(line => line.split(',')[0])
  expect(new Set(numbers).size).toBe(size.demands + 1)
  expect(numbers).toHaveLength(size.demands + 1)
  expect(parts).toBeGreaterThan(2)
  const nobody = { ...(await reader()), grants: [] }
  for await (const piece of must(await demandsCsv(work, everything, { reader: nobody, moment }))) {
    expect(piece.split('\r\n')).toHaveLength(2)
  }
})
