import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor } from '../../office/roles.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { aLodging } from '../act/a-lodging.ts'
import { lodge } from '../act/lodge.ts'
import { proposedMapping } from '../old-register/fields.ts'
import { applicantOf } from '../store/applicants.ts'
import { countRequests } from '../store/figures/count.ts'
import { recordOf } from '../store/history.ts'
import { importRegister, type RegisterAsked, tryRegister } from './act.ts'
import { CannotReadRegister } from './cannot-read.ts'
import { readRegister } from './read.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  for (const code of ['trial', 'large', 'twice']) {
    const names = { name: `云川市${code}局`, shortName: code }
    await addAgency(work, { code, ...names, kind: 'department', parent: null }, theSystem)
  }
})
afterAll(() => work.close())

const secrets = passingSecrets()
const today = dayOf('2026-01-20')
const officer = (agency: string): Actor => ({
  id: 'gk',
  name: '演公开',
  grants: [{ role: 'officer', agency }],
})
const head = [
  '编号',
  '收到日期',
  '申请渠道',
  '申请人类型',
  '申请人',
  '证件号码',
  '申请内容',
  '办理结果',
  '答复日期',
  '送达日期',
  '备注',
]
const row = (number: string, change: Readonly<Record<number, string>> = {}) =>
  [
    number,
    '2023-01-05',
    '信函',
    '公民',
    '张三',
    'A1',
    '2022 年度预算',
    '予以公开',
    '2023-01-20',
    '2023-01-22',
    '旧档',
  ].map((cell, at) => change[at] ?? cell)
const csv = (rows: readonly (readonly string[])[]) =>
  Buffer.from(
    [head, ...rows].map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )

function asked(bytes: Uint8Array, agency = 'trial'): RegisterAsked {
  return { agency, name: '登记簿.csv', bytes, by: officer(agency), today }
}

test('a register of Excel is read with its days, whatever stands above its headings', async () => {
  const data = [
    [{ value: '登记簿', type: String }],
    ['编号', '收到日期', '申请人', '申请内容'].map(value => ({ value, type: String })),
    [
      { value: '旧1', type: String },
      { value: new Date('2023-01-05T00:00:00Z'), type: Date, format: 'yyyy/mm/dd' },
      { value: '张三', type: String },
      { value: '预算', type: String },
    ],
  ]
  const bytes = new Uint8Array(await writeXlsxFile(data).toBuffer())
  const run = await tryRegister(work, asked(bytes))
  if (isRefusal(run)) throw new Error(run.message)
  expect(run.headings).toEqual(['编号', '收到日期', '申请人', '申请内容'])
  expect(run.mapping.columns).toEqual({ number: 0, receivedOn: 1, name: 2, description: 3 })
  const mapping = { ...run.mapping, channel: 'counter', applicantKind: 'business' } as const
  const anew = await tryRegister(work, { ...asked(bytes), mapping })
  expect(anew).toMatchObject({ faults: [], requests: [{ row: 3, number: '旧1', receivedOn: '2023-01-05' }] })
})

test('each row becomes a request with its history, its number and the mark of where it came from', async () => {
  const rows = [
    row('〔2023〕第41号'),
    row('旧-2', { 7: '', 8: '', 9: '' }),
    row('旧-3', { 7: '申请人撤回', 9: '' }),
  ]
  const done = await importRegister(work, asked(csv(rows)), secrets)
  expect(done).toEqual({ count: 3 })
  const [found, open] = await Promise.all(['〔2023〕第41号', '旧-2'].map(recordNumbered))
  expect(found?.events.map(({ kind }) => kind)).toEqual([
    'arrived',
    'received',
    'noted',
    'answered',
    'served',
  ])
  expect(found?.events[2]).toMatchObject({ text: '由原登记簿导入：“登记簿.csv”第 2 行。原备注：旧档' })
  expect(found?.standing).toMatchObject({
    state: 'served',
    outcome: { kind: 'granted' },
    outcomeOn: '2023-01-20',
  })
  expect(open?.standing.state).toBe('received')
  expect(await applicantOf(work, found?.request.id ?? '', secrets)).toMatchObject({
    name: '张三',
    document: 'A1',
  })
  const span = { agency: 'trial', from: dayOf('2023-01-01'), until: dayOf('2023-12-31') }
  const counted = await countRequests(work, span)
  expect(Object.fromEntries(counted.map(each => [each.row, each.count]))).toEqual({
    ...{ received: 3, granted: 1, 'closed.other': 1, carriedOut: 1 },
  })
  expect((await verifyAudit(work.db)).broken).toEqual([])
})

test('new requests are numbered on after those that were imported', async () => {
  const lodging = aLodging({ agency: 'trial', arrivedOn: dayOf('2023-03-01') })
  const receipt = await lodge(work, lodging, { by: officer('trial'), today, secrets })
  expect(receipt).toMatchObject({ number: '〔2023〕第42号' })
})

test('one fault, and nothing is imported', async () => {
  const before = await countAll()
  const done = await importRegister(work, asked(csv([row('甲1'), row('甲2', { 1: '某日' })])), secrets)
  expect(done).toMatchObject({ kind: 'refusal', message: '还有 1 处问题，一件也没有导入；请先改正。' })
  expect(await countAll()).toBe(before)
})

test('sent twice at once, a register is imported once', async () => {
  const twice = [1, 2].map(() => importRegister(work, asked(csv([row('一'), row('二')]), 'twice'), secrets))
  const done = await Promise.all(twice)
  expect(done.filter(isRefusal)).toHaveLength(1)
  expect(done.filter(each => !isRefusal(each))).toEqual([{ count: 2 }])
})

test('only the officer of the agency imports', async () => {
  const by: Actor = { id: 'x', name: '演他', grants: [{ role: 'coordinator', agency: 'trial' }] }
  const told = { kind: 'refusal', message: expect.stringContaining('公开专员') }
  expect(await tryRegister(work, { ...asked(csv([row('乙1')])), by })).toMatchObject(told)
  expect(await importRegister(work, { ...asked(csv([row('乙1')])), by }, secrets)).toMatchObject(told)
})

test('5,000 rows are imported in a few seconds', async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => row(`大-${at}`, { 5: `A${at}` }))
  expect(await importRegister(work, asked(csv(rows), 'large'), secrets)).toEqual({ count: 5_000 })
}, 40_000)

test('what Excel writes in China is read, with quotes, commas and lines in its cells', async () => {
  const gb = Buffer.from('b1e0bac52cc9eac7ebc4dac8dd0d0a312c22bcd72c0ad2d222', 'hex')
  const [sheet] = await readRegister(gb)
  expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
    ['编号', '申请内容'],
    ['1', '甲,\n乙'],
  ])
})

const unreadable: readonly (readonly [string, Uint8Array, string])[] = [
  ['an empty file', new Uint8Array(), '文件是空的'],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), '按内容判断'],
  ['zeros', new Uint8Array(500), '按内容判断'],
  ['21 MB', new Uint8Array(21 * 1024 * 1024), '文件超过 20 MB'],
  ['20,001 rows', Buffer.from('a,b\n'.repeat(20_001)), '超过 20000 行'],
]
test.each(unreadable)('%s is refused in words', async (_name, bytes, words) => {
  await expect(readRegister(bytes)).rejects.toThrow(CannotReadRegister)
  await expect(readRegister(bytes)).rejects.toThrow(words)
})

test('headings that say nothing leave the mapping to the clerk', () => {
  expect(proposedMapping(['甲', '乙', '']).columns).toEqual({})
})

async function countAll(): Promise<number> {
  return (await work.db.selectFrom('foi_requests').select('id').execute()).length
}

async function recordNumbered(number: string) {
  const { id } = await work.db
    .selectFrom('foi_requests')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return await recordOf(work, id)
}
