import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../statute/day.ts'
import { dayInCell } from '../../statute/day-in-cell.ts'
import { resultLabel, resultRows } from '../../statute/taxonomy.ts'
import { checkRegister } from './check.ts'
import { headingRow, type Mapping, type OldField, proposedMapping } from './fields.ts'
import { applicantKindInCell, channelInCell, outcomeInCell } from './meaning.ts'

const headings: readonly (readonly [string, OldField])[] = [
  ['登记编号', 'number'],
  ['收到申请日期', 'receivedOn'],
  ['申请时间', 'receivedOn'],
  ['申请方式', 'channel'],
  ['申请人类别', 'applicantKind'],
  ['申请人（单位）', 'name'],
  ['姓名或名称', 'name'],
  ['身份证号', 'document'],
  ['联系电话', 'contact'],
  ['通讯地址', 'address'],
  ['所需信息内容描述', 'description'],
  ['答复结果', 'outcome'],
  ['办理情况', 'outcome'],
  ['答复日期', 'answeredOn'],
  ['办结时间', 'answeredOn'],
  ['送达日期', 'servedOn'],
  ['备注', 'note'],
]

test.each(headings)('the heading %s is %s', (heading, field) => {
  expect(proposedMapping([heading]).columns).toEqual({ [field]: 0 })
})

test('a title above the headings is passed over', () => {
  expect(headingRow([['2023年依申请公开登记簿'], ['填表人：甲'], ['编号', '收到日期', '申请人']])).toBe(2)
})

const days: readonly (readonly [string, string | undefined])[] = [
  ['2023-1-5', '2023-01-05'],
  ['2023/01/05', '2023-01-05'],
  ['2023.1.5', '2023-01-05'],
  ['2023年1月5日', '2023-01-05'],
  ['20230105', '2023-01-05'],
  ['2023-01-05 09:30:00', '2023-01-05'],
  ['44931', '2023-01-05'],
  ['2023-02-29', undefined],
  ['2023年13月1日', undefined],
  ['上周', undefined],
  ['1.5', undefined],
]
test.each(days)('the day in %s is %s', (text, day) => expect(dayInCell(text)).toBe(day))

const outcomes: readonly (readonly [string, string])[] = [
  ['予以公开', 'granted'],
  ['同意公开', 'granted'],
  ['部分公开', 'partlyGranted'],
  ['部分公开（涉及第三方）', 'partlyGranted'],
  ['不予公开（属于国家秘密）', 'withheld.stateSecret'],
  ['（三）不予公开 5.属于三类内部事务信息', 'withheld.internalAffairs'],
  ['信息不存在', 'unavailable.notHeld'],
  ['本机关不掌握', 'unavailable.notHeld'],
  ['重复申请，不予处理', 'unprocessed.repeated'],
  ['申请人撤回', 'closed.other'],
  ['逾期不补正', 'closed.uncorrected'],
]
test.each(outcomes)('%s counts as %s', (words, row) => {
  expect(outcomeInCell(words, {})).toEqual({ kind: 'row', row })
})
test('every label of the form is known', () => {
  for (const row of resultRows) expect(outcomeInCell(resultLabel[row], {})).toEqual({ kind: 'row', row })
})
test.each(['不予公开', '已办', 'toString', '__proto__'])('%s alone means no row', words => {
  expect(outcomeInCell(words, {})).toEqual({ kind: 'unknown' })
})
test('two grounds at once are asked about; the office says what its words mean', () => {
  expect(outcomeInCell('涉及国家秘密和商业秘密', {}).kind).toBe('several')
  expect(outcomeInCell('已办', { 已办: 'granted' })).toEqual({ kind: 'row', row: 'granted' })
})

test('channels and applicants are known by the words that offices use', () => {
  const channels = ['信函', '邮政快递', '网站在线', '电子邮件', '当面', '传真', '电话'].map(channelInCell)
  expect(channels).toEqual(['post', 'registeredPost', 'internet', 'internet', 'counter', 'fax', 'oral'])
  const kinds = ['公民', '商业企业', '科研机构', '社会公益组织', '律师事务所', '其他'].map(
    applicantKindInCell,
  )
  expect(kinds).toEqual(['naturalPerson', 'business', 'research', 'charity', 'legalService', 'other'])
})

const head = ['编号', '收到日期', '申请人', '申请内容', '办理结果', '答复日期', '送达日期']
const good = ['1', '2023-01-05', '张三', '预算', '予以公开', '2023-01-20', '2023-01-21']
const mapping: Mapping = { ...proposedMapping(head), channel: 'post', applicantKind: 'naturalPerson' }

function faultsOf(rows: readonly (readonly string[])[], change: Partial<Mapping> = {}): readonly string[] {
  const against = { mapping: { ...mapping, ...change }, today: dayOf('2026-01-20'), numbers: new Set(['77']) }
  const read = rows.map((cells, at) => ({ row: at + 2, cells, formulas: [] }))
  const { faults } = checkRegister(read, against)
  return faults.map(({ row, field, message }) => `${row} ${field} ${message}`)
}
const changed = (at: number, value: string) => good.map((cell, place) => (place === at ? value : cell))

test('a good row has no fault, nor has a blank one', () => {
  expect(faultsOf([good, ['', '', '', '', '', '', '']])).toEqual([])
})

const bad: readonly (readonly [string, readonly (readonly string[])[], RegExp])[] = [
  ['a blank number', [changed(0, ' ')], /^2 number 没有填写编号/],
  ['the same number twice', [good, good], /^3 number 编号与第 2 行相同/],
  ['a number that exists', [changed(0, '77')], /^2 number 这个编号在系统中已经存在/],
  ['a day that is none', [changed(1, '2023-02-30')], /^2 receivedOn 不是有效的日期/],
  ['a day to come', [changed(1, '2027-01-01')], /receivedOn 日期在今天之后/],
  ['a day before the Regulation', [changed(1, '1999-01-01')], /receivedOn 日期早于《政府信息公开条例》/],
  ['an answer before receipt', [changed(5, '2023-01-04')], /answeredOn 答复日期早于收到日期/],
  ['serving before the answer', [changed(6, '2023-01-19')], /servedOn 送达日期早于答复日期/],
  ['an outcome without a day', [changed(5, '')], /answeredOn 有办理结果，却没有答复日期/],
  ['a day without an outcome', [changed(4, '')], /outcome 有答复日期，却没有办理结果/],
  ['unknown words for the outcome', [changed(4, '不予公开')], /outcome 不认识的办理结果/],
  ['a description of 100,000 characters', [changed(3, '长'.repeat(100_000))], /description 共 100000 字/],
  ['a number over lines', [changed(0, '1\n2')], /number 编号中不能换行/],
]
test.each(bad)('%s is told by row and column', (_name, rows, words) => {
  expect(faultsOf(rows).join('；')).toMatch(words)
})

test('a formula is no value', () => {
  const against = { mapping, today: dayOf('2026-01-20'), numbers: new Set<string>() }
  const { faults } = checkRegister([{ row: 2, cells: good, formulas: [3] }], against)
  expect(faults).toMatchObject([{ row: 2, column: 3, field: 'description' }])
})

test('who asks and how must be told by a column or by a choice for all', () => {
  const once = ['2 channel 没有指明哪一列是申请渠道，也没有选择统一按哪一种计。']
  expect(faultsOf([good, changed(0, '2')], { channel: null })).toEqual(once)
})

test('a required field that no column tells is one fault, and no row is understood', () => {
  const { number: _, ...columns } = mapping.columns
  const against = { mapping: { ...mapping, columns }, today: dayOf('2026-01-20'), numbers: new Set<string>() }
  const rows = [good, good].map((cells, at) => ({ row: at + 2, cells, formulas: [] }))
  const checked = checkRegister(rows, against)
  expect(checked.faults.map(({ message }) => message)).toEqual(['没有指明哪一列是编号。'])
  expect(checked.requests).toEqual([])
})

test('marks of direction and signs that nobody sees are taken off, emoji stay', () => {
  const against = { mapping, today: dayOf('2026-01-20'), numbers: new Set<string>() }
  const cells = changed(2, '\u202e张\u200b三\u0000🙂')
  expect(checkRegister([{ row: 2, cells, formulas: [] }], against).requests[0]?.applicant.name).toBe('张三🙂')
})

test('whatever stands in the cells, each row is either understood or faulted', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('', ...good, '=1+1', '@x', '<b>', "' or 1=1"),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 }), rows => {
      const read = rows.map((cells, at) => ({ row: at + 2, cells, formulas: [] }))
      const against = { mapping, today: dayOf('2026-01-20'), numbers: new Set<string>() }
      const { requests, faults } = checkRegister(read, against)
      const told = new Set([...requests, ...faults].map(({ row }) => row))
      const filled = read.filter(({ cells }) => cells.some(text => text.trim() !== ''))
      expect(filled.every(({ row }) => told.has(row))).toBe(true)
    }),
    { numRuns: 200 },
  )
})
