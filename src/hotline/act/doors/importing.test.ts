import { assert, constantFrom, property } from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../office/roles.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { proposedTickets, ticketFieldLabel, ticketFieldOf, ticketFields } from '../../doors/tickets/fields.ts'
import { readTicket } from '../../doors/tickets/read-ticket.ts'
import { levelInCell, momentInCell, typeInCell } from '../../doors/tickets/words.ts'
import { demandOf } from '../../store/history.ts'
import { at, given, hotline, openHotline, secrets, who } from '../a-hotline.ts'
import { registerDemand } from '../registering.ts'
import { importTickets, type TicketsAsked } from './importing.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const moment = at('2026-01-20 10:00')
const headings = [
  '工单编号',
  '受理时间',
  '诉求类型',
  '标题',
  '诉求内容',
  '来电人',
  '联系电话',
  '承办单位',
  '派单时间',
  '反馈时间',
  '答复内容',
  '结果满意度',
  '办结时间',
  '三级分类',
  '签收时间',
]
const answered = [
  'A-1',
  '2024-03-05 14:22',
  '咨询',
  '',
  '社保卡怎么补办？',
  '演来电',
  '13800000000',
  '',
  '',
  '',
  '到社区办理',
  '',
  '2024-03-05 14:30',
  '劳动和社会保障＞城镇职工社会保险＞职工养老保险',
]
const closed = [
  'A-2',
  '2024/3/5 9:05',
  '投诉',
  '噪声',
  '演示路夜间施工',
  '',
  '',
  '城管局',
  '2024-03-05 09:20:10',
  '2024年3月8日16时40分',
  '已责令停止',
  '不满意',
  '2024-03-09',
  '噪音污染',
  '2024-03-05 11:00',
]
const running = [
  '20260119-00007',
  '2026-01-19 09:00',
  '求助',
  '',
  '路灯不亮',
  '',
  '',
  'roads',
  '2026-01-19 10:00',
  '',
  '',
  '',
  '',
  '',
]

function run(
  rows: readonly (readonly string[])[],
  change: Partial<TicketsAsked> = {},
  by: Actor = who('administrator'),
) {
  async function* sheet() {
    for (const [place, cells] of rows.entries()) yield { row: place + 1, cells }
  }
  const asked = { agency: hotline, file: '旧工单.csv', rows: sheet(), keep: true, ...change }
  return importTickets(work, asked, { by, moment, secrets })
}
async function done(...args: Parameters<typeof run>) {
  const told = await run(...args)
  if (isRefusal(told)) throw new Error(told.message)
  return told
}
const byNumber = async (number: string) => {
  const row = await work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? undefined : await demandOf(work, row.id)
}

test('tickets become demands with what their rows say happened, once, and say that they were imported', async () => {
  const sheet = [['12345工单导出'], headings, answered, closed, running]
  const dry = await done(sheet, { keep: false })
  expect(dry).toMatchObject({ rows: 3, tickets: 3, open: 1, already: 0, faulty: 0, faults: [] })
  expect(await byNumber('A-1')).toBeUndefined()
  expect(await done(sheet)).toMatchObject({
    tickets: 3,
    mapping: { columns: { number: 0, unit: 7, result: 11 } },
  })
  expect(await done(sheet)).toMatchObject({ tickets: 0, already: 3 })

  const first = await byNumber('A-1')
  expect(first?.demand).toMatchObject({
    type: 'consultation',
    subject: '社保卡怎么补办',
    filedAt: at('2024-03-05 14:22'),
  })
  expect(first?.events).toMatchObject([
    { kind: 'registered', imported: '“旧工单.csv”第 3 行', byName: '原系统（导入）' },
    { kind: 'answered', words: '到社区办理', at: at('2024-03-05 14:30') },
  ])
  const second = await byNumber('A-2')
  expect(second?.events.map(({ kind, at: when }) => [kind, when])).toEqual([
    ['registered', at('2024-03-05 09:05')],
    ['dispatched', '2024-03-05T01:20:10.000Z'],
    ['signed', at('2024-03-05 11:00')],
    ['fedBack', at('2024-03-08 16:40')],
    ['calledBack', at('2024-03-09 00:00')],
    ['closed', at('2024-03-09 00:00')],
  ])
  expect(second?.standing).toMatchObject({ state: 'closed', unit: 'roads', satisfied: false })
  const third = await byNumber('20260119-00007')
  const kept = await work.db
    .selectFrom('hotline_standings')
    .selectAll()
    .where('demand', '=', third?.demand.id ?? '')
    .executeTakeFirst()
  expect(kept).toMatchObject({
    state: 'dispatched',
    unit: 'roads',
    closed_at: null,
    due_at: expect.stringMatching(/^2026-01-22/),
  })
  const next = await registerDemand(work, given, {
    by: who('hotlineAgent'),
    moment: at('2026-01-19 11:00'),
    secrets,
  })
  expect(next).toMatchObject({ number: '20260119-00008' })
  const callers = await work.db.selectFrom('hotline_callers').selectAll().execute()
  expect(JSON.stringify(callers)).not.toContain('13800000000')
  const trail = await work.db
    .selectFrom('audit')
    .select('detail')
    .where('act', '=', 'hotline.import')
    .execute()
  expect(trail).toEqual([{ detail: { name: '旧工单.csv', count: 3, faulty: 0 } }])
})

test('what is wrong is told row by row, and only those rows are left out', async () => {
  const row = (change: Readonly<Record<number, string>>) => closed.map((cell, place) => change[place] ?? cell)
  const cases: readonly (readonly [Readonly<Record<number, string>>, string, RegExp])[] = [
    [{ 0: '' }, '编号', /没有编号/],
    [{ 0: 'B-1', 1: '某日' }, '受理时间', /读不出/],
    [{ 0: 'B-2', 1: '' }, '受理时间', /没有受理时间/],
    [{ 0: 'B-3', 12: '2027-01-01' }, '办结时间', /将来/],
    [{ 0: 'B-4', 9: '2024-03-04' }, '反馈时间', /早于签收时间/],
    [{ 0: 'B-5', 2: '其他' }, '诉求类型', /不认识/],
    [{ 0: 'B-6', 3: '', 4: '' }, '诉求内容', /没有诉求的内容/],
    [{ 0: 'B-7', 7: '云川市不存在局' }, '承办单位', /单位对照/],
    [{ 0: 'B-8', 8: '' }, '派单时间', /须有派单时间/],
    [{ 0: 'B-9', 1: '1924-03-05', 8: '' }, '受理时间', /2000 年/],
    [{ 0: 'B-10', 4: '长'.repeat(5001) }, '诉求内容', /不能超过 5000/],
    [{ 0: 'B-11', 13: '没有的分类' }, '诉求分类', /“诉求分类”页/],
    [{ 0: 'B-good' }, '编号', /相同/],
  ]
  const rows = [
    headings,
    row({ 0: 'B-good', 4: '=HYPERLINK("http://x")<b>' }),
    ...cases.map(([change]) => row(change)),
  ]
  const told = await done(rows)
  expect(told).toMatchObject({
    tickets: 1,
    faulty: cases.length,
    unknownUnits: [{ name: '云川市不存在局', count: 1 }],
  })
  for (const [place, [, label, message]] of cases.entries())
    expect(told.faults.filter(fault => fault.row === place + 3)).toMatchObject([
      { label, message: expect.stringMatching(message) },
    ])
  expect((await byNumber('B-good'))?.demand.body).toBe('=HYPERLINK("http://x")<b>')
  const mapping = { ...told.mapping, units: { 云川市不存在局: 'water' } }
  expect(await done(rows, { mapping })).toMatchObject({ tickets: 1, already: 1, faulty: cases.length - 1 })
})

test('another administrator imports nothing, and a sheet without headings names what is missing', async () => {
  expect(await run([headings], {}, who('administrator', 'roads'))).toMatchObject({ kind: 'refusal' })
  expect(await run([headings], { agency: 'none' })).toMatchObject({ kind: 'refusal' })
  expect(
    await done([
      ['甲', '乙'],
      ['1', '2'],
    ]),
  ).toMatchObject({ tickets: 0, faulty: 1, headings: ['甲', '乙'] })
  expect(await done([])).toMatchObject({ rows: 0, tickets: 0 })
})

test('each field is known by its own name and by those of other systems; moments and words are read as they are written', () => {
  for (const field of ticketFields) expect(ticketFieldOf(ticketFieldLabel[field])).toBe(field)
  const others = {
    来电时间: 'filedAt',
    主办单位: 'unit',
    转办时间: 'dispatchedAt',
    来电号码: 'phone',
    反映人: 'name',
    满意度: 'result',
  } as const
  for (const [heading, field] of Object.entries(others))
    expect([heading, ticketFieldOf(heading)]).toEqual([heading, field])
  const moments: readonly (readonly [string, string | undefined])[] = [
    ['2024-03-05 14:22:01', '2024-03-05T06:22:01.000Z'],
    ['2024/3/5 14:22', '2024-03-05T06:22:00.000Z'],
    ['2024年3月5日 14时22分', '2024-03-05T06:22:00.000Z'],
    ['20240305', '2024-03-04T16:00:00.000Z'],
    ['45356.5', '2024-03-05T04:00:00.000Z'],
    ['2023-02-29 10:00', undefined],
    ['2024-03-05 25:00', undefined],
    ['昨天', undefined],
  ]
  for (const [text, moment] of moments) expect([text, momentInCell(text)]).toEqual([text, moment])
  expect(['投诉举报', '业务咨询', '其他'].map(typeInCell)).toEqual(['complaint', 'consultation', undefined])
  expect(['不满意', '非常满意', '基本满意', '满意'].map(levelInCell)).toEqual([
    'dissatisfied',
    'verySatisfied',
    'basically',
    'satisfied',
  ])
})

test('a row is either understood whole or told what is wrong, whatever stands in its cells', () => {
  const cell = constantFrom(
    '',
    'A-1',
    '2024-03-05 10:00',
    '2025-01-01',
    '投诉',
    '城管局',
    '=1+1',
    '\u0000',
    '满意',
    '9'.repeat(50),
  )
  const units = new Map([['城管局', 'roads']])
  const reading = { mapping: proposedTickets(headings), units, categories: new Map(), moment }
  assert(
    property(constantFrom(answered, closed, running), cell, cell, (row, a, b) => {
      for (const place of row.keys()) {
        const cells = row.map((each, column) =>
          column === place ? a : column === (place + 5) % row.length ? b : each,
        )
        const read = readTicket({ row: 9, cells }, reading)
        if ('length' in read) {
          if (read.length === 0 || read.some(({ message }) => message === '')) return false
        } else if (read.number === '' || read.body === '' || read.filedAt > moment) return false
      }
      return true
    }),
  )
})

test('copied into an empty hotline, and into one that has demands, it is what is inserted; a failure leaves nothing', async () => {
  const [one, other] = [await testDb(), await testDb()]
  const into = (to: TestDb, rows: readonly (readonly string[])[], url?: string) => {
    async function* sheet() {
      for (const [place, cells] of rows.entries()) {
        if (cells[0] === 'broken') throw new Error('the disk is full')
        yield { row: place + 1, cells }
      }
    }
    const asked = { agency: hotline, file: '甲', rows: sheet(), keep: true }
    return importTickets(to, asked, { by: who('administrator'), moment, secrets, url })
  }
  const keptIn = async (to: TestDb) => {
    const { rows } = await sql<object>`
      select d.number, s.state, s.unit, s.due_at, s.closed_at, w.words is not null as found,
        (select count(*) from hotline_events e where e.demand = d.id) as events,
        (select sum(f.total + f.closed + f.answered) from hotline_facts f where f.demand = d.id) as facts,
        (select sum(total) from hotline_sums) as sums,
        (select min(f.category) from hotline_facts f where f.demand = d.id) as category,
        (select category || decided_by || by_hand from hotline_demand_categories c where c.demand = d.id) as decided
      from hotline_demands d join hotline_standings s on s.demand = d.id
      left join hotline_words w on w.demand = d.id order by d.number`.execute(to.db)
    return rows
  }
  try {
    for (const to of [one, other]) await openHotline(to)
    await expect(into(other, [headings, answered, ['broken']], other.url)).rejects.toThrow('the disk is full')
    expect(await keptIn(other)).toEqual([])
    for (const rows of [
      [headings, answered],
      [headings, answered, closed, running],
    ]) {
      expect(await into(one, rows)).toMatchObject({ faulty: 0 })
      expect(await into(other, rows, other.url)).toMatchObject({ faulty: 0 })
    }
    const kept = await keptIn(one)
    expect(kept).toHaveLength(3)
    const category = '劳动和社会保障/城镇职工社会保险/职工养老保险'
    expect(kept[1]).toMatchObject({ found: true, category, decided: `${category}原系统（导入）true` })
    expect(await keptIn(other)).toEqual(kept)
    const again = await registerDemand(other, given, { by: who('hotlineAgent'), moment, secrets })
    expect(again).toMatchObject({ number: expect.any(String) })
  } finally {
    await one.close()
    await other.close()
  }
})
